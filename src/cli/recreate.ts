import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseYaml } from "../config/parse";
import { suspect } from "../config/secrets";
import { validateConfig } from "../config/validate";
import { saysSomething } from "../config/visible-text";
import { onDisk } from "../disk/errno";
import { writeWhole } from "../disk/write-whole";
import { visible } from "../display/inert";
import { EnvironmentFolder } from "../environment/select";
import { badInput } from "../errors";
import { raiseGeneration } from "../recreation/raise";
import { renderSuccession } from "../recreation/render-succession";
import { subjectOf } from "../recreation/subject";
import { succession } from "../recreation/succession";
import { print } from "./print";
import { refuseFoundations } from "./prove";

/** Options of `gatewright recreate`. */
export interface RecreateOptions {
  readonly environments: string;
  readonly reason?: string;
  /** Writes without asking. */
  readonly yes?: boolean;
}

/** `gatewright recreate`: 0 when the generation was raised, 1 when nobody agreed to it. */
export async function recreate(name: string, options: RecreateOptions): Promise<number> {
  const reason = checkedReason(options.reason);
  refuseFoundations([name]);
  const environment = new EnvironmentFolder(options.environments).environment(name, (files) =>
    badInput(`"${name}" names ${files.join(" and ")}`, "Recreate one environment at a time; name its file."),
  );
  const { file } = environment.loaded;
  const read = () => onDisk(file, () => readFileSync(file, "utf8"));
  const before = read();
  const raised = raiseGeneration(before, reason, file);
  // What will be written is loaded first, so that the file is never left in a state that cannot be read.
  validateConfig(parseYaml(raised.text, file).value);

  const plan = succession(subjectOf(environment, environment.at(raised.to)));
  print(`${renderSuccession(plan, reason)}\n`);
  if (!options.yes && !(await agreed(file, raised.to))) {
    print(`\nNothing was written. To raise the generation in ${file}, add --yes.\n`);
    return 1;
  }
  if (read() !== before) throw badInput(`${file} was changed meanwhile`, "Run the command again.");
  writeWhole(file, raised.text);
  print(
    `\n${file} is at generation ${raised.to}. Next: gatewright prove ${plan.environment}, then the steps of gatewright prove ${plan.environment} --drill.\n`,
  );
  return 0;
}

/** One line that does not hold a secret: it stands in the file for good. */
function checkedReason(given: string | undefined): string {
  const reason = given?.trim() ?? "";
  if (!saysSomething(reason))
    throw badInput(
      "a recreation needs a reason",
      'Add --reason "…": it stands in the file for whoever reads it in a year.',
    );
  if (visible(reason) !== reason || reason.length > 200)
    throw badInput("--reason must be one line of at most 200 characters", "Say the rest where you plan the work.");
  if (suspect("reason", reason)?.certain)
    throw badInput("--reason looks like a secret (not shown)", "Say why, not with what.");
  return reason;
}

async function agreed(file: string, to: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await ask.question(`\nRaise the generation in ${file} to ${to}? [y/N] `)).trim());
  } finally {
    ask.close();
  }
}
