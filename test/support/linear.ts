import { type Attack, attacksOn } from "./regex-attacks";
import { CountingMatcher, TooManySteps } from "./regex-steps";

/** A search through twice the text may take this many times the steps; the square takes four times. */
const DOUBLE = 3;
/** More than a linear pattern takes for a character, and less than a square one at the largest length. */
const PER_CHARACTER = 400;

const text = ({ before, pump, after }: Attack, length: number) =>
  before + pump.repeat(Math.ceil(length / pump.length)) + after;

/** The first text on which the steps of a pattern grow faster than the text; `undefined` when there is none. */
export function slowOn(literal: RegExp): Attack | undefined {
  const matcher = new CountingMatcher(literal);
  const grows = (attack: Attack, length: number, times: number) => {
    const limit = PER_CHARACTER * 2 * length;
    try {
      return matcher.steps(text(attack, 2 * length), limit) > times * matcher.steps(text(attack, length), limit);
    } catch (error) {
      if (error instanceof TooManySteps) return true;
      throw error;
    }
  };
  return attacksOn(literal).find((attack) => grows(attack, 32, 2.3) && grows(attack, 600, DOUBLE));
}
