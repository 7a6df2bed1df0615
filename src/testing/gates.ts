import { parseToday } from "../config/day";
import { didYouMean } from "../config/suggest";
import { plain } from "../display/inert";
import { judge } from "../environment/judge";
import { badInput } from "../errors";
import type { EvidenceEntry } from "../evidence/entry";
import { RULES } from "../policy/catalogue";
import { demanded } from "../policy/engine";
import type { PlaceOf } from "../policy/place";
import type { Rule } from "../policy/rule";
import { type Finding, holding, type Verdict } from "../policy/verdict";
import { sentenceOf } from "../report/sentence";
import { isAtLeast, isStage, STAGE_TITLES, STAGES, type Stage } from "../stages/stage";
import { type Outcome, outcome } from "./outcome";
import { subjectOf } from "./subject";

/** What a gate needs beside the environment. */
export interface GateOptions {
  /** Day of the check, year-month-day: a test that reads the clock passes today and fails tomorrow. */
  readonly today: string;
  /** @default none */
  readonly evidence?: readonly EvidenceEntry[];
  /** The company's own rules. @default none */
  readonly rules?: readonly Rule[];
}

/** A finding as a test shows it: resource, attribute, sentence with the value, fix, control. */
function explainFinding(finding: Finding, placeOf?: PlaceOf): string {
  const { control, path, fix } = finding;
  const place = finding.resource === "config" ? placeOf?.(finding) : undefined;
  const where = place ? ` (${plain(place.file)}:${place.line}:${place.column})` : "";
  const at = path === "" ? "" : `\n      at ${plain(path)}${where}`;
  return `${plain(sentenceOf(finding))} (${control})${at}${fix === "" ? "" : `\n      fix: ${plain(fix)}`}`;
}

/** The environment passes the gate of a stage on a day. */
export function passesGate(received: unknown, stage: Stage, options: GateOptions): Outcome {
  if (!isStage(stage))
    throw badInput(
      `the gate must be ${STAGES.join(", ")}, got ${JSON.stringify(stage)}${didYouMean(String(stage), STAGES)}`,
    );
  if (typeof options?.today !== "string")
    throw badInput("toPassGate needs the day of the check", 'toPassGate("poc", { today: "2026-11-21" })');
  const subject = subjectOf(received);
  const { env, placeOf } = subject;
  const { today, evidence = [], rules } = options;
  const verdict = judge(subject, { gate: stage, evidence, today: parseToday(today), rules });
  const wrong = [
    ...holding(verdict, isAtLeast(stage, "pre-production")).map((one) => explainFinding(one, placeOf)),
    ...verdict.evidence.filter(({ holds }) => holds).map(({ says, control }) => `${plain(says)} (${control})`),
  ];
  const gate = `the ${STAGE_TITLES[stage]} gate on ${today}`;
  return outcome(
    verdict.outcome === "held" ? wrong : [],
    `expected ${plain(env)} to pass ${gate}, but it is held:`,
    `expected ${plain(env)} not to pass ${gate}, but it is admitted`,
  );
}

/** Options of {@link holdsControl}. */
export interface ControlOptions extends Partial<GateOptions> {
  /** @default the environment's stage; for a control that starts later, its first stage */
  readonly gate?: Stage;
}

/** One control holds: it judged something, and found nothing wrong or unknown in it. */
export function holdsControl(received: unknown, control: string, options: ControlOptions = {}): Outcome {
  const rules = [...RULES, ...(options.rules ?? [])];
  const rule = rules.find((one) => one.control === control);
  if (!rule)
    throw badInput(
      `there is no control ${JSON.stringify(control)}${didYouMean(
        control,
        rules.map((one) => one.control),
      )}`,
      "List the controls with `gatewright check --explain`.",
    );
  const subject = subjectOf(received);
  const { env, stage, placeOf } = subject;
  const gate =
    options.gate ?? (stage !== undefined && demanded(rule, stage) ? stage : (rule.only ?? rule.since ?? "poc"));
  const { today, evidence = [] } = options;
  const verdict = judge(subject, {
    gate,
    evidence,
    rules: options.rules,
    ...(today !== undefined && { today: parseToday(today) }),
  });
  const wrong = wrongWith(verdict, control, placeOf);
  const what = `${control} (${rule.title}) to hold for ${plain(env)} at ${STAGE_TITLES[gate]}`;
  return outcome(wrong, `expected ${what}, but:`, `expected ${what.replace(" to hold", " not to hold")}, but it does`);
}

function wrongWith(verdict: Verdict, control: string, placeOf?: PlaceOf): string[] {
  const missing = verdict.notJudged.find((one) => one.control === control);
  if (missing) return [`it was not judged, for want of ${missing.missing.join(" and ")}`];
  const own = verdict.findings.filter((one) => one.control === control);
  if (own.every((one) => one.verdict === "not-applicable")) return ["there is nothing that it judges"];
  return own
    .filter((one) => !one.waived && (one.verdict === "fail" || one.verdict === "unknown"))
    .map((one) => explainFinding(one, placeOf));
}
