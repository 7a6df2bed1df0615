import { type AST, parseRegExpLiteral } from "@eslint-community/regexpp";

/** Matches from a place on, and goes on with what follows; true when all of it matched. */
type Matcher = (at: number, next: (at: number) => boolean) => boolean;

/** Thrown by a search that takes more steps than allowed. */
export class TooManySteps extends Error {}

/**
 * A backtracking matcher that works as engines do without their short cuts, and counts the characters that it looks at.
 * Back references are not known: no pattern here has one.
 */
export class CountingMatcher {
  #text = "";
  #steps = 0;
  #limit = 0;
  readonly #search: Matcher;
  readonly #flags: string;
  readonly #every: boolean;

  constructor(readonly literal: RegExp) {
    const { pattern, flags } = parseRegExpLiteral(literal);
    this.#flags = `${flags.ignoreCase ? "i" : ""}${flags.unicode ? "u" : ""}${flags.dotAll ? "s" : ""}`;
    this.#every = flags.global;
    this.#search = this.#either(pattern.alternatives, false, flags.multiline);
  }

  /** Characters looked at by a search through a text; with the flag `g` by all searches. */
  steps(text: string, limit = Number.POSITIVE_INFINITY): number {
    [this.#text, this.#steps, this.#limit] = [text, 0, limit];
    for (let from = 0; from <= text.length; from++) {
      let end = -1;
      const found = this.#search(from, (at) => {
        end = at;
        return true;
      });
      if (found ? !this.#every : this.literal.sticky) break;
      if (!found) continue;
      from = Math.max(from, end - 1);
    }
    return this.#steps;
  }

  /** Whether it matches anywhere: the same as the engine's, or the counting says nothing. */
  matches(text: string): boolean {
    [this.#text, this.#steps, this.#limit] = [text, 0, Number.POSITIVE_INFINITY];
    for (let from = 0; from <= text.length; from++) if (this.#search(from, () => true)) return true;
    return false;
  }

  #step(): void {
    if (++this.#steps > this.#limit) throw new TooManySteps();
  }

  #either(alternatives: readonly AST.Alternative[], back: boolean, multiline: boolean): Matcher {
    const all = alternatives.map(({ elements }) => {
      const parts = elements.map((one) => this.#element(one, back, multiline));
      return sequence(back ? parts.toReversed() : parts);
    });
    return all.length === 1 ? all[0]! : (at, next) => all.some((one) => one(at, next));
  }

  #element(node: AST.Element, back: boolean, multiline: boolean): Matcher {
    switch (node.type) {
      case "Group":
      case "CapturingGroup":
        return this.#either(node.alternatives, back, multiline);
      case "Quantifier":
        return this.#repeat(node, back, multiline);
      case "Assertion":
        return this.#assertion(node, multiline);
      case "Backreference":
        throw new Error(`${this.literal} has a back reference, which is not counted`);
      default:
        return this.#character(node.raw, back);
    }
  }

  #character(raw: string, back: boolean): Matcher {
    const one = new RegExp(`^(?:${raw})$`, this.#flags);
    const known = new Map<string, boolean>();
    return (at, next) => {
      this.#step();
      const letter = this.#text[back ? at - 1 : at];
      if (letter === undefined) return false;
      const fits = known.get(letter) ?? one.test(letter);
      known.set(letter, fits);
      return fits && next(back ? at - 1 : at + 1);
    };
  }

  #repeat({ element, min, max, greedy }: AST.Quantifier, back: boolean, multiline: boolean): Matcher {
    const one = this.#element(element, back, multiline);
    const from =
      (count: number): Matcher =>
      (at, next) => {
        const more = () =>
          count < max && one(at, (then) => (then !== at || count < min) && from(count + 1)(then, next));
        if (count < min) return more();
        return greedy ? more() || next(at) : next(at) || more();
      };
    return from(0);
  }

  #assertion(node: AST.Assertion, multiline: boolean): Matcher {
    if (node.kind === "lookahead" || node.kind === "lookbehind") {
      const inner = this.#either(node.alternatives, node.kind === "lookbehind", multiline);
      return (at, next) => inner(at, () => true) !== node.negate && next(at);
    }
    return (at, next) => {
      this.#step();
      const [before, after] = [this.#text[at - 1], this.#text[at]];
      if (node.kind === "word") return (isWord(before) !== isWord(after)) !== node.negate && next(at);
      const beside = node.kind === "start" ? before : after;
      return (beside === undefined || (multiline && beside === "\n")) && next(at);
    };
  }
}

function sequence(parts: readonly Matcher[]): Matcher {
  return parts.reduceRight<Matcher>(
    (rest, one) => (at, next) => one(at, (then) => rest(then, next)),
    (at, next) => next(at),
  );
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /\w/.test(letter);
}
