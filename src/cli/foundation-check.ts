import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { loadEnvironments } from "../config/load";
import { BadInput, type Problem } from "../errors";
import { accessProblems } from "../foundation/access";
import { foundationRules, judgeFoundation } from "../foundation/judge";
import { foundationFile, type LoadedFoundation } from "../foundation/load";
import type { Day } from "../policy/day";
import { type EnvironmentReport, environmentReport } from "../report/model";
import { parsePath } from "../report/place";
import { GatewrightApp } from "../synth/app";
import { terraformOf } from "../synth/in-memory";

/**
 * "Company ready", for each foundation; nothing is written.
 *
 * @throws BadInput when an environment that names a foundation says otherwise of people's access
 */
export async function judgeFoundations(all: readonly LoadedFoundation[], today: Day): Promise<EnvironmentReport[]> {
  const { createFoundation } = await import("../../stacks/0-foundation");
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-check") });
  const problems = all.flatMap(claimsBeside);
  if (problems.length > 0) throw new BadInput(problems);
  return all.map((loaded) => {
    const { resolved, stack } = createFoundation(app, loaded);
    stack.prepareStack();
    const verdict = judgeFoundation(loaded, [terraformOf(stack)], today);
    return environmentReport({ verdict, rules: foundationRules(resolved) });
  });
}

/** What the environments beside a foundation say of people's access, held against it, each at its line. */
function claimsBeside({ file, config: foundation }: LoadedFoundation): Problem[] {
  return environmentsIn(dirname(file)).flatMap(({ file: beside, config, positionOf }) => {
    if (!("access" in config)) return [];
    if (resolve(foundationFile(beside, config.foundation)) !== resolve(file)) return [];
    return accessProblems(foundation, config).map((one) => ({ ...one, at: positionOf(parsePath(one.path)) }));
  });
}

/** The environments of a folder; none when one of its files cannot be read, which is said where they are judged. */
function environmentsIn(folder: string) {
  try {
    return loadEnvironments([], folder);
  } catch (error) {
    if (error instanceof BadInput) return [];
    throw error;
  }
}
