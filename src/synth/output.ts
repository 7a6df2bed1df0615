import { copyFileSync, existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { makeFolder } from "../disk/make-folder";
import { BadInput, badInput } from "../errors";
import { MANIFEST, mergedManifest, ownersIn } from "./manifest";

/** Files that a synth writes; everything else in an output folder (`.terraform`, lock files) is somebody else's. */
const OURS =
  /^(?:manifest\.json|stacks\/[^/]+\/(?:cdk\.tf\.json|assets\/.*)|environments\/[^/]+\/(?:FIRST-APPLY\.md|steps\.json|digests\.json|steps\/[^/]+\.sh))$/;

/** What a synth takes the place of: everything that an earlier one wrote, or the environments that it writes itself. */
export type Replaces = "everything" | "its own";

/** Environments of an earlier synth, by name, and what became of them. */
export interface Earlier {
  readonly kept: readonly string[];
  readonly removed: readonly string[];
}

/** Refuses an output path that is a file. */
export function assertFolder(path: string): void {
  if (existsSync(path) && !statSync(path).isDirectory())
    throw badInput(`${path} is a file, not a folder`, "Name a folder for the output.");
}

/**
 * Moves a finished synth into the output folder, file by file, and removes what an earlier synth left there. By then
 * everything is written and judged, so that either all of it arrives or none; the manifest arrives last.
 */
export function publish(staging: string, output: string, replaces: Replaces): Earlier {
  const before = replaces === "everything" ? ownersIfKnown(output) : ownersIn(output);
  const now = new Set(ownersIn(staging).values());
  const stays = (owner: string | undefined) => replaces === "its own" && (owner === undefined || !now.has(owner));
  if (replaces === "its own") {
    const there = (stack: string) =>
      stays(before.get(stack)) && existsSync(join(output, "stacks", stack, "cdk.tf.json"));
    writeFileSync(join(staging, MANIFEST), mergedManifest(output, staging, there));
  }
  const fresh = new Set(filesOf(staging).sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST)));
  for (const file of fresh) {
    makeFolder(dirname(join(output, file)));
    move(join(staging, file), join(output, file));
  }
  for (const file of filesOf(output)) {
    if (!OURS.test(file) || fresh.has(file) || stays(ownerOf(file, before))) continue;
    rmSync(join(output, file));
    removeEmpty(dirname(file), output);
  }
  const others = [...new Set(before.values())].filter((owner) => !now.has(owner)).sort();
  return replaces === "everything" ? { kept: [], removed: others } : { kept: others, removed: [] };
}

/** Removes a folder of an output that has become empty, and the folders above it that became so with it. */
function removeEmpty(folder: string, output: string): void {
  if (folder === "." || readdirSync(join(output, folder)).length > 0) return;
  rmdirSync(join(output, folder));
  removeEmpty(dirname(folder), output);
}

/** A synth of everything writes over what an unreadable manifest lists; it only cannot tell what went. */
function ownersIfKnown(output: string): ReadonlyMap<string, string> {
  try {
    return ownersIn(output);
  } catch (error) {
    if (error instanceof BadInput) return new Map();
    throw error;
  }
}

/** The environment that a file of an output belongs to; `undefined` where no manifest tells. */
function ownerOf(file: string, owners: ReadonlyMap<string, string>): string | undefined {
  const [place, name = ""] = file.split("/");
  return place === "environments" ? name : owners.get(name);
}

/** An output folder may be a mount of its own, where nothing can be renamed to. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copyFileSync(from, to);
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
