import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BadInput, type Problem } from "../errors";
import { type LoadedFoundation, loadFoundation } from "../foundation/load";

const FILE = /\.foundation\.ya?ml$/;

/** True when a name means a foundation: `foundation`, `orders-foundation`, or a foundation file. */
export function isFoundationName(name: string): boolean {
  return name === "foundation" || name.endsWith("-foundation") || FILE.test(name);
}

/**
 * The foundations that a command is about: those that are named, or every one of the folder when nothing is named.
 *
 * @throws BadInput for a name that finds nothing, and with the problems of every file
 */
export function loadFoundations(names: readonly string[], folder: string): LoadedFoundation[] {
  const entries = existsSync(folder)
    ? readdirSync(folder)
        .filter((entry) => FILE.test(entry))
        .sort()
    : [];
  const listed = entries.map((entry) => join(folder, entry));
  const problems: Problem[] = [];
  const find = (name: string): string[] => {
    if (FILE.test(name)) return [name];
    const workload = name === "foundation" ? undefined : name.slice(0, -"-foundation".length);
    const found = listed.filter((_, index) => workload === undefined || entries[index]?.split(".")[0] === workload);
    if (found.length === 0)
      problems.push({
        path: "",
        says: `no foundation "${name}" in ${folder}`,
        fix: "A foundation is a file <workload>.foundation.yaml.",
      });
    return found;
  };
  const files = names.length === 0 ? listed : [...new Set(names.filter(isFoundationName).flatMap(find))];
  const loaded = files.flatMap((file) => {
    try {
      return [loadFoundation(file)];
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new BadInput(problems);
  return loaded;
}
