import type { Day } from "../policy/day";
import { type EvidenceEntry, standingOf } from "../policy/evidence";
import { isObject } from "../policy/graph/json";
import { minutesOf } from "./duration";
import type { Measured } from "./promise";

/** The generation that an entry is about: its own field, or what was measured on. */
export function generationOf({ generation, measured }: EvidenceEntry): number | undefined {
  if (generation !== undefined) return generation;
  const inside = isObject(measured) ? measured["generation"] : undefined;
  return typeof inside === "number" ? inside : undefined;
}

/** Minutes under one name of what was measured: `measured: { rto: 2 hours }`. */
export function measuredMinutes({ measured }: EvidenceEntry, name: string): number | undefined {
  return isObject(measured) ? minutesOf(measured[name]) : undefined;
}

/** The newest entry of a fact that counts today and is about this generation. */
function newest(
  fact: "restore-drilled" | "recreation-drilled",
  own: readonly EvidenceEntry[],
  generation: number,
  today: Day,
): EvidenceEntry | undefined {
  return own
    .filter((one) => one.fact === fact && generationOf(one) === generation)
    .filter((one) => standingOf(fact, one, today).state === "present")
    .sort((a, b) => b.date.localeCompare(a.date))[0];
}

/**
 * What the drills of one environment measured, of those that count today.
 *
 * @param own  evidence of this environment
 */
export function measuredIn(own: readonly EvidenceEntry[], generation: number, today: Day): Measured {
  const restored = newest("restore-drilled", own, generation, today);
  const recreated = newest("recreation-drilled", own, generation, today);
  const [restore, loss] = [restored && measuredMinutes(restored, "rto"), restored && measuredMinutes(restored, "rpo")];
  const recreation = recreated && measuredMinutes(recreated, "recreated");
  return {
    ...(restore !== undefined && { restore }),
    ...(loss !== undefined && { loss }),
    ...(recreation !== undefined && { recreation }),
  };
}
