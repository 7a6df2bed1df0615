import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { absence } from "../disk/absence";
import { badInput } from "../errors";
import { holdsConfiguration, STACK_FILE } from "./stack-folder";

/**
 * The stack folders of a cdktf output folder, of its `stacks` folder, or of one stack.
 *
 * @throws BadInput when there is none, or one that holds Terraform which cannot be judged
 */
export function stackFolders(folder: string): readonly string[] {
  const absent = absence(folder);
  if (absent !== undefined) throw badInput(`${folder} ${absent}`, "Name the output folder of a synth: cdktf.out.");
  if (!statSync(folder).isDirectory()) throw badInput(`${folder} is a file, not a folder`, "Judge a file with --plan.");
  const within = join(folder, "stacks");
  const below = existsSync(within) ? configured(within) : [];
  const alone = existsSync(join(folder, STACK_FILE));
  if (alone && below.length > 0)
    throw badInput(`${folder} is a stack and holds stacks`, `Name one of them: ${join(folder, "stacks")}.`);
  if (alone) return [folder];
  const found = below.length > 0 ? below : synthesized(configured(folder));
  for (const one of found) assertSynthesized(one);
  if (found.length > 0) return found;
  throw badInput(
    `${folder} holds no synthesized stacks`,
    `A synth writes ${join(basename(folder), "stacks", "<stack>", STACK_FILE)}.`,
  );
}

/** Folders with Terraform in them; a link to a folder is one. */
function configured(place: string): string[] {
  return readdirSync(place)
    .sort()
    .map((name) => join(place, name))
    .filter((one) => statSync(one, { throwIfNoEntry: false })?.isDirectory() && holdsConfiguration(one));
}

/** Where no folder of a place was synthesized, it is none of a synth, such as the root of a project. */
function synthesized(folders: readonly string[]): readonly string[] {
  return folders.some((one) => existsSync(join(one, STACK_FILE)) || existsSync(join(one, "cdk.tf"))) ? folders : [];
}

function assertSynthesized(folder: string): void {
  if (existsSync(join(folder, STACK_FILE))) return;
  if (existsSync(join(folder, "cdk.tf")))
    throw badInput(`${folder} holds HCL, which is not judged`, "Synthesize without SYNTH_HCL_OUTPUT.");
  throw badInput(
    `${folder} holds Terraform and no ${STACK_FILE}, so that no gate can judge it`,
    "Keep it in a folder of its own, and judge it with --plan.",
  );
}
