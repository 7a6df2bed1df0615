import { lstatSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { badInput } from "../errors";
import { onDisk } from "./errno";

/**
 * Makes a folder and those above it, one after the other: Node's own `recursive` never returns below `/proc`.
 *
 * @param named  what a refusal names @default the folder that cannot be made
 * @returns the outermost folder that was made, `undefined` when the folder was there
 * @throws BadInput where a file is in the way, or the system refuses
 */
export function makeFolder(path: string, named?: string): string | undefined {
  const missing: string[] = [];
  for (let folder = path; !isFolder(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) onDisk(named ?? folder, () => mkdirSync(folder));
  return missing[0];
}

function isFolder(path: string): boolean {
  const found = onDisk(path, () => orNothing(() => statSync(path)));
  if (found?.isDirectory()) return true;
  if (found) throw badInput(`${path} is a file, not a folder`, "Name a folder.");
  if (orNothing(() => lstatSync(path)))
    throw badInput(`${path} is a link that leads nowhere`, "Correct the link, or name what it was to lead to.");
  return false;
}

/** What is below a file is nothing either: the file itself is found, and named, on the way up. */
function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
