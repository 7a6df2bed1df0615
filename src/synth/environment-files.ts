import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import stringify from "json-stable-stringify";
import { renderSteps } from "../steps/render";
import type { Step } from "../steps/step";

/** Writes what belongs to an environment and to none of its stacks: the steps of the first apply, for people and as data. */
export function writeEnvironmentFiles(folder: string, environment: string, steps: readonly Step[]): void {
  const target = join(folder, "environments", environment);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "FIRST-APPLY.md"), renderSteps(`First apply of ${environment}`, steps));
  writeFileSync(join(target, "steps.json"), `${stringify({ environment, steps }, { space: 2 })}\n`);
}
