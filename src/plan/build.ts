import { PlanGraph, qualifier } from "./graph";
import type { JsonObject } from "./json";
import { inOneFormAsFarAsRead } from "./one-form";
import { planAddresses, readPlanJson } from "./plan-reader";
import { readSynth, synthAddresses } from "./synth-reader";

/** One input of the graph: a synthesized stack, or a plan as `terraform show -json` prints it. */
export interface GraphInput {
  readonly kind: "synth" | "plan";
  /** Name of the stack, or of the plan's file. */
  readonly name: string;
  readonly json: JsonObject;
}

/**
 * The plan graph of one environment.
 *
 * @param given  every stack of the environment; ids written in one find the resources of the others
 */
export function buildGraph(given: readonly GraphInput[]): PlanGraph {
  const inputs = given.map((one) => (one.kind === "synth" ? { ...one, json: inOneFormAsFarAsRead(one.json) } : one));
  const qualify = qualifier(
    inputs.map(({ kind, name, json }) => ({
      stack: name,
      addresses: inputs.length < 2 ? [] : kind === "synth" ? synthAddresses(json) : planAddresses(json),
    })),
  );
  return new PlanGraph((graph, absent) =>
    inputs.map(({ kind, name, json }) =>
      kind === "synth" ? readSynth(graph, name, json, qualify, absent) : readPlanJson(graph, name, json, qualify),
    ),
  );
}
