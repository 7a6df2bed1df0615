/** Files that a test gave to the product to be refused, and the command line that a user would meet them with. */
export interface BadInputCase {
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
}

/** What the tests of this process gave, in order; `npm run compare` gives it to the command line of two checkouts. */
export const badInput: BadInputCase[] = [];

/** Keeps an environment file that is meant to be refused. */
export function keepConfig(text: string, name: string): void {
  badInput.push({ files: { [name]: text }, argv: ["synth", name, "--out", "cdktf.out", "--environments", "."] });
}

/** Keeps an environment beside a file of answers to it that are meant to be refused. */
export function keepPromotion(files: Readonly<Record<string, string>>, config: string, today: string): void {
  badInput.push({ files, argv: ["promote", config, "--today", today, "--environments", "."] });
}
