import { asDay, daysBetween } from "../config/day";
import { isScaleMode } from "../config/scale-mode";
import type { ConfigView } from "../config/view";
import { isApplied } from "../cost/applied";
import { monthlyFloor } from "../cost/floor";
import { FACTS } from "../evidence/facts";
import type { EvidenceResult } from "../evidence/result";
import type { FoundationVerdict } from "../foundation/judge";
import type { PlanGraph } from "../plan/graph";
import type { SynthesizedStack } from "../plan/terraform-json";
import { RULES } from "../policy/catalogue";
import type { Place, PlaceOf } from "../policy/place";
import type { Rule } from "../policy/rule";
import {
  type Basis,
  type ControlState,
  controlStates,
  type Finding,
  holding,
  type NotJudged,
  type Verdict,
  type Warning,
} from "../policy/verdict";
import { type Gate, type Stage, unknownHolds } from "../stages/stage";
import { type Between, between } from "./between";
import type { ControlLine } from "./control-line";
import { dataStores, regionsOf } from "./summary/data-stores";
import { entryLabel, entryPoints } from "./summary/entry-points";
import { deletionBlockers } from "./summary/protection";
import { budgets } from "./summary/roles";

/** A finding with the place in a file that it is about. */
export interface PlacedFinding extends Finding {
  readonly place?: Place;
}

/** What a reader wants to know of an environment beside its controls. */
export interface Facts {
  /** Ways in from the Internet: `https://web`. */
  readonly entryPoints: readonly string[];
  /** Regions in which data is kept. */
  readonly regions: readonly string[];
  readonly expires?: string;
  /** Days from the day of the check until the environment expires; negative when it has. */
  readonly daysLeft?: number;
  /** In US dollars a month, from list prices; absent for a plan. */
  readonly monthlyFloor?: number;
  /** Resources that the floor lacks, because their price is not known. */
  readonly unpriced?: readonly string[];
  /** In the billing currency. */
  readonly monthlyBudget?: string;
  /** What keeps the environment from being destroyed. */
  readonly deletionBlockers: readonly string[];
}

/** How many controls stand how; `judged` is their sum. */
export type Counts = Readonly<Record<ControlState | "judged", number>>;

/** Everything that a renderer may show of one environment at one gate. */
export interface EnvironmentReport {
  readonly env: string;
  readonly gate: Gate;
  /** The environment's own stage, when it is known. */
  readonly stage?: Stage;
  readonly outcome: Verdict["outcome"];
  readonly basis: Basis;
  readonly counts: Counts;
  readonly facts?: Facts;
  /** What stands between the environment and a later gate. */
  readonly between?: Between;
  readonly controls: readonly ControlLine[];
  /** What holds the gate. */
  readonly holding: readonly PlacedFinding[];
  /** Not known before apply, and not holding at this gate. */
  readonly unknown: readonly PlacedFinding[];
  readonly waived: readonly PlacedFinding[];
  readonly evidence: readonly EvidenceResult[];
  readonly notJudged: readonly NotJudged[];
  readonly warnings: readonly Warning[];
  /** Where the environment is described: its file's beginning. */
  readonly place?: Place;
}

/** What one run of a check found. */
export interface Report {
  /** Day of the check. */
  readonly today: string;
  readonly outcome: Verdict["outcome"];
  readonly environments: readonly EnvironmentReport[];
}

/** What a report is made of, beside the verdict. */
export interface ReportInput {
  readonly verdict: Verdict | FoundationVerdict;
  readonly stage?: Stage;
  readonly graph?: PlanGraph;
  readonly config?: ConfigView;
  /** Synthesized stacks; absent for a plan. */
  readonly stacks?: readonly SynthesizedStack[];
  /** The company's own rules. */
  readonly rules?: readonly Rule[];
  readonly placeOf?: PlaceOf;
  /** The verdict at the environment's own stage, when the gate is a later one. */
  readonly own?: Verdict;
}

