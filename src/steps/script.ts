import { plain } from "../display/inert";
import { functionsIn } from "./functions";
import type { Step } from "./step";

/** A script of an environment's folder: one step, for bash, whatever shell it is started from. */
export interface Script {
  /** Path from the output folder, for example `environments/orders-poc/steps/02-apply-platform.sh`. */
  readonly path: string;
  readonly text: string;
}

/** The script of each step, in order; `undefined` for a step that is done without a shell. */
export function scriptsOf(environment: string, steps: readonly Step[]): (Script | undefined)[] {
  return steps.map((step, index) => {
    if (step.commands.length === 0) return undefined;
    const number = String(index + 1).padStart(2, "0");
    return { path: `environments/${environment}/steps/${number}-${step.id}.sh`, text: scriptOf(environment, step) };
  });
}

/** The script of a step of the same environment, whatever its number is after the next synth. */
export function scriptNamed(environment: string, id: string): string {
  return `environments/${environment}/steps/*-${id}.sh`;
}

function scriptOf(environment: string, { title, needs = [], commands }: Step): string {
  const lines = [...needs, ...commands];
  return [
    "#!/usr/bin/env bash",
    `# ${plain(`${environment}: ${title}`)}`,
    "set -euo pipefail",
    "unset CDPATH",
    'STARTED_IN="$PWD"',
    'cd "$(dirname "$0")/../../.."',
    ...functionsIn(lines),
    "{ # read as a whole before it runs: a synth may write this file anew meanwhile",
    ...lines,
    "exit; }",
    "",
  ].join("\n");
}
