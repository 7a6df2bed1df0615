import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { loadEnvironment } from "../../src/config/load";
import { resolve } from "../../src/config/resolve";
import type { HardenedConfig, PreProductionConfig, ProductionConfig } from "../../src/config/schema";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { firstApply } from "../../src/steps/first-apply";
import { functionsIn } from "../../src/steps/functions";
import type { Step } from "../../src/steps/step";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment } from "../../stacks/3-pre-production";
import { ProductionEnvironment } from "../../stacks/4-production";
import { folderWith } from "../support/folder";
import { preProductionConfig } from "../support/pre-production";

/** The Production of the example. */
export const PRODUCTION = loadEnvironment("examples/full-ladder/environments/orders.production.yaml")
  .config as ProductionConfig;

/** A Pre-Production that needs every step. */
export const WHOLE = preProductionConfig();

export const stepsOf = (config: HardenedConfig) => firstApply(resolve(config));
export const idsOf = (config: HardenedConfig) => stepsOf(config).map(({ id }) => id);
export const stepOf = (config: HardenedConfig, id: string): Step => {
  const found = stepsOf(config).find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};
/** The commands of a step without those that make a stack ready. */
export const deedsOf = ({ commands }: Step) => commands.filter((one) => !/^terraform \S+ init /.test(one));
export const changed = (changes: Partial<PreProductionConfig>): PreProductionConfig => ({
  ...preProductionConfig(),
  ...changes,
});

export function stacksOf(config: PreProductionConfig | ProductionConfig): SynthesizedStack[] {
  const app = new App({ outdir: folderWith() });
  return synthesizeInMemory(
    config.stage === "production" ? new ProductionEnvironment(app, config) : new PreProductionEnvironment(app, config),
  );
}

/** Runs commands in bash with an `az` that writes down its arguments and what it was sent, and prints `$AZ_PRINTS`. */
export function run(commands: readonly string[], env: Record<string, string>, input = "", folder = folderWith()) {
  const stub = join(folder, "az");
  writeFileSync(
    stub,
    '#!/bin/sh\necho "$@" >> "$0.log"\ncase "$*" in *"--body @-"*) cat > "$0.body";; esac\necho "$AZ_PRINTS"\n',
  );
  chmodSync(stub, 0o755);
  const text = [...functionsIn(commands), ...commands].join("\n");
  const { stderr, status } = spawnSync("bash", ["-c", `set -euo pipefail\n${text}`], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...process.env, ...env, PATH: `${folder}:${process.env["PATH"]}` },
  });
  const read = (name: string) => spawnSync("cat", [`${stub}.${name}`], { encoding: "utf8" }).stdout;
  return { az: read("log").split("\n").filter(Boolean), body: read("body"), stderr, code: status };
}
