import { basename } from "node:path";
import { BadInput, badInput, collected, type Problem } from "../errors";
import { foundationFiles, isFoundationFile, type LoadedFoundation, loadFoundation } from "../foundation/load";
import { sharedByFoundations } from "../foundation/together";

/** True when a name means a foundation: `foundation`, `orders-foundation`, or a foundation file. */
export function isFoundationName(name: string): boolean {
  return name === "foundation" || name.endsWith("-foundation") || isFoundationFile(name);
}

/**
 * The foundations that a command is about: those that are named, or every one of the folder when nothing is named.
 *
 * @throws BadInput for a name that finds nothing, and with the problems of every file
 */
export function loadFoundations(names: readonly string[], folder: string): LoadedFoundation[] {
  const listed = foundationFiles(folder);
  const problems: Problem[] = [];
  const find = (name: string): string[] => {
    if (isFoundationFile(name)) return [name];
    const workload = name === "foundation" ? undefined : name.slice(0, -"-foundation".length);
    const found = listed.filter((file) => workload === undefined || basename(file).split(".")[0] === workload);
    if (found.length === 0)
      problems.push({
        path: "",
        says: `no foundation "${name}" in ${folder}`,
        fix: "A foundation is a file <workload>.foundation.yaml.",
      });
    return found;
  };
  const files = names.length === 0 ? listed : [...new Set(names.filter(isFoundationName).flatMap(find))];
  const held = new Map<string, string>();
  const load = (file: string): LoadedFoundation[] => {
    const one = loadFoundation(file);
    const name = `${one.config.workload}-foundation`;
    const other = held.get(name);
    if (other !== undefined) throw badInput(`${other} and ${file} both hold ${name}`, "Keep one of the two.");
    held.set(name, file);
    return [one];
  };
  const loaded = files.flatMap((file) => collected(() => load(file), problems));
  problems.push(...sharedByFoundations(loaded));
  if (problems.length > 0) throw new BadInput(problems);
  return loaded;
}
