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
  const inPlace = environmentName(before.config) === name;
  const deployOf = (one: LoadedEnvironment) => deployWorkflow(deploymentOf(one.config, environmentOf(one).stacks));
  const about = "plans pull requests, applies after an approval";
  const tests = join(project, "test/gates.test.ts");
  return [
    placed(join(workflows, `deploy-${name}.yml`), deployOf(after), about, inPlace ? deployOf(before) : undefined),
    ...expiryOf(before, after, workflows),
    inPlace
      ? reread(tests, inProject(before, project), inProject(after, project))
      : extended(tests, testsOf(after, project, today)),
  ];
}

/** An environment's file from the project's folder, with forward slashes. */
function inProject({ file }: LoadedEnvironment, project: string): string {
  return relative(project, file).replaceAll("\\", "/");
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
    file: inProject(after, project),
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

/** @param ours  what we wrote before, which is ours to write over */
function placed(file: string, text: string, about: string, ours?: string): ProjectFileOutcome {
  const there = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (there === text) return { file, about, outcome: "unchanged" };
  if (there !== undefined && there !== ours) return { file, about, outcome: "kept" };
  writeWhole(file, text);
  return { file, about, outcome: "written" };
}

/** Tests of an environment that goes on in another file read that one. */
function reread(file: string, before: string, after: string): ProjectFileOutcome {
  const about = `reads ${after}`;
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const changed = text.replaceAll(JSON.stringify(before), JSON.stringify(after));
  if (changed === text) return { file, about, outcome: "unchanged" };
  writeWhole(file, changed);
  return { file, about, outcome: "extended" };
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
