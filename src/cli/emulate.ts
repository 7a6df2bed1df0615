import { join } from "node:path";
import { absence } from "../disk/absence";
import { inertJson } from "../display/inert";
import type { EmulatedStack } from "../emulator/run/generation";
import { readInput } from "../environment/plan-source";
import { badInput } from "../errors";
import { outlives } from "../plan/outlives";
import { readPlan } from "../plan/read-plan";
import type { TerraformJson } from "../plan/terraform-json";
import { STACK_FILE } from "../synth/stack-folder";
import { type EmulationFlags, emulationOptions } from "./emulation-flags";
import { print } from "./print";
import { progress } from "./progress";

/** Options of `gatewright emulate`. */
export interface EmulateCommandOptions extends EmulationFlags {
  readonly json?: boolean;
}

/** A stack of a synth says what it is: copies of data stay when their environment goes. */
function withLifetime(stack: EmulatedStack): EmulatedStack {
  if (!("dir" in stack)) return stack;
  const file = join(stack.dir, STACK_FILE);
  if (absence(file) !== undefined) return stack;
  const json = readPlan(readInput(file, "dir"), file).json as TerraformJson;
  return { ...stack, outlives: outlives(json["//"]?.gatewright ?? {}) };
}

/** `gatewright emulate`: 0 when everything was emulated, 1 when a phase failed or nothing could be run. */
export async function emulateFolder(dir: string, options: EmulateCommandOptions): Promise<number> {
  const [{ emulate }, { groupsIn }, { renderEmulation }] = await Promise.all([
    import("../emulator/run/emulate"),
    import("../emulator/run/folder"),
    import("../emulator/run/render-emulation"),
  ]);
  const given = await emulationOptions(options);
  const groups = groupsIn(dir).map(({ name, stacks }) => ({ name, stacks: stacks.map(withLifetime) }));
  if (groups.length === 0)
    throw badInput(
      `${dir} holds neither Terraform nor the output of a synth`,
      "Name a folder with .tf or .tf.json files, or the one that `gatewright synth` wrote.",
    );
  const note = progress();
  const results = [];
  try {
    for (const { name, stacks } of groups) {
      const started = Date.now();
      const onStep = (says: string): void =>
        note.says(`${name}  ${says}  (${Math.round((Date.now() - started) / 1000)} s)`);
      onStep("begins");
      const emulation = await emulate({ stacks, onStep, ...given });
      note.end();
      if (!options.json) print(`${renderEmulation(name, emulation)}\n`);
      results.push({ name, ...emulation });
    }
  } finally {
    note.end();
  }
  if (options.json) print(`${inertJson(results)}\n`);
  return results.every(({ outcome }) => outcome === "emulated") ? 0 : 1;
}
