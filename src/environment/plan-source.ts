import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { LARGEST_PLAN, readTextFile } from "../disk/read-text";
import { type ReadPlan, readEnvironment, readPlan } from "../plan/read-plan";
import type { SynthesizedStack } from "../plan/terraform-json";
import { inStacks } from "../policy/place";
import { isStage } from "../stages/stage";
import { assertAlone, STACK_FILE } from "../synth/stack-folder";
import type { Environment } from "./environment";
import type { Source } from "./source";

/** Plan files, judged together as one environment. A config makes more of the controls judgeable. */
export function fromPlans(files: readonly string[], environment?: Environment): Source {
  const read = files.map((file) => readPlan(readInput(file, "--plan"), file));
  for (const file of files) if (basename(file) === STACK_FILE) assertAlone(dirname(file));
  return sourceOf(read, environment);
}

/** What was read of one environment, ready to be judged. */
export function sourceOf(read: readonly ReadPlan[], environment?: Environment): Source {
  const first = read[0];
  const graph = readEnvironment(read);
  const identity = graph.stacks[0]?.identity;
  const stage = environment?.stage ?? identity?.stage;
  const env = environment
    ? environment.env
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
  const foundation = environment?.foundation;
  return {
    env,
    graph,
    ...(isStage(stage) && { stage }),
    ...(environment && { environment, config: environment.config }),
    ...(stacks && { stacks }),
    ...(foundation && { foundation }),
    placeOf: (finding) =>
      finding.resource === "config" && environment ? environment.placeOf(finding) : inFiles(finding),
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
