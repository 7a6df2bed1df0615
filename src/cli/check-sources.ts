import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { LARGEST_PLAN, readTextFile } from "../disk/read-text";
import { standingOf } from "../foundation/standing";
import type { ConfigView } from "../policy/config-view";
import type { FolderView } from "../policy/folder-view";
import type { FoundationView } from "../policy/foundation-view";
import { buildGraph } from "../policy/graph/build";
import type { PlanGraph } from "../policy/graph/graph";
import type { JsonObject } from "../policy/graph/json";
import { type ReadPlan, readEnvironment, readPlan } from "../policy/read-plan";
import { inConfig, inStacks, type PlaceOf } from "../report/place";
import { isStage, type Stage } from "../stages/stage";
import type { IEnvironment } from "../synth/environment";
import { assertAlone, STACK_FILE } from "../synth/stack-folder";
import type { SynthesizedStack } from "../synth/terraform-json";

/** One environment to judge, wherever it came from. */
export interface Source {
  readonly env: string;
  /** Its own stage, when it is known. */
  readonly stage?: Stage;
  readonly graph: PlanGraph;
  readonly config?: ConfigView;
  readonly stacks?: readonly SynthesizedStack[];
  readonly placeOf?: PlaceOf;
  /** How the foundation that its config names stands. */
  readonly foundation?: FoundationView;
  readonly loaded?: LoadedEnvironment;
  /** The output folder, held against what a synth wrote, where one wrote it. */
  readonly folder?: FolderView;
}

/** Environments synthesized in memory: nothing is written. */
export async function fromEnvironments(all: readonly LoadedEnvironment[]): Promise<Source[]> {
  const [{ createEnvironment }, { GatewrightApp }, { synthesizeInMemory }] = await Promise.all([
    import("../../stacks/create"),
    import("../synth/app"),
    import("../synth/in-memory"),
  ]);
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-check") });
  return all.map((loaded) => {
    const environment = createEnvironment(app, loaded);
    const stacks = synthesizeInMemory(environment);
    const graph = buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
    const { name: env, stage } = environment.resolved;
    const { foundation }: IEnvironment = environment;
    return {
      env,
      stage,
      graph,
      stacks,
      loaded,
      config: loaded.config,
      placeOf: inConfig(loaded.config, loaded.positionOf),
      ...(foundation && { foundation }),
    };
  });
}

/** Plan files, judged together as one environment. A config makes more of the controls judgeable. */
export function fromPlans(files: readonly string[], loaded: LoadedEnvironment | undefined): Source {
  const read = files.map((file) => readPlan(readInput(file, "--plan"), file));
  for (const file of files) if (basename(file) === STACK_FILE) assertAlone(dirname(file));
  return sourceOf(read, loaded);
}

/** What was read of one environment, ready to be judged. */
export function sourceOf(read: readonly ReadPlan[], loaded: LoadedEnvironment | undefined): Source {
  const first = read[0];
  const graph = readEnvironment(read);
  const identity = graph.stacks[0]?.identity;
  const stage = loaded?.config.stage ?? identity?.stage;
  const env = loaded
    ? `${loaded.config.workload}-${loaded.config.stage}`
    : identity?.workload !== undefined && identity.stage !== undefined
      ? `${identity.workload}-${identity.stage}`
      : read.length === 1
        ? (first?.name ?? "")
        : read.map((one) => one.name).join("+");
  const stacks = read.every((one) => one.kind === "synth")
    ? read.map(({ name, json }) => ({ name, json: json as SynthesizedStack["json"] }))
    : undefined;
  const inFiles = inStacks(
    read.map(({ name, file, kind }) => ({
      stack: name,
      file,
      text: kind === "synth" ? readFileSync(file, "utf8") : "",
    })),
  );
  const foundation = loaded && standingOf(loaded).foundation;
  const inYaml = loaded && inConfig(loaded.config, loaded.positionOf);
  return {
    env,
    graph,
    ...(isStage(stage) && { stage }),
    ...(loaded && { loaded, config: loaded.config }),
    ...(stacks && { stacks }),
    ...(foundation && { foundation }),
    placeOf: (finding) => (finding.resource === "config" && inYaml ? inYaml(finding) : inFiles(finding)),
  };
}

/** The text of a file that an option names. */
export function readInput(file: string, option: string): string {
  return readTextFile(file, {
    largest: LARGEST_PLAN,
    fixes: {
      absent: `Name what ${option} is to read.`,
      folder: "Judge a folder with --dir.",
      tooLarge: "Is this the right file?",
    },
  });
}
