import type { Day } from "../config/day";
import type { ConfigView } from "../config/view";
import type { EvidenceEntry } from "../evidence/entry";
import { FACTS, weighEvidence } from "../evidence/facts";
import type { PlanGraph } from "../plan/graph";
import { isAtLeast, type Stage } from "../stages/stage";
import { RULES } from "./catalogue";
import { Context } from "./context";
import type { FolderView } from "./folder-view";
import type { FoundationView } from "./foundation-view";
import type { RecreationView } from "./recreation-view";
import type { Rule } from "./rule";
import type { Need, NotJudged, Verdict, Warning } from "./verdict";
import { applyWaivers, type Waivable, weighWaivers } from "./waiver";

/** What a gate judges. What is left out makes the controls that need it "not judged". */
export interface GateInput {
  readonly gate: Stage;
  /** Name of the environment, for example `orders-poc`. */
  readonly env: string;
  readonly graph?: PlanGraph;
  readonly config?: ConfigView;
  readonly evidence?: readonly EvidenceEntry[];
  /** Configs of the other environments of the company, for what holds between them. */
  readonly neighbours?: readonly ConfigView[];
  readonly recreation?: RecreationView;
  /** Only where an output that a synth wrote is judged: anywhere else there is nothing that could have changed. */
  readonly folder?: FolderView;
  readonly foundation?: FoundationView;
  /** Waivers in addition to the config's own. */
  readonly waivers?: readonly unknown[];
  readonly today?: Day;
  /** Custom rules, beside the catalogue. */
  readonly rules?: readonly Rule[];
}

/** True when the gate demands the rule. */
export function demanded(rule: Rule, gate: Stage): boolean {
  if (rule.only) return rule.only === gate;
  return rule.since !== undefined && isAtLeast(gate, rule.since);
}

/**
 * The synth gate: rules over plan and config only, without a day. A verdict is computed before the first byte of
 * output is written.
 */
export function judgeSynth(input: Omit<GateInput, "evidence" | "today">): Verdict {
  const dateBlind = (one: Rule) => one.needs.every((need) => need === "plan" || need === "config");
  return judge(input, dateBlind);
}

/** The stage gate: everything there is, on the day of the check. */
export function judgeStage(input: GateInput): Verdict {
  return judge(input, () => true);
}

function judge(input: GateInput, takesPart: (rule: Rule) => boolean): Verdict {
  const { gate, env, config, today } = input;
  const rules = [...RULES, ...(input.rules ?? [])];
  const given: Record<Need, boolean> = {
    plan: input.graph !== undefined,
    config: config !== undefined,
    evidence: input.evidence !== undefined,
    today: today !== undefined,
    neighbours: input.neighbours !== undefined,
    recreation: input.recreation !== undefined,
    folder: input.folder !== undefined,
  };
  const all: Waivable[] = [];
  const notJudged: NotJudged[] = [];
  for (const rule of rules) {
    if (!demanded(rule, gate) || !takesPart(rule)) continue;
    if (rule.needs.includes("folder") && !given.folder) continue;
    const missing = rule.needs.filter((need) => !given[need]);
    if (missing.length > 0) notJudged.push({ control: rule.control, title: rule.title, missing });
    else for (const one of new Context(rule, input).run()) all.push(one);
  }
  const controls = knownControls(input.rules);
  const raw = [...(config?.waivers ?? []), ...(input.waivers ?? [])];
  const { findings, about, warnings } = applyWaivers(all, weighWaivers(raw, controls, gate, today), today);
  const others = about.length > 0 ? findings.filter((one) => one.control !== "GOV-04") : findings;
  const everything = [...others, ...about].sort(byId);
  const evidence =
    input.evidence && today
      ? weighEvidence(input.evidence, { env, gate, today, config, generation: config && (config.generation ?? 1) })
      : [];
  const unknownHolds = isAtLeast(gate, "pre-production");
  const held =
    evidence.some((one) => one.holds) ||
    everything.some((one) => !one.waived && (one.verdict === "fail" || (unknownHolds && one.verdict === "unknown")));
  return {
    gate,
    env,
    ...(today && { today }),
    outcome: held ? "held" : "admitted",
    findings: everything,
    notJudged,
    evidence,
    warnings: [...warnings, ...overdue(config?.reviewBy, today)],
  };
}

/** Every control that a waiver may name: those of the catalogue, of evidence and of the company's own rules. */
export function knownControls(rules: readonly Rule[] = []): ReadonlySet<string> {
  const evidence = Object.values(FACTS);
  return new Set([...RULES, ...rules, ...evidence].map(({ control }) => control).concat("GOV-04"));
}

/** A review whose day has passed holds nothing, and is said until it was held. */
function overdue(reviewBy: string | undefined, today: Day | undefined): Warning[] {
  if (reviewBy === undefined || today === undefined || reviewBy >= today) return [];
  const fix = "Review it, and write the day of the next review into reviewBy.";
  return [{ control: "GOV-03", says: `Its review was due by ${reviewBy}.`, fix }];
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
