/** What holds of an environment on the day of its promotion, to be held from then on. */
export interface PromotedTest {
  /** For example `orders-pilot`. */
  readonly environment: string;
  readonly stage: string;
  /** From the project's folder, with forward slashes. */
  readonly file: string;
  /** What the Internet reaches. */
  readonly exposes: readonly string[];
  /** Regions that data is in; absent where some of it is elsewhere, or not known. */
  readonly keepsDataIn?: readonly string[];
  /** Day on which it passes its gate; absent where the gate asks for more than a config. */
  readonly passesOn?: string;
}

/** The lines at the top of the tests that `init` writes, which the tests of later environments rely on. */
export const TEST_IMPORTS = `import "gatewright/jest";
import { GatewrightApp, loadEnvironment } from "gatewright";
import { createEnvironment } from "gatewright/stacks";
`;

/** Tests of an environment that was promoted, to stand below those that are there. */
export function promotedTest({ environment, stage, file, exposes, keepsDataIn, passesOn }: PromotedTest): string {
  const name = environment.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const list = (all: readonly string[]) => `[${all.map((one) => JSON.stringify(one)).join(", ")}]`;
  const test = (title: string, says: string) => `
test(${JSON.stringify(title)}, () => {
  expect(${name}).${says};
});
`;
  return [
    "\n",
    passesOn === undefined ? "// Its gate asks for evidence and a certificate, which `gatewright check` reads.\n" : "",
    `const ${name} = createEnvironment(new GatewrightApp(), loadEnvironment(${JSON.stringify(file)}));\n`,
    passesOn === undefined
      ? ""
      : test(`${environment} passes its gate`, `toPassGate("${stage}", { today: "${passesOn}" })`),
    test(
      `${exposes.length > 0 ? `only ${exposes.join(", ")}` : "nothing"} of ${environment} can be called from the Internet`,
      `toExposeOnly(${list(exposes)})`,
    ),
    keepsDataIn === undefined
      ? ""
      : test(`data of ${environment} stays in ${keepsDataIn.join(", ")}`, `toKeepDataIn(${list(keepsDataIn)})`),
    test(`what matters of ${environment} changes only on purpose`, "toMatchStance()"),
  ].join("");
}
