import { basename, join } from "node:path";
import { loadEnvironments } from "../config/load";
import type { EnvironmentConfig } from "../config/schema";
import { writeWhole } from "../disk/write-whole";
import { BadInput, badInput } from "../errors";
import { foundationFiles } from "../foundation/load";
import { STAGES } from "../stages/stage";
import { configProblems, dayProblems, type InitOptions } from "./init";
import { print } from "./print";
import { foundationFile, type ListedEnvironment } from "./templates/foundation";
import { clockDay } from "./today";

/** Options of `gatewright init foundation`. */
export type FoundationOptions = Omit<InitOptions, "package"> & { readonly folder: string };

/**
 * `gatewright init foundation`: writes a foundation to fill in, for the environments that are there and the Pilot that
 * comes.
 *
 * @throws BadInput where there is a foundation, or no environment that would stand on one; then nothing was written
 */
export async function initFoundation({ folder, today, owner, location }: FoundationOptions): Promise<number> {
  const created = today ?? clockDay();
  const typed = { ...(owner !== undefined && { owner }), ...(location !== undefined && { location }) };
  const problems = [...configProblems(typed), ...dayProblems(created)];
  if (problems.length > 0) throw new BadInput(problems);
  const environments = join(folder, "environments");
  const configs = loadEnvironments([], environments).map(({ config }) => config);
  const [there] = foundationFiles(environments);
  if (there !== undefined) throw badInput(`${there} is there already`, "One foundation carries every environment.");
  const [first] = configs.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)) as [EnvironmentConfig];
  const workload = workloadNamed(configs) ?? first.workload;
  const file = join(environments, `${workload}.foundation.yaml`);
  const start = { workload, created, location: first.location, owner: first.owner, ...typed };
  writeWhole(file, foundationFile({ ...start, environments: listed(configs) }));
  print(`${file} written, to be filled in.\nNext: gatewright check foundation, which says what is left to fill in.\n`);
  return 0;
}

/** The foundation's workload, as environments that stand on one already name its file. */
function workloadNamed(configs: readonly EnvironmentConfig[]): string | undefined {
  const [reference] = configs.flatMap((one) => ("foundation" in one ? [one.foundation] : []));
  return reference === undefined ? undefined : basename(reference).split(".")[0];
}

/** The environments by stage, and for a product that has none above its POC the Pilot. */
function listed(configs: readonly EnvironmentConfig[]): ListedEnvironment[] {
  const alone = configs.filter(({ workload }) =>
    configs.every((one) => one.workload !== workload || one.stage === "poc"),
  );
  const pilots = alone.map(({ workload }) => ({ workload, stage: "pilot" as const }));
  return [...configs, ...pilots].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
}
