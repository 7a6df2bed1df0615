import type { Day } from "../config/day";
import type { DatedConfig } from "../evidence/days";
import type { EvidenceEntry } from "../evidence/entry";
import { generationOf, standingOf } from "../evidence/facts";
import { isObject } from "../plan/json";
import { minutesOf } from "./duration";
import type { Measured } from "./promise";

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
  config: DatedConfig,
): EvidenceEntry | undefined {
  return own
    .filter((one) => one.fact === fact && generationOf(one) === generation)
    .filter((one) => standingOf(fact, one, today, config).state === "present")
    .sort((a, b) => b.date.localeCompare(a.date))[0];
}

/**
 * What the drills of one environment measured, of those that count today.
 *
 * @param own  evidence of this environment
 * @param config  its config, for the days that a drill must fit
 */
export function measuredIn(
  own: readonly EvidenceEntry[],
  generation: number,
  today: Day,
  config: DatedConfig = {},
): Measured {
  const restored = newest("restore-drilled", own, generation, today, config);
  const recreated = newest("recreation-drilled", own, generation, today, config);
  const [restore, loss] = [restored && measuredMinutes(restored, "rto"), restored && measuredMinutes(restored, "rpo")];
  const recreation = recreated && measuredMinutes(recreated, "recreated");
  return {
    ...(restore !== undefined && { restore }),
    ...(loss !== undefined && { loss }),
    ...(recreation !== undefined && { recreation }),
  };
}
