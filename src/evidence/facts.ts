import { asDay, type Day, daysBetween } from "../config/day";
import type { ConfigView } from "../config/view";
import { saysSomething } from "../config/visible-text";
import { isObject } from "../plan/json";
import { isAtLeast, type Stage } from "../stages/stage";
import { beginningOf, type DatedConfig, type NotBefore } from "./days";
import type { EvidenceEntry } from "./entry";
import { withoutStrangers } from "./images";
import type { EvidenceResult } from "./result";

/** What the table says of one fact. */
export interface Fact {
  readonly control: string;
  /** Gate from which it is demanded; absent for facts that are only shown. */
  readonly since?: Stage;
  readonly maxAgeDays: number;
  readonly says: string;
  /** What it cannot be older than. */
  readonly notBefore?: NotBefore;
  /** True where it is about one generation, and so must name it. */
  readonly ofGeneration?: true;
  /** True where the control's rule weighs the entries one by one, and holds the gate itself. */
  readonly byRule?: true;
}

const DRILL = { notBefore: "made", ofGeneration: true } as const;
const DECIDED = { notBefore: "decided" } as const;

/**
 * The closed table of facts. A bill of materials is older than what runs its image, and is held against the images; a
 * small team's word has an end of its own.
 */
export const FACTS = {
  "recreation-drilled": fact("REC-09", undefined, 180, "the environment was recreated in Azure", DRILL),
  "vpn-group": fact("NET-09", "pre-production", 365, "who may connect to the VPN is a named group", DECIDED),
  sbom: {
    ...fact("SUP-05", "pre-production", 365, "the image of measured.digest has a bill of materials"),
    byRule: true,
  },
  "data-protection-review": fact(
    "DAT-05",
    "pre-production",
    365,
    "someone reviewed how personal data is handled",
    DECIDED,
  ),
  // An assessment comes before what it assesses.
  "data-protection-assessment": {
    ...fact("DAT-05", "pilot", 365, "what special categories of data mean for people was assessed"),
    byRule: true,
  },
  "review-held": fact("GOV-05", "production", 180, "a readiness review was held", DECIDED),
  "risk-accepted": fact("GOV-05", "production", 180, "the known risks were accepted by a named person", {
    notBefore: "risks",
  }),
  "restore-drilled": { ...fact("RES-03", "production", 90, "a restore was drilled and timed", DRILL), byRule: true },
  "failover-drilled": {
    ...fact("RES-04", "scale", 180, "a failover was drilled and timed", { ...DECIDED, ofGeneration: true }),
    byRule: true,
  },
  "small-team": fact("IAM-05", undefined, 90, "one person holds roles that should be two"),
} as const;

/** A name in the table. */
export type FactName = keyof typeof FACTS;

function fact(
  control: string,
  since: Stage | undefined,
  maxAgeDays: number,
  says: string,
  fits: Pick<Fact, "notBefore" | "ofGeneration"> = {},
): Fact {
  return { control, maxAgeDays, says, ...(since && { since }), ...fits };
}

const SMALL_TEAM_DAYS = 90;

/** Whose entries count: those of one environment, for this generation or for every one. */
export interface Scope {
  /** Name of the environment, for example `orders-pre-production`. */
  readonly env: string;
  readonly generation?: number;
}

/** The entries of one environment that are about its generation; those about none are about every one. */
export function entriesOf(entries: readonly EvidenceEntry[], { env, generation }: Scope): readonly EvidenceEntry[] {
  return entries.filter(
    (one) =>
      one.env === env && (one.generation === undefined || generation === undefined || one.generation === generation),
  );
}

/** How one entry stands on the day of a check. */
export interface Standing {
  readonly state: Exclude<EvidenceResult["state"], "missing">;
  /** Continues "the evidence": `ended on 2027-01-20`. */
  readonly why: string;
  /** The whole sentence. */
  readonly says: string;
}

/** The generation that an entry is about: its own field, or what was measured on. */
export function generationOf({ generation, measured }: EvidenceEntry): number | undefined {
  if (generation !== undefined) return generation;
  const inside = isObject(measured) ? measured["generation"] : undefined;
  return typeof inside === "number" ? inside : undefined;
}

