import { dirname, join } from "node:path";
import { environmentName } from "../config/names";
import { environmentOf } from "../environment/environment";
import { judge, recreationAt } from "../environment/judge";
import { judgeSynth } from "../policy/engine";
import { type Finding, holding } from "../policy/verdict";
import type { OpenQuestion } from "../promotion/open-questions";
import { GATE_REASON } from "../promotion/reasons";
import { sentenceOf } from "../report/sentence";
import { unknownHolds } from "../stages/stage";
import { readEvidence } from "./evidence-file";
import type { PromotionSource } from "./promote-source";
import { dayOf } from "./today";

/** How the environment that is promoted stands at its own gate. */
export interface SourceGate {
  /** What holds it, a sentence a control; evidence, certificate and day included. */
  readonly held: readonly string[];
  /** The part of it that its own stacks and config show: going on needs a reason. Empty where held is refused outright. */
  readonly asked: readonly string[];
}

/** That a POC has expired is a note of the promotion; state belongs to a foundation that may be written later. */
const ELSEWHERE = new Set(["REC-02", "REC-07"]);
const NOTHING: ReadonlySet<string> = new Set();

/** Judges the environment that is promoted at its own gate, as `check` does, but for what its foundation says of it. */
export async function sourceGate(
  { loaded, others, gate: { inPlace } }: PromotionSource,
  today: string,
): Promise<SourceGate> {
  const { config, file } = loaded;
  const { stage: gate } = config;
  const env = environmentName(config);
  const environment = environmentOf(loaded);
  const { graph } = environment;
  const { entries: evidence } = readEvidence(join(dirname(file), "evidence.yaml"));
  const recreation = await recreationAt(environment, gate);
  const source = { env, graph, config, neighbours: others };
  const verdict = judge(source, { gate, evidence, recreation, today: dayOf(today) });
  const elsewhere = inPlace ? NOTHING : ELSEWHERE;
  const missing = verdict.evidence.filter(({ holds }) => holds).map(({ says, control }) => `${says} (${control})`);
  return {
    held: [...sentences(holding(verdict, unknownHolds(gate)), elsewhere), ...missing],
    asked: inPlace ? [] : sentences(holding(judgeSynth({ ...source, gate }), unknownHolds(gate)), elsewhere),
  };
}

/** The question that goes with it; none where nothing is asked. */
export function gateQuestion({ asked }: SourceGate, env: string): OpenQuestion[] {
  if (asked.length === 0) return [];
  const path = `why.${GATE_REASON}`;
  const ask = `The own gate of ${env} holds it: ${asked.join("; ")}. Mend it, or say why it is promoted all the same.`;
  return [{ path, ask, missing: [path] }];
}

function sentences(findings: readonly Finding[], elsewhere: ReadonlySet<string>): string[] {
  const first = new Map<string, Finding>();
  for (const one of findings) if (!first.has(one.control)) first.set(one.control, one);
  return [...first.values()]
    .filter(({ control }) => !elsewhere.has(control))
    .map((one) => `${sentenceOf(one)} (${one.control})`);
}
