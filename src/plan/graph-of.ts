import { buildGraph } from "./build";
import type { PlanGraph } from "./graph";
import type { JsonObject } from "./json";
import type { SynthesizedStack } from "./terraform-json";

/** The plan graph of the stacks of one environment. */
export function graphOf(stacks: readonly SynthesizedStack[]): PlanGraph {
  return buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
}