/** The report of one environment. */
export function environmentReport(input: ReportInput): EnvironmentReport {
  const { verdict, graph, config, placeOf } = input;
  const unknownHeld = unknownHolds(verdict.gate);
  const placed = (one: Finding): PlacedFinding => {
    const place = placeOf?.(one);
    return place ? { ...one, place } : one;
  };
  const held = holding(verdict, unknownHeld);
  const top = placeOf?.({ resource: "config", path: "" });
  const controls = controlLines(verdict, input.rules ?? []);
  const own = verdict.gate !== "foundation" && verdict.gate !== input.stage ? input.own : undefined;
  return {
    env: verdict.env,
    gate: verdict.gate,
    ...(input.stage && { stage: input.stage }),
    outcome: verdict.outcome,
    basis: graph?.stacks.some((one) => one.basis === "plan") ? "plan" : "static",
    counts: countsOf(controls),
    ...(graph && { facts: factsOf(graph, config ?? {}, input.stacks, verdict.today) }),
    ...(own && verdict.gate !== "foundation" && { between: between(verdict, own, controls) }),
    controls,
    holding: held.map(placed),
    unknown: unknownHeld ? [] : verdict.findings.filter((one) => one.verdict === "unknown" && !one.waived).map(placed),
    waived: verdict.findings.filter((one) => one.waived).map(placed),
    evidence: verdict.evidence,
    notJudged: verdict.notJudged,
    warnings: verdict.warnings,
    ...(top && { place: top }),
  };
}

/** The report of a run. */
export function report(today: string, environments: readonly EnvironmentReport[]): Report {
  const outcome = environments.some((one) => one.outcome === "held") ? "held" : "admitted";
  return { today, outcome, environments };
}

function controlLines(verdict: Pick<Verdict, "findings" | "evidence">, custom: readonly Rule[]): ControlLine[] {
  const states = controlStates(verdict);
  for (const { fact, control, holds, state } of verdict.evidence) {
    const isDemanded = (FACTS as Readonly<Record<string, { since?: Stage }>>)[fact]?.since !== undefined;
    if (holds) states.set(control, "fail");
    else if (isDemanded && state === "present" && !states.has(control)) states.set(control, "pass");
  }
  const rules = new Map([...RULES, ...custom].map((one) => [one.control, one]));
  return [...states]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([control, state]) => {
      const { title, why, fix, severity } = rules.get(control) ?? evidenceControl(control);
      return { control, title, why, fix, severity, state };
    });
}

/** A control that no rule judges, only evidence. */
function evidenceControl(control: string): Pick<Rule, "title" | "why" | "fix" | "severity"> {
  const fact = Object.values(FACTS).find((one) => one.control === control);
  return {
    title: fact ? `Evidence that ${fact.says}` : control,
    why: "No plan can show it.",
    fix: "Add an entry to environments/evidence.yaml.",
    severity: "high",
  };
}

function countsOf(controls: readonly ControlLine[]): Counts {
  const of = (state: ControlState) => controls.filter((one) => one.state === state).length;
  return {
    judged: controls.length,
    pass: of("pass"),
    fail: of("fail"),
    unknown: of("unknown"),
    waived: of("waived"),
    "not-applicable": of("not-applicable"),
  };
}

function factsOf(
  graph: PlanGraph,
  config: ConfigView,
  stacks: readonly SynthesizedStack[] | undefined,
  today: string | undefined,
): Facts {
  const tagged = graph
    .of("azurerm_resource_group")
    .map((one) => one.entries("tags").get("expires-on"))
    .find(asDay);
  const expires = asDay(config.expires ?? tagged);
  const day = asDay(today);
  const budget = config.monthlyBudget ?? budgets(graph)[0]?.amount;
  return {
    entryPoints: [...new Set(entryPoints(graph).map(entryLabel))],
    regions: regionsOf(dataStores(graph)),
    ...(expires && { expires }),
    ...(expires && day && { daysLeft: daysBetween(day, expires) }),
    ...(stacks && priced(stacks, config)),
    ...(budget !== undefined && { monthlyBudget: String(budget) }),
    deletionBlockers: deletionBlockers(graph),
  };
}

function priced(stacks: readonly SynthesizedStack[], { scale }: ConfigView): Pick<Facts, "monthlyFloor" | "unpriced"> {
  const said = scale?.mode;
  const mode = isScaleMode(said) ? said : undefined;
  const { monthly, unpriced } = monthlyFloor(stacks.filter(({ name }) => isApplied(name, mode)));
  return { monthlyFloor: Math.round(monthly), ...(unpriced.length > 0 && { unpriced }) };
}
