import { isAtLeast, type Stage } from "../stages/stage";
import { asDay, type Day, daysBetween } from "./day";
import type { EvidenceResult } from "./verdict";

/** One entry of `environments/evidence.yaml`. */
export interface EvidenceEntry {
  readonly fact: string;
  readonly env: string;
  readonly generation?: number;
  readonly by: string;
  readonly date: string;
  readonly link: string;
  readonly until?: string;
  readonly measured?: unknown;
}

interface Fact {
  readonly control: string;
  /** Gate from which it is demanded; absent for facts that are only shown. */
  readonly since?: Stage;
  readonly maxAgeDays: number;
  readonly says: string;
}

/** The closed table of facts. */
export const FACTS = {
  "recreation-drilled": fact("REC-09", undefined, 180, "the environment was recreated in Azure"),
  "vpn-group": fact("NET-09", "pre-production", 365, "who may connect to the VPN is a named group"),
  sbom: fact("SUP-05", "pre-production", 365, "a bill of materials exists for every image"),
  "data-protection-review": fact("DAT-05", "pre-production", 365, "someone reviewed how personal data is handled"),
  "review-held": fact("GOV-05", "production", 180, "a readiness review was held"),
  "risk-accepted": fact("GOV-05", "production", 180, "the known risks were accepted by a named person"),
  "restore-drilled": fact("RES-03", "production", 90, "a restore was drilled and timed"),
  "failover-drilled": fact("RES-04", "scale", 180, "a failover was drilled and timed"),
  "small-team": fact("IAM-05", undefined, 90, "one person holds roles that should be two"),
} as const;

/** A name in the table. */
export type FactName = keyof typeof FACTS;

function fact(control: string, since: Stage | undefined, maxAgeDays: number, says: string): Fact {
  return { control, maxAgeDays, says, ...(since && { since }) };
}

const SMALL_TEAM_DAYS = 90;

/**
 * Holds the entries of one environment against the table: what the gate demands and what is only shown.
 *
 * @param env  environment name; entries of other environments, and of other generations, do not count
 */
export function weighEvidence(
  entries: readonly EvidenceEntry[],
  scope: { readonly env: string; readonly gate: Stage; readonly today: Day; readonly generation?: number },
): EvidenceResult[] {
  const own = entries.filter(
    (one) =>
      one.env === scope.env &&
      (one.generation === undefined || scope.generation === undefined || one.generation === scope.generation),
  );
  const results: EvidenceResult[] = [];
  for (const [name, demand] of Object.entries(FACTS) as [FactName, Fact][]) {
    const demanded = demand.since !== undefined && isAtLeast(scope.gate, demand.since);
    const given = own.filter((one) => one.fact === name).sort((a, b) => `${b.date}`.localeCompare(`${a.date}`))[0];
    if (given) results.push(weigh(name, demand, given, scope.today, demanded));
    else if (demanded)
      results.push({ ...head(name, demand), state: "missing", holds: true, says: `No evidence that ${demand.says}.` });
  }
  for (const one of own)
    if (!(one.fact in FACTS))
      results.push({
        fact: one.fact,
        control: "GOV-04",
        state: "malformed",
        holds: false,
        says: `Unknown fact ${one.fact}.`,
      });
  return results;
}

const head = (name: string, demand: Fact) => ({ fact: name, control: demand.control });

function weigh(name: string, demand: Fact, given: EvidenceEntry, today: Day, demanded: boolean): EvidenceResult {
  const { by, date, link, until } = given;
  const base = { ...head(name, demand), by, date, link, ...(until !== undefined && { until }) };
  const result = (state: EvidenceResult["state"], says: string): EvidenceResult => ({
    ...base,
    state,
    holds: demanded && state !== "present",
    says,
  });
  const day = asDay(date);
  if (!day || !by || !link)
    return result("malformed", `The evidence that ${demand.says} lacks a person, a day or a link.`);
  const age = daysBetween(day, today);
  if (age < 0)
    return result("malformed", `The evidence that ${demand.says} is dated ${date}, after the day of the check.`);
  if (until !== undefined || name === "small-team") {
    const end = asDay(until);
    if (!end || daysBetween(day, end) > (name === "small-team" ? SMALL_TEAM_DAYS : Number.POSITIVE_INFINITY))
      return result("malformed", `The evidence that ${demand.says} needs an end at most ${SMALL_TEAM_DAYS} days away.`);
    if (end < today) return result("expired", `The evidence that ${demand.says} ended on ${until}.`);
  }
  if (age > demand.maxAgeDays)
    return result("too-old", `The evidence that ${demand.says} is ${age} days old; ${demand.maxAgeDays} are allowed.`);
  return result("present", `On ${date} ${by} recorded that ${demand.says}.`);
}
