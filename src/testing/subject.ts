import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { BadInput } from "../errors";
import type { ConfigView } from "../policy/config-view";
import type { FoundationView } from "../policy/foundation-view";
import { buildGraph } from "../policy/graph/build";
import type { PlanGraph } from "../policy/graph/graph";
import { isObject, type JsonObject } from "../policy/graph/json";
import { readPlan } from "../policy/read-plan";
import { inConfig, type PlaceOf } from "../report/place";
import { isStage, type Stage } from "../stages/stage";
import { type IEnvironment, isEnvironment } from "../synth/environment";
import type { SynthesizedStack } from "../synth/terraform-json";

/** What can be asserted about, ready to be judged. */
export interface Subject {
  readonly env: string;
  readonly stage?: Stage;
  readonly graph: PlanGraph;
  readonly config?: ConfigView;
  /** Configs of the other environments of the same program. */
  readonly neighbours?: readonly ConfigView[];
  /** How its foundation stands, when it was read from a file. */
  readonly foundation?: FoundationView;
  /** Where findings about the config stand, when it was read from a file. */
  readonly placeOf?: PlaceOf;
}

/**
 * Reads what a test hands over: an environment or the config of one (synthesized in memory), the stacks of one, or a plan
 * as `terraform show -json` prints it, parsed or as text.
 *
 * @throws BadInput for anything else
 */
export function subjectOf(received: unknown): Subject {
  if (typeof received === "string") return ofPlan(received);
  if (Array.isArray(received)) return ofStacks(received);
  if (isObject(received)) {
    if ("node" in received && isEnvironment(received as unknown as IEnvironment))
      return ofEnvironment(received as unknown as IEnvironment);
    if (typeof received["positionOf"] === "function") return ofLoaded(received as unknown as LoadedEnvironment);
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

function ofEnvironment(environment: IEnvironment): Subject {
  // Only environments need cdktf; a test of a plan does not wait for it to load.
  const { synthesizeInMemory } = require("../synth/in-memory") as typeof import("../synth/in-memory");
  const { name, stage, config } = environment.resolved;
  const { foundation } = environment;
  const others = environment.node.root.node.findAll().filter(isEnvironment);
  const neighbours = others.filter((one) => one !== environment).map((one) => one.resolved.config);
  return { env: name, stage, config, neighbours, foundation, graph: graphOf(synthesizeInMemory(environment)) };
}

const made = new WeakMap<LoadedEnvironment, Subject>();

/** A config is built and synthesized once, however many assertions follow. */
function ofLoaded(loaded: LoadedEnvironment): Subject {
  const known = made.get(loaded);
  if (known) return known;
  const { createEnvironment } = require("../../stacks/create") as typeof import("../../stacks/create");
  const { GatewrightApp } = require("../synth/app") as typeof import("../synth/app");
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-test") });
  const subject = {
    ...ofEnvironment(createEnvironment(app, loaded)),
    placeOf: inConfig(loaded.config, loaded.positionOf),
  };
  made.set(loaded, subject);
  return subject;
}

function ofStacks(stacks: readonly SynthesizedStack[]): Subject {
  const graph = graphOf(stacks);
  const { workload, stage } = graph.stacks[0]?.identity ?? {};
  return {
    env: workload !== undefined && stage !== undefined ? `${workload}-${stage}` : (stacks[0]?.name ?? ""),
    ...(isStage(stage) && { stage }),
    graph,
  };
}

function ofPlan(text: string): Subject {
  const read = readPlan(text, "plan.json");
  return { env: read.name, graph: buildGraph([read]) };
}

function graphOf(stacks: readonly SynthesizedStack[]): PlanGraph {
  return buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
}
