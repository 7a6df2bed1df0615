import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import { audienceVariable } from "../config/resolve";
import type { EnvironmentConfig } from "../config/schema";
import { writeWhole } from "../disk/write-whole";
import { environmentOf } from "../environment/environment";
import type { SynthesizedStack } from "../plan/terraform-json";
import { entryPoints } from "../report/summary/entry-points";
import { hardenedConfig } from "../steps/hardened";
import { keepsDataIn } from "../testing/exposure";
import { passesGate } from "../testing/gates";
import { deployWorkflow } from "./templates/deploy-workflow";
import { expiryWorkflow } from "./templates/expiry-workflow";
import { promotedTest, TEST_IMPORTS } from "./templates/promoted-test";

/** What a promotion did to a file of the project beside the config. */
export interface ProjectFileOutcome {
  /** As given, for messages. */
  readonly file: string;
  /** `kept`: a file of the team's own stands there, and is left as it is. */
  readonly outcome: "written" | "extended" | "unchanged" | "kept";
  readonly about: string;
  /** Text to put there by hand, where the file is kept. */
  readonly add?: string;
}

/**
 * Writes what an environment needs around its config: the workflow that deploys it, tests of it, and for a promoted POC
 * the workflow that watches over its end. Nothing of the team's is written over. Empty outside of a project of ours.
 *
 * @param before  the environment that was promoted
 * @param after  the environment that it became
 * @param today  day of the promotion
 */
export function extendProject(
  before: LoadedEnvironment,
  after: LoadedEnvironment,
  today: string,
): readonly ProjectFileOutcome[] {
  const project = dirname(dirname(after.file));
  if (!dependsOnUs(project)) return [];
  const workflows = join(project, ".github/workflows");
  const name = environmentName(after.config);
  const deploy = deployWorkflow(deploymentOf(after.config, environmentOf(after).stacks));
  return [
    placed(join(workflows, `deploy-${name}.yml`), deploy, "plans pull requests, applies after an approval"),
    ...expiryOf(before, after, workflows),
    extended(join(project, "test/gates.test.ts"), testsOf(after, project, today)),
  ];
}

/** What a workflow has to know of an environment's stacks, in the order in which they are built. */
export function deploymentOf(config: EnvironmentConfig, stacks: readonly SynthesizedStack[]) {
  const environment = environmentName(config);
  const hardened = hardenedConfig({ config });
  return {
    environment,
    stacks: stacks.map(({ name, json }) => ({
      role: name.slice(environment.length + 1),
      variables: Object.keys((json as { variable?: object }).variable ?? {}),
    })),
    ...(hardened && { audience: audienceVariable(hardened) }),
  };
}

function expiryOf(before: LoadedEnvironment, after: LoadedEnvironment, workflows: string) {
  const { config } = before;
  if (config.stage !== "poc" || !("foundation" in after.config)) return [];
  const environment = environmentName(config);
  const stacks = environmentOf(before)
    .stacks.map(({ name }) => name)
    .reverse();
  const text = expiryWorkflow({ environment, workload: config.workload, stacks, foundation: after.config.foundation });
  return [
    placed(join(workflows, `expiry-${environment}.yml`), text, "says every week what is left of it once it expired"),
  ];
}

function testsOf(after: LoadedEnvironment, project: string, today: string): string {
  const { config } = after;
  const { graph } = environmentOf(after);
  const regions = "residency" in config ? config.residency : [config.location];
  return promotedTest({
    environment: environmentName(config),
    stage: config.stage,
    file: relative(project, after.file).replaceAll("\\", "/"),
    exposes: [...new Set(entryPoints(graph).map((one) => one.name))],
    ...(keepsDataIn(after, regions).pass && { keepsDataIn: regions }),
    ...(passesGate(after, config.stage, { today }).pass && { passesOn: today }),
  });
}

/** True for a project whose own tests and workflows can run this package. */
function dependsOnUs(project: string): boolean {
  const file = join(project, "package.json");
  if (!existsSync(file)) return false;
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(file, "utf8"));
    return Object.hasOwn({ ...dependencies, ...devDependencies }, "gatewright");
  } catch {
    return false;
  }
}

function placed(file: string, text: string, about: string): ProjectFileOutcome {
  if (existsSync(file)) return { file, about, outcome: readFileSync(file, "utf8") === text ? "unchanged" : "kept" };
  writeWhole(file, text);
  return { file, about, outcome: "written" };
}

/** Adds tests below those that `init` wrote; where their first lines are others, they are left to people. */
function extended(file: string, add: string): ProjectFileOutcome {
  const about = "holds what holds today";
  const text = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const [, tested = add] = /loadEnvironment\(("[^"]+")\)/.exec(add) ?? [];
  if (text?.includes(tested)) return { file, about, outcome: "unchanged" };
  if (!text?.startsWith(TEST_IMPORTS)) return { file, about, outcome: "kept", add: `${TEST_IMPORTS}${add}` };
  writeWhole(file, `${text.trimEnd()}\n${add}`);
  return { file, about, outcome: "extended" };
}
