import type { LoadedEnvironment } from "../config/loaded";
import { environmentOf } from "../environment/environment";
import type { Source } from "../environment/source";
import { synthesized } from "../environment/stacks";
import { BadInput } from "../errors";
import { buildGraph } from "../plan/build";
import { graphOf } from "../plan/graph-of";
import { isObject } from "../plan/json";
import { readPlan } from "../plan/read-plan";
import type { SynthesizedStack } from "../plan/terraform-json";
import { isStage } from "../stages/stage";
import { type IEnvironment, isEnvironment } from "../synth/environment";

/**
 * Reads what a test hands over: an environment or the config of one (synthesized in memory), the stacks of one, or a plan
 * as `terraform show -json` prints it, parsed or as text.
 *
 * @throws BadInput for anything else
 */
export function subjectOf(received: unknown): Source {
  if (typeof received === "string") return ofPlan(received);
  if (Array.isArray(received)) return ofStacks(received);
  if (isObject(received)) {
    if ("node" in received && isEnvironment(received as unknown as IEnvironment))
      return ofConstruct(received as unknown as IEnvironment);
    if (typeof received["positionOf"] === "function") return environmentOf(received as unknown as LoadedEnvironment);
    if (!("node" in received)) return ofPlan(JSON.stringify(received));
  }
  throw new BadInput([
    {
      path: "",
      says: "expected an environment, its config, its synthesized stacks, or a plan's JSON",
      fix: 'For example: loadEnvironment("environments/orders.poc.yaml").',
    },
  ]);
}

function ofConstruct(construct: IEnvironment): Source {
  const { name, stage, config } = construct.resolved;
  const { foundation } = construct;
  const others = construct.node.root.node.findAll().filter(isEnvironment);
  const neighbours = others.filter((one) => one !== construct).map((one) => one.resolved.config);
  const stacks = synthesized(construct);
  return { env: name, stage, config, neighbours, foundation, stacks, graph: graphOf(stacks) };
}

function ofStacks(stacks: readonly SynthesizedStack[]): Source {
  const graph = graphOf(stacks);
  const { workload, stage } = graph.stacks[0]?.identity ?? {};
  return {
    env: workload !== undefined && stage !== undefined ? `${workload}-${stage}` : (stacks[0]?.name ?? ""),
    ...(isStage(stage) && { stage }),
    graph,
  };
}

function ofPlan(text: string): Source {
  const read = readPlan(text, "plan.json");
  return { env: read.name, graph: buildGraph([read]) };
}
