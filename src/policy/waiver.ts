import { asDay, type Day, daysBetween } from "../config/day";
import { isWildcard } from "../config/schema/common";
import { saysSomething } from "../config/visible-text";
import { BadInput, type Problem } from "../errors";
import { isObject } from "../plan/json";
import { isAtLeast, type Stage } from "../stages/stage";
import type { Finding, Warning } from "./verdict";

/** A dated exception for one control on one resource. */
export interface Waiver {
  readonly control: string;
  /** Address of the resource as findings show it, or `config`. */
  readonly resource: string;
  readonly by: string;
  readonly why: string;
  readonly until: string;
}

/** A waiver as it stands on the day of the check. */
export interface WeighedWaiver {
  readonly waiver: Waiver;
  readonly index: number;
  /** Why it does not count; absent when it does. */
  readonly void?: string;
}

/** Longest reach of a waiver, in days from the day of the check. */
const WAIVER_DAYS = 90;
/** The same at Production and above. */
const WAIVER_DAYS_AT_PRODUCTION = 30;

const FIELDS = ["control", "resource", "by", "why", "until"] as const;

function problemOf(waiver: Waiver, gate: Stage, today: Day | undefined): string | undefined {
  const missing = FIELDS.filter((field) => !saysSomething(waiver[field]));
  if (missing.length > 0) return `does not say ${missing.join(", ")}`;
  if (isWildcard(waiver.resource)) return "is for no single resource";
  const until = asDay(waiver.until);
  if (!until) return `has an end that is not a day: ${JSON.stringify(waiver.until)}`;
  if (!today) return undefined;
  if (until < today) return `expired on ${waiver.until}`;
  const limit = isAtLeast(gate, "production") ? WAIVER_DAYS_AT_PRODUCTION : WAIVER_DAYS;
  const days = daysBetween(today, until);
  return days > limit ? `reaches ${days} days ahead; ${limit} are allowed` : undefined;
}

/**
 * Weighs raw waivers: those that do not count say why. Without a day, ends are not looked at.
 *
 * @throws BadInput when a waiver names a control that does not exist
 */
export function weighWaivers(
  raw: readonly unknown[],
  controls: ReadonlySet<string>,
  gate: Stage,
  today: Day | undefined,
): WeighedWaiver[] {
  const problems = unknownControls(raw, controls);
  if (problems.length > 0) throw new BadInput(problems);
  return raw.map((one, index): WeighedWaiver => {
    const waiver = (isObject(one) ? one : {}) as unknown as Waiver;
    const wrong = problemOf(waiver, gate, today);
    return { waiver, index, ...(wrong !== undefined && { void: wrong }) };
  });
}

/** Waivers of controls that do not exist. */
export function unknownControls(raw: readonly unknown[], controls: ReadonlySet<string>): Problem[] {
  return raw.flatMap((one, index) => {
    const control = isObject(one) ? one["control"] : undefined;
    if (typeof control !== "string" || controls.has(control)) return [];
    const path = `waivers.${index}.control`;
    const says = `${path} must be a known control, got ${JSON.stringify(control)}.`;
    return [{ path, says, fix: "List the controls with `gatewright check --explain`." }];
  });
}

/** A finding together with whether a waiver may cover it. */
export interface Waivable {
  readonly finding: Finding;
  readonly waivable: boolean;
}

/** Covers findings with the waivers that count. Gives back what was covered and what each waiver came to. */
export function applyWaivers(
  all: readonly Waivable[],
  weighed: readonly WeighedWaiver[],
  today: Day | undefined,
): { findings: Finding[]; about: Finding[]; warnings: Warning[] } {
  const live = new Map<string, WeighedWaiver>();
  for (const one of weighed) if (!one.void) live.set(`${one.waiver.control} ${one.waiver.resource}`, one);
  const used = new Set<WeighedWaiver>();
  const refused = new Set<WeighedWaiver>();
  const findings = all.map(({ finding, waivable }) => {
    if (finding.verdict !== "fail" && finding.verdict !== "unknown") return finding;
    const found = live.get(`${finding.control} ${finding.resource}`);
    if (!found) return finding;
    if (!waivable) refused.add(found);
    else used.add(found);
    const { by, why, until } = found.waiver;
    return waivable ? { ...finding, waived: { by, why, until } } : finding;
  });
  const about: Finding[] = [];
  const warnings: Warning[] = [];
  for (const one of weighed) {
    const name = `The waiver of ${one.waiver.control ?? "?"} on ${one.waiver.resource ?? "?"}`;
    if (one.void) about.push(waiverFinding(one, "fail", `${name} ${one.void}.`));
    else if (refused.has(one)) about.push(waiverFinding(one, "fail", `${name} cannot be: this is never waived.`));
    else if (used.has(one)) about.push(waiverFinding(one, "pass", `${name} holds until ${one.waiver.until}.`));
    else if (today)
      warnings.push({ control: "GOV-04", says: `${name} covers nothing.`, fix: `Remove waivers.${one.index}.` });
  }
  return { findings, about, warnings };
}

function waiverFinding({ index }: WeighedWaiver, verdict: "pass" | "fail", says: string): Finding {
  const path = `waivers.${index}`;
  const fix =
    verdict === "fail" ? "Fix the cause, or decide again and write control, resource, by, why and until." : "";
  return {
    id: `GOV-04 config ${path}`,
    control: "GOV-04",
    resource: "config",
    path,
    verdict,
    basis: "static",
    says,
    fix,
  };
}
