import { type GateInput, judgeStage } from "../policy/engine";
import type { RecreationView } from "../policy/recreation-view";
import type { Verdict } from "../policy/verdict";
import { isAtLeast, type Stage } from "../stages/stage";
import type { Source } from "./source";

/** What a gate is told beside the environment. What is left out makes the controls that need it "not judged". */
export type Beside = Pick<GateInput, "gate" | "evidence" | "neighbours" | "recreation" | "rules" | "today">;

/**
 * The last step, from a graph to a verdict: judges one environment at a stage's gate.
 *
 * @param beside  neighbours that are left out are those that come with the environment
 */
export function judge(source: Source, beside: Beside): Verdict {
  const { env, graph, config, foundation, folder } = source;
  const neighbours = beside.neighbours ?? source.neighbours;
  return judgeStage({ ...beside, env, graph, config, foundation, folder, neighbours });
}

/**
 * The proof that what is judged can be recreated, where the gate asks for it: proved again, beside its certificate. A
 * plan has no digest of its own, so that nothing is said of it.
 */
export async function recreationAt(
  { environment, stacks, graph }: Source,
  gate: Stage | undefined,
): Promise<RecreationView | undefined> {
  if (!environment || !stacks || gate === undefined || !isAtLeast(gate, "pre-production")) return undefined;
  return (await import("./recreation")).recreationOf(environment, { stacks, graph });
}