/**
 * Weighs one entry against what its fact demands.
 *
 * @param config  the environment's, for the days that it must fit
 */
export function standingOf(name: FactName, given: EvidenceEntry, today: Day, config: DatedConfig = {}): Standing {
  const demand: Fact = FACTS[name];
  const { by, date, link, until } = given;
  const not = (state: Standing["state"], why: string) => ({
    state,
    why,
    says: `The evidence that ${demand.says} ${why}.`,
  });
  const day = asDay(date);
  if (!day || !saysSomething(by) || !saysSomething(link)) return not("malformed", "lacks a person, a day or a link");
  const age = daysBetween(day, today);
  if (age < 0) return not("malformed", `is dated ${date}, after the day of the check`);
  if (demand.ofGeneration && generationOf(given) === undefined)
    return not("malformed", "does not say of which generation it is");
  const short = name === "small-team";
  if (until !== undefined || short) {
    const end = asDay(until);
    if (short && (!end || daysBetween(day, end) > SMALL_TEAM_DAYS))
      return not("malformed", `needs an end at most ${SMALL_TEAM_DAYS} days away`);
    if (!end) return not("malformed", `ends on ${until}, which is no day`);
    if (end < today) return not("expired", `ended on ${until}`);
  }
  if (age > demand.maxAgeDays) return not("too-old", `is ${age} days old; ${demand.maxAgeDays} are allowed`);
  const begun = demand.notBefore && beginningOf(demand.notBefore, config);
  if (begun && day < begun.day) return not("too-old", `is dated ${date}, before ${begun.what} (${begun.day})`);
  return { state: "present", why: "counts", says: `On ${date} ${by} recorded that ${demand.says}.` };
}

/** The entry of a fact that speaks: the newest that counts, else the newest of all. */
export function speaking(
  name: FactName,
  own: readonly EvidenceEntry[],
  today: Day,
  config: DatedConfig = {},
): { readonly entry: EvidenceEntry; readonly standing: Standing } | undefined {
  const weighed = own
    .filter((one) => one.fact === name)
    .sort((a, b) => `${b.date}`.localeCompare(`${a.date}`))
    .map((entry) => ({ entry, standing: standingOf(name, entry, today, config) }));
  return weighed.find(({ standing }) => standing.state === "present") ?? weighed[0];
}

/** True from Production where nobody has accepted the risk that a small team is. */
export function lacksAcceptedRisk(
  own: readonly EvidenceEntry[],
  gate: Stage,
  today: Day,
  config: DatedConfig = {},
): boolean {
  return isAtLeast(gate, "production") && speaking("risk-accepted", own, today, config)?.standing.state !== "present";
}

/**
 * Holds the entries of one environment against the table: what the gate demands and what is only shown. Facts that a
 * rule weighs are only shown here, so that what is missing is said once.
 *
 * @param scope  environment, gate and day; entries of other environments, and of other generations, do not count
 */
export function weighEvidence(
  entries: readonly EvidenceEntry[],
  scope: Scope & { readonly gate: Stage; readonly today: Day; readonly config?: ConfigView },
): EvidenceResult[] {
  const { gate, today, config } = scope;
  const { own, strangers } = withoutStrangers(entriesOf(entries, scope), config);
  const results: EvidenceResult[] = [];
  for (const [name, demand] of Object.entries(FACTS) as [FactName, Fact][]) {
    const demanded = !demand.byRule && demand.since !== undefined && isAtLeast(gate, demand.since);
    const found = speaking(name, own, today, config);
    const head = { fact: name, control: demand.control };
    if (!found) {
      if (demanded)
        results.push({
          ...head,
          state: "missing",
          holds: true,
          says: `No evidence that ${demand.says}: record ${name} in environments/evidence.yaml.`,
        });
      continue;
    }
    const { by, date, link, until } = found.entry;
    const { state, says } =
      name === "small-team" && found.standing.state === "present" && lacksAcceptedRisk(own, gate, today, config)
        ? { state: "malformed" as const, says: "A small team counts at Production only beside an accepted risk." }
        : found.standing;
    if (demand.byRule && state !== "present") continue;
    const holds = demanded && state !== "present";
    results.push({ ...head, by, date, link, ...(until !== undefined && { until }), state, holds, says });
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
  return [...results, ...strangers];
}
