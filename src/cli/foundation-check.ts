import { resolve } from "node:path";
import type { Day } from "../config/day";
import type { EnvironmentFolder } from "../environment/select";
import { synthesizedFoundation } from "../environment/stacks";
import { BadInput, type Problem } from "../errors";
import { accessProblems } from "../foundation/access";
import { foundationRules, judgeFoundation } from "../foundation/judge";
import { foundationFile, type LoadedFoundation } from "../foundation/load";
import { parsePath } from "../policy/place";
import { type EnvironmentReport, environmentReport } from "../report/model";

/**
 * "Company ready", for each foundation; nothing is written.
 *
 * @throws BadInput when an environment that names a foundation says otherwise of people's access
 */
export function judgeFoundations(
  folder: EnvironmentFolder,
  all: readonly LoadedFoundation[],
  today: Day,
): EnvironmentReport[] {
  const problems = all.flatMap((one) => claimsBeside(folder, one));
  if (problems.length > 0) throw new BadInput(problems);
  return all.map((loaded) => {
    const { resolved, stack } = synthesizedFoundation(loaded);
    const verdict = judgeFoundation(loaded, [stack], today);
    return environmentReport({ verdict, rules: foundationRules(resolved) });
  });
}

/** What the environments beside a foundation say of people's access, held against it, each at its line. */
function claimsBeside(folder: EnvironmentFolder, foundation: LoadedFoundation): Problem[] {
  return folder.beside(foundation).flatMap(({ config, loaded: { file, positionOf } }) => {
    if (!("access" in config)) return [];
    if (resolve(foundationFile(file, config.foundation)) !== resolve(foundation.file)) return [];
    return accessProblems(foundation.config, config).map((one) => ({ ...one, at: positionOf(parsePath(one.path)) }));
  });
}
