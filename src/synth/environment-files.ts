import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { escapedJson } from "../display/inert";
import { renderSteps } from "../steps/render-steps";
import { scriptsOf } from "../steps/script";
import type { Step } from "../steps/step";
import { prettyJson } from "./pretty-json";

const EXECUTABLE = 0o755;

/**
 * Writes what belongs to an environment and to none of its stacks: the steps of the first apply, for people, as data, and
 * each as a script.
 */
export function writeEnvironmentFiles(folder: string, environment: string, steps: readonly Step[]): void {
  const target = join(folder, "environments", environment);
  const scripts = scriptsOf(environment, steps);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "FIRST-APPLY.md"), renderSteps(environment, steps));
  const data = steps.map((step, index) => ({ ...step, script: scripts[index]?.path }));
  writeFileSync(join(target, "steps.json"), `${escapedJson(prettyJson({ environment, steps: data }))}\n`);
  for (const script of scripts) {
    if (script === undefined) continue;
    const file = join(folder, script.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, script.text, { mode: EXECUTABLE });
  }
}
