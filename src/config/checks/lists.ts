import type { Path } from "../path";
import { valueAt } from "../path";
import { type Check, texts } from "./draft";

/** Lists whose order and number of mentions mean nothing. */
const SETS: readonly Path[] = [["residency"], ["promise", "covers"], ["promise", "disasters"]];

/** What is listed twice was copied, and something else was meant. */
export const listedOnce: Check = (draft) =>
  SETS.flatMap((path) => {
    const seen = new Set<string>();
    return texts(valueAt(draft, path)).flatMap(([index, text]) => {
      const says = `${path.join(".")}[${index}] names "${text}" twice`;
      const again = seen.has(text);
      seen.add(text);
      return again ? [{ place: [...path, index], says, fix: "Once is enough." }] : [];
    });
  });
