import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironments } from "../config/load";
import { badInput } from "../errors";
import type { LoadedFoundation } from "../foundation/load";
import { buildGraph } from "../policy/graph/build";
import type { JsonObject } from "../policy/graph/json";
import { fromEnvironments, fromPlans, type Source } from "./check-sources";
import { fromFolder } from "./folder-source";
import { isFoundationName, loadFoundations } from "./foundations";

/** What a report is about: environments and foundations by name, plan files, or an output folder. */
export interface Subject {
  readonly environments: string;
  readonly plan?: readonly string[];
  readonly dir?: string;
}

/** Everything that a report is about, foundations last. Nothing is written. */
export async function sourcesOf(names: readonly string[], { environments, plan, dir }: Subject): Promise<Source[]> {
  if (plan && dir !== undefined) throw badInput("--plan and --dir name two things to report on", "Give one of them.");
  const ours = names.filter((name) => !isFoundationName(name));
  const bases = names.length > ours.length ? loadFoundations(names, environments) : [];
  if (!plan && dir === undefined) {
    const loaded = ours.length > 0 || bases.length === 0 ? loadEnvironments(ours, environments) : [];
    return [...(await fromEnvironments(loaded)), ...(await fromFoundations(bases))];
  }
  if (bases.length > 0) throw badInput("a foundation is reported on by its name alone", "Leave out --plan and --dir.");
  const loaded = ours.length > 0 ? loadEnvironments(ours, environments) : [];
  if (dir !== undefined) return fromFolder(dir, loaded);
  if (loaded.length > 1)
    throw badInput(
      `--plan is reported as one environment, but ${ours.join(", ")} names ${loaded.length}`,
      "Name one environment, or none.",
    );
  return [fromPlans(plan ?? [], loaded[0])];
}

/** Foundations synthesized in memory. They have no stage and no data of the product. */
async function fromFoundations(all: readonly LoadedFoundation[]): Promise<Source[]> {
  if (all.length === 0) return [];
  const [{ createFoundation }, { GatewrightApp }, { terraformOf }] = await Promise.all([
    import("../../stacks/0-foundation"),
    import("../synth/app"),
    import("../synth/in-memory"),
  ]);
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-report") });
  return all.map((loaded) => {
    const { resolved, stack } = createFoundation(app, loaded);
    stack.prepareStack();
    const { name, json } = terraformOf(stack);
    return { env: resolved.name, graph: buildGraph([{ kind: "synth", name, json: json as JsonObject }]) };
  });
}
