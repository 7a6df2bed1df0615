import type { Day } from "../config/day";
import type { DatedConfig } from "../evidence/days";
import type { EvidenceEntry } from "../evidence/entry";
import { generationOf, standingOf } from "../evidence/facts";
import { isObject } from "../plan/json";
import { minutesOf } from "./duration";
import type { Failover, Measured } from "./promise";

/** Minutes under one name of what was measured: `measured: { rto: 2 hours }`. */
export function measuredMinutes({ measured }: EvidenceEntry, name: string): number | undefined {
  return isObject(measured) ? minutesOf(measured[name]) : undefined;
}

/** The entries of a fact that count today and are about this generation, newest first. */
function counting(
  fact: "restore-drilled" | "recreation-drilled" | "failover-drilled",
  own: readonly EvidenceEntry[],
  generation: number,
  today: Day,
  config: DatedConfig,
): EvidenceEntry[] {
  return own
    .filter((one) => one.fact === fact && generationOf(one) === generation)
    .filter((one) => standingOf(fact, one, today, config).state === "present")
    .sort((a, b) => b.date.localeCompare(a.date));
}

/** What the newest failover drill of one kind measured. */
function failover(drills: readonly EvidenceEntry[], kind: "planned" | "forced"): Failover | undefined {
  const drill = drills.find(({ measured }) => isObject(measured) && measured["kind"] === kind);
  const [rto, rpo] = drill ? [measuredMinutes(drill, "rto"), measuredMinutes(drill, "rpo")] : [];
  if (rto === undefined && rpo === undefined) return undefined;
  return { ...(rto !== undefined && { rto }), ...(rpo !== undefined && { rpo }) };
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
  const [restored] = counting("restore-drilled", own, generation, today, config);
  const [recreated] = counting("recreation-drilled", own, generation, today, config);
  const drills = counting("failover-drilled", own, generation, today, config);
  const [planned, forced] = [failover(drills, "planned"), failover(drills, "forced")];
  const [restore, loss] = [restored && measuredMinutes(restored, "rto"), restored && measuredMinutes(restored, "rpo")];
  const recreation = recreated && measuredMinutes(recreated, "recreated");
  return {
    ...(restore !== undefined && { restore }),
    ...(loss !== undefined && { loss }),
    ...(recreation !== undefined && { recreation }),
    ...((planned || forced) && { failover: { ...(planned && { planned }), ...(forced && { forced }) } }),
  };
}
