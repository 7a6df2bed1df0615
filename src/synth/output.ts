import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { badInput } from "../errors";

/** Files that a synth writes; everything else in an output folder (`.terraform`, lock files) is somebody else's. */
const OURS =
  /^(?:manifest\.json|stacks\/[^/]+\/(?:cdk\.tf\.json|assets\/.*)|environments\/[^/]+\/(?:FIRST-APPLY\.md|steps\.json))$/;

/** Refuses an output path that is a file. */
export function assertFolder(path: string): void {
  if (existsSync(path) && !statSync(path).isDirectory())
    throw badInput(`${path} is a file, not a folder`, "Name a folder for the output.");
}

/**
 * Moves a finished synth into the output folder, file by file, and removes what an earlier synth left there. By then
 * everything is written and judged, so that either all of it arrives or none.
 */
export function publish(staging: string, output: string): void {
  const fresh = new Set(filesOf(staging));
  for (const file of fresh) {
    mkdirSync(dirname(join(output, file)), { recursive: true });
    move(join(staging, file), join(output, file));
  }
  for (const file of filesOf(output)) {
    if (!OURS.test(file) || fresh.has(file)) continue;
    rmSync(join(output, file));
    if (readdirSync(dirname(join(output, file))).length === 0) rmdirSync(dirname(join(output, file)));
  }
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
