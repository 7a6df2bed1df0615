import { lstatSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { refusedByDisk } from "./errno";

/**
 * Why there is nothing to read at a path, as the end of a sentence that begins with the path; `undefined` where something
 * is there.
 *
 * @throws BadInput where the system does not let anybody look
 */
export function absence(path: string): string | undefined {
  const answer = codeOf(() => statSync(path));
  switch (answer?.code) {
    case undefined:
      return undefined;
    case "ENOENT":
      return codeOf(() => lstatSync(path)) === undefined ? "is a link that leads nowhere" : "does not exist";
    case "ELOOP":
      return "is a link that leads back to itself";
    case "ENOTDIR":
      return `cannot be: ${fileAbove(path)} is a file, not a folder`;
    default:
      throw refusedByDisk(answer, path) ?? answer;
  }
}

/** True where a path names something: a link too, wherever it leads. */
export function isThere(path: string): boolean {
  const answer = codeOf(() => lstatSync(path));
  if (answer === undefined) return true;
  if (answer.code === "ENOENT" || answer.code === "ENOTDIR") return false;
  throw refusedByDisk(answer, path) ?? answer;
}

function codeOf(look: () => unknown): NodeJS.ErrnoException | undefined {
  try {
    look();
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

/** The part of a path that is a file, where a folder was meant. */
function fileAbove(path: string): string {
  const above = dirname(path);
  return above === path || codeOf(() => statSync(above)) === undefined ? above : fileAbove(above);
}
