import { type Problem, SaidInSentences } from "../errors";
import type { Verdict } from "./verdict";

/** A gate that holds. The CLI prints `problems` and exits with 1; a program that does not catch it ends with 1 too. */
export class Held extends SaidInSentences {
  override readonly name = "Held";

  constructor(
    problems: readonly Problem[],
    readonly verdicts: readonly Verdict[] = [],
  ) {
    super(problems);
    this.onlySentences();
  }
}
