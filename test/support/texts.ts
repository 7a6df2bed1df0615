import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The text of every file below a folder, or of those that are wanted by their path. */
export function textsOf(folder: string, wanted: (path: string) => boolean = () => true): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter(wanted)
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
