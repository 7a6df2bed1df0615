import { asDay, type Day } from "../config/day";
import type { ConfigView } from "../config/view";

/**
 * What evidence of a fact cannot be older than: the environment itself, the decision for it, or the newest risk that it
 * names. What was done before is about something else, whatever the entry says.
 */
export type NotBefore = "made" | "decided" | "risks";

/** What an environment's days are read from. */
export type DatedConfig = Pick<ConfigView, "created" | "promotion" | "risks" | "stage">;

/** A day before which evidence is about something else, and what happened on it. */
export interface Beginning {
  readonly day: Day;
  /** Ends a sentence: `before the environment was decided on`. */
  readonly what: string;
}

/**
 * The first day on which evidence of a kind can be about an environment; `undefined` where its config says none. A Scale was
 * made when its Production was: what was drilled there was drilled here.
 */
export function beginningOf(kind: NotBefore, { created, promotion, risks, stage }: DatedConfig): Beginning | undefined {
  const made = latest([created, stage === "scale" ? undefined : promotion?.decided]);
  const decided = latest([promotion?.decided ?? created]);
  const accepted = latest((risks ?? []).map((one) => one.accepted));
  if (kind === "risks" && accepted) return { day: accepted, what: "the newest of the risks was taken" };
  if (kind === "made") return made && { day: made, what: "there was such an environment" };
  return decided && { day: decided, what: "the environment was decided on" };
}

function latest(days: readonly unknown[]): Day | undefined {
  return days
    .flatMap((one) => asDay(one) ?? [])
    .sort()
    .at(-1);
}
