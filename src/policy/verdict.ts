import type { EvidenceResult } from "../evidence/result";
import type { Stage } from "../stages/stage";

/** What a rule says about one resource. */
export type Judgement = "pass" | "fail" | "not-applicable" | "unknown";

/** What a verdict rests on: synthesized JSON, a plan, a rehearsal against mocks, evidence from Azure. */
export type Basis = "static" | "plan" | "rehearsed" | "live";

/**
 * An input that a rule needs; neighbours are the configs of the other environments beside this one, recreation is the
 * proof that it can be recreated, folder is an output that a synth wrote.
 */
export type Need = "plan" | "config" | "evidence" | "today" | "neighbours" | "recreation" | "folder";

/** The waiver that covers a finding. */
export interface Waived {
  readonly by: string;
  readonly why: string;
  readonly until: string;
}

/** What this version does not know of a type of resource; reports say it once for all resources and controls. */
export interface UnreadType {
  /** With the type of Azure behind it, where it is one of azapi: `azapi_resource (Microsoft.Network/publicIPAddresses)`. */
  readonly type: string;
  /** Continues with "whether it": `has a public side`. */
  readonly asks: string;
}

/** One judgement about one resource, or about one path of the config. */
export interface Finding {
  /** Stable: control, resource and path. */
  readonly id: string;
  readonly control: string;
  /** Terraform address; `config` for findings about the config; empty when the control found nothing to judge. */
  readonly resource: string;
  /** Attribute path in the resource, or dotted path in the config. */
  readonly path: string;
  readonly verdict: Judgement;
  readonly basis: Basis;
  /** A sentence that names the value, unless it is secret. */
  readonly says: string;
  readonly fix: string;
  readonly waived?: Waived;
  /** Set where the type is why it is unknown. */
  readonly unread?: UnreadType;
}

/** A control that could not be judged because an input is missing. Not the same as unknown. */
export interface NotJudged {
  readonly control: string;
  readonly title: string;
  readonly missing: readonly Need[];
}

/** Something that does not hold the gate but wants to be seen, for example an unused waiver. */
export interface Warning {
  readonly control: string;
  readonly says: string;
  readonly fix: string;
}

/** The answer of a gate about one environment. */
export interface Verdict {
  readonly gate: Stage;
  readonly env: string;
  /** The day of the check as `YYYY-MM-DD`; absent for the date-blind synth gate. */
  readonly today?: string;
  readonly outcome: "admitted" | "held";
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  readonly evidence: readonly EvidenceResult[];
  readonly warnings: readonly Warning[];
}

/** How one control stands over all of its findings; the worst one speaks. */
export type ControlState = Judgement | "waived";

/** Control by control: fail before unknown before waived before pass; not applicable only when nothing else was said. */
export function controlStates(verdict: Pick<Verdict, "findings">): Map<string, ControlState> {
  const order: ControlState[] = ["fail", "unknown", "waived", "pass", "not-applicable"];
  const states = new Map<string, ControlState>();
  for (const one of verdict.findings) {
    const state: ControlState = one.waived ? "waived" : one.verdict;
    const before = states.get(one.control);
    if (before === undefined || order.indexOf(state) < order.indexOf(before)) states.set(one.control, state);
  }
  return states;
}

/** The findings that hold the gate: failures, and from Pre-Production what is unknown, unless waived. */
export function holding(verdict: Pick<Verdict, "findings">, unknownHolds: boolean): Finding[] {
  return verdict.findings.filter(
    (one) => !one.waived && (one.verdict === "fail" || (unknownHolds && one.verdict === "unknown")),
  );
}
