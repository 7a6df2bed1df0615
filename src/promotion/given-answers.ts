import { isDate } from "../config/dates";
import type { EnvironmentConfig } from "../config/schema";
import type { Problem } from "../errors";
import { admitAnswers } from "./admit-answers";
import type { PromotionGate } from "./gate";
import { joinSittings } from "./merge";
import { lastOf } from "./problems";
import { joinReasons, type Reasons } from "./reasons";
import { type RawSitting, sittingProblems } from "./sitting";

/** What all sittings say together. */
export interface GivenAnswers {
  /** What may stand of the answers, as a part of the next config. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly reasons: Reasons;
  /** The sitting that decided last. */
  readonly last: RawSitting | undefined;
  /** Its day; today where nobody has decided yet. */
  readonly decided: string;
  /** What is wrong with who decided and when. */
  readonly sittingProblems: readonly Problem[];
  /** What is wrong with the answers, before they are laid over anything. */
  readonly answerProblems: readonly Problem[];
}

/** Reads what people answered, and leaves out what a gate does not ask for. */
export function givenAnswers(
  gate: PromotionGate,
  config: EnvironmentConfig,
  sittings: readonly RawSitting[],
  today: string,
): GivenAnswers {
  const admitted = sittings.map((sitting) => ({
    ...sitting,
    ...admitAnswers(sitting.fields["answers"], gate, config, sitting.positionOf),
  }));
  const joined = joinSittings(admitted);
  const last = lastOf(sittings);
  const day = last?.fields["decided"];
  return {
    answers: joined.answers,
    reasons: joinReasons(sittings, gate),
    last,
    decided: typeof day === "string" && isDate(day) ? day : today,
    sittingProblems: sittings.flatMap((sitting) => sittingProblems(sitting, gate, today)),
    answerProblems: [...admitted.flatMap(({ problems }) => problems), ...joined.problems],
  };
}
