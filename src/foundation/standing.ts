import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import { absence, isThere } from "../disk/absence";
import { BadInput, type Problem } from "../errors";
import type { FoundationView } from "../policy/foundation-view";
import { parsePath } from "../policy/place";
import { foundationBackend, unlisted } from "./backend";
import { foundationFile, loadFoundation, type ReadFoundation } from "./load";

/** How an environment stands on the foundation that it names. */
export interface Standing {
  /** Where its state is kept; absent for a POC, and where the foundation keeps no place for it. */
  readonly state?: { readonly storageAccountName: string; readonly containerName: string };
  /** What the gate judges; absent for a POC. */
  readonly foundation?: FoundationView;
}

/**
 * REC-07: holds an environment against its foundation. What is not there yet, the file or the environment's entry in it,
 * is for the gate to hold; what is there and wrong is bad input.
 *
 * @throws BadInput when the foundation cannot be read, or says something else than the environment
 */
export function standingOf(
  { file, config, positionOf }: LoadedEnvironment,
  read: ReadFoundation = loadFoundation,
): Standing {
  if (config.stage === "poc") return {};
  const path = foundationFile(file, config.foundation);
  const name = environmentName(config);
  if (!isThere(path)) {
    const says = `foundation must be a file that is there, got ${config.foundation}: ${path} ${absence(path)}`;
    const fix = `It is looked for beside the environment's file. Write ${path}, or name the foundation that keeps the state of ${name}.`;
    return { foundation: { lacks: { says, fix } } };
  }
  const { config: foundation } = read(path);
  const { workload, stage, generation = 1 } = config;
  const lacks = unlisted(foundation, { name, workload, stage });
  if (lacks) return { foundation: { lacks } };
  try {
    const environment = { name, workload, stage, generation, config };
    const { storageAccountName, containerName } = foundationBackend(foundation, environment, "platform");
    const state = { storageAccountName, containerName };
    return { state, foundation: { state, groups: Object.values(foundation.groups) } };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const at = ({ path }: Problem) => positionOf(path.startsWith("access") ? parsePath(path) : ["foundation"]);
    throw new BadInput(error.problems.map((problem) => ({ ...problem, at: problem.at ?? at(problem) })));
  }
}
