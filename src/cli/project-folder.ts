import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { holdsEnvironments } from "../config/folder";

/**
 * The project that a command is run in: the nearest folder, from here upwards, with environments in it. A path from
 * here, empty for here itself, and also where there is no project at all.
 */
export function projectFolder(here: string = process.cwd()): string {
  if (existsSync(join(here, "environments"))) return "";
  for (let folder = here; folder !== dirname(folder); ) {
    folder = dirname(folder);
    if (holdsEnvironments(join(folder, "environments"))) return relative(here, folder);
  }
  return "";
}
