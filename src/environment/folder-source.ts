import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { badInput } from "../errors";
import type { JsonObject } from "../plan/json";
import { type ReadPlan, readPlan } from "../plan/read-plan";
import type { FolderView } from "../policy/folder-view";
import { changedSinceSynth } from "../synth/digests";
import { ownersIn } from "../synth/manifest";
import { stackFolders } from "../synth/output-folder";
import { assertAlone, STACK_FILE } from "../synth/stack-folder";
import type { Environment } from "./environment";
import { readInput, sourceOf } from "./plan-source";
import type { Source } from "./source";

/** What a foundation's stack says in place of a stage. */
const FOUNDATION = "foundation";

/** An output folder: every environment in it, or those that a config is given for. */
export function fromFolder(folder: string, environments: readonly Environment[]): Source[] {
  const groups = stacksByEnvironment(folder);
  const source = (name: string, read: readonly ReadPlan[], one?: Environment) => {
    const view = folderView(folder, name, read);
    return { ...sourceOf(read, one), ...(view && { folder: view }) };
  };
  if (environments.length === 0) return [...groups].map(([name, read]) => source(name, read));
  const strangers = groups.get("") ?? [];
  if (strangers.length > 0)
    throw badInput(
      `${folder} holds ${strangers.map(({ name }) => name).join(", ")}, which is of no environment and not judged with one`,
      "Make the stack below an environment, or write it into a folder of its own and judge it there with --gate.",
    );
  return environments.map((one) => {
    const name = one.env;
    const read = groups.get(name);
    if (read) return source(name, read, one);
    throw badInput(
      `${folder} holds no stacks of ${name}`,
      `It holds ${[...groups.keys()].join(", ") || "no environment"}.`,
    );
  });
}

/**
 * Foundations of a folder, which are judged from their configs; of what stands here it is only known whether a synth
 * wrote it.
 *
 * @throws BadInput for one that was changed, or that only says that it is one
 */
export function withoutFoundations(sources: readonly Source[]): Source[] {
  return sources.filter(({ env, graph, folder }) => {
    if (graph.stacks.some((one) => one.identity.stage !== FOUNDATION)) return true;
    const [changed] = folder?.changed ?? [];
    if (changed !== undefined) throw badInput(changed.replace(/\.$/, ""), `Synthesize ${env} again.`);
    const [other] = graph.stacks.filter(({ name }) => name !== env);
    if (other) throw badInput(`${other.name} says that it is the foundation ${env}`, "Synthesize it again.");
    return false;
  });
}

/** Stacks by the environment that they say they are of; one that says nothing is of the one that it was made below. */
function stacksByEnvironment(folder: string): Map<string, ReadPlan[]> {
  const groups = new Map<string, ReadPlan[]>();
  const open: ReadPlan[] = [];
  for (const place of stackFolders(folder)) {
    assertAlone(place);
    const file = join(place, STACK_FILE);
    const read = readPlan(readInput(file, "--dir"), file);
    const name = environmentIn(read.json);
    if (name === undefined) open.push(read);
    else groups.set(name, [...(groups.get(name) ?? []), read]);
  }
  if (open.length === 0) return groups;
  const { output } = outputOf(folder) ?? {};
  const owners = output === undefined ? new Map<string, string>() : ownersIn(output);
  for (const read of open) {
    const owner = owners.get(read.name) ?? "";
    const name = groups.has(owner) ? owner : "";
    groups.set(name, [...(groups.get(name) ?? []), read]);
  }
  return groups;
}

function folderView(folder: string, environment: string, read: readonly ReadPlan[]): FolderView | undefined {
  const place = outputOf(folder);
  if (!place) return undefined;
  const found = read.map(({ name }) => name);
  const changed = changedSinceSynth(place.output, environment, found, place.only);
  return changed && { changed };
}

/** The output that a folder is, or is in. */
function outputOf(folder: string): { readonly output: string; readonly only?: string } | undefined {
  const path = resolve(folder);
  if (existsSync(join(path, "stacks"))) return { output: path };
  if (basename(path) === "stacks") return { output: dirname(path) };
  if (basename(dirname(path)) === "stacks") return { output: dirname(dirname(path)), only: basename(path) };
  return undefined;
}

function environmentIn(json: JsonObject): string | undefined {
  const own = (json["//"] as { gatewright?: { workload?: unknown; stage?: unknown } } | undefined)?.gatewright;
  return typeof own?.workload === "string" && typeof own.stage === "string"
    ? `${own.workload}-${own.stage}`
    : undefined;
}
