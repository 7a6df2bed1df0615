import { strayFiles } from "../config/folder";
import { findEnvironments, loadEnvironment, loadEnvironments } from "../config/load";
import type { LoadedEnvironment } from "../config/loaded";
import { BadInput, collected, type Problem } from "../errors";
import { overBudget } from "../foundation/budgets";

import { foundationFile, foundationFiles, type LoadedFoundation, loadFoundation } from "../foundation/load";
import { standsApart } from "../foundation/stands";
import { isFoundationName, loadFoundations } from "./foundations";

/** Where a check looks. */
interface Asked {
  readonly environments: string;
  readonly gate?: string;
  readonly plan?: readonly string[];
  readonly dir?: string;
}

/** What a check is about. */
export interface Company {
  readonly environments: readonly LoadedEnvironment[];
  /** Those named, or with no name at all every one of the folder. */
  readonly foundations: readonly LoadedFoundation[];
  /** Every environment of the folder that can be read, for what holds between them. */
  readonly all: readonly LoadedEnvironment[];
}

/**
 * The environments and foundations that a check is about, held against each other before anything is built.
 *
 * @throws BadInput with the problems of every file, or else with those between files
 */
export function companyOf(names: readonly string[], asked: Asked): Company {
  const folder = asked.environments;
  const foreign = asked.plan !== undefined || asked.dir !== undefined;
  const everything = names.length === 0 && !foreign;
  const ofEnvironments = names.filter((name) => !isFoundationName(name));
  const problems: Problem[] = everything ? strayFiles(folder) : [];
  const collect = <T>(load: () => readonly T[]): readonly T[] => collected(load, problems);

  const wantsFoundations = everything ? asked.gate === undefined : names.length > ofEnvironments.length;
  const foundations = collect(() => (wantsFoundations ? loadFoundations(names, folder) : []));
  const wantsEnvironments = everything || ofEnvironments.length > 0;
  const environments = collect(() => (wantsEnvironments ? loadEnvironments(ofEnvironments, folder) : []));
  if (problems.length > 0) throw new BadInput(problems);

  const all = everything ? environments : readable(folder);
  const between = [...apart(environments, folder), ...(foundations.length === 0 ? [] : overBudget(all, foundations))];
  if (between.length > 0) throw new BadInput(between);
  return { environments, foundations, all };
}

/** The environments of a folder as far as they can be read; what is wrong with the others is told when they are checked. */
function readable(folder: string): readonly LoadedEnvironment[] {
  const untold: Problem[] = [];
  const files = collected(() => findEnvironments([], folder), untold);
  return files.flatMap((file) => collected(() => [loadEnvironment(file)], untold));
}

/** Where foundations say otherwise: those that are named, and for a POC those of the folder. What cannot be read is told where it is used. */
export function apart(environments: readonly LoadedEnvironment[], folder: string): Problem[] {
  if (environments.length === 0) return [];
  const named = environments.flatMap(({ file, config }) =>
    config.stage === "poc" ? [] : [foundationFile(file, config.foundation)],
  );
  const foundations = [...new Set([...foundationFiles(folder), ...named])].flatMap((file) =>
    collected(() => [loadFoundation(file)], []),
  );
  return environments.flatMap((one) => foundations.flatMap((foundation) => standsApart(foundation, one)));
}
