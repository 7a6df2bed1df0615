import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { badInput } from "../errors";
import { readPlan } from "../plan/read-plan";
import type { SynthesizedStack, TerraformJson } from "../plan/terraform-json";

/** The one file of a stack's folder that is judged. */
export const STACK_FILE = "cdk.tf.json";

/** Where Terraform remembers the workspace that was selected. */
const SELECTED = ".terraform/environment";

/** Hidden files and those that an editor leaves; they are no configuration, whatever they end in. */
const PASSED_OVER = /^\.|~$|^#.*#$/;
/** Configuration of Terraform and of OpenTofu, which prefers its own ending. */
const CONFIGURATION = /\.(tf|tofu)(\.json)?$/;
/** Values of variables that are taken without being named; hidden files are no exception. */
const VARIABLES = /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/;

/**
 * What Terraform or OpenTofu would load from a folder beside the file that is judged. Capitals count as small letters, as
 * they do for some file systems; a folder counts as nothing, and a link as what it may lead to.
 *
 * @see https://developer.hashicorp.com/terraform/language/files
 */
export function loadedBeside(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== STACK_FILE)
    .map(({ name }) => name)
    .filter((name) => {
      const small = name.toLowerCase();
      return VARIABLES.test(small) || (CONFIGURATION.test(small) && !PASSED_OVER.test(small));
    })
    .sort();
}

/** True for a folder in which Terraform would find something to apply. */
export function holdsConfiguration(folder: string): boolean {
  return existsSync(join(folder, STACK_FILE)) || loadedBeside(folder).some((name) => !VARIABLES.test(name));
}

/** The workspace that somebody selected in a folder, where it is another than the one that every folder has. */
function workspaceIn(folder: string): string | undefined {
  const file = join(folder, SELECTED);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const name = readFileSync(file, "utf8").trim();
  return name === "" || name === "default" ? undefined : name;
}

/**
 * Refuses a folder in which Terraform would load more than is judged, or keep its state in another place than the stack
 * says. One that does not exist holds nothing.
 *
 * @throws BadInput that names the files
 */
export function assertAlone(folder: string): void {
  const workspace = workspaceIn(folder);
  if (workspace !== undefined)
    throw badInput(
      `${join(folder, SELECTED)} selects the workspace ${workspace}, whose state is not the one that the stack names`,
      "Remove the file: an environment has a state of its own, and the generation is in its key.",
    );
  const others = existsSync(folder) ? loadedBeside(folder) : [];
  if (others.length === 0) return;
  const them = others.length > 1 ? "them" : "it";
  throw badInput(
    `${folder} holds ${others.join(", ")} beside ${STACK_FILE}, which no gate has judged`,
    others.every((name) => VARIABLES.test(name.toLowerCase()))
      ? `Remove ${them}. What an apply is told is in FIRST-APPLY.md; everything else stands in the config.`
      : `Remove ${them}. What ${them === "it" ? "it adds" : "they add"} belongs in the config, or in the file that extend names.`,
  );
}

/**
 * Reads a stack from its folder.
 *
 * @throws BadInput when it is not there, cannot be read, or is not all that Terraform would load
 */
export function readStackFolder(folder: string): SynthesizedStack {
  assertAlone(folder);
  const file = join(folder, STACK_FILE);
  const { json } = readPlan(readFileSync(file, "utf8"), file);
  return { name: basename(folder), json: json as TerraformJson };
}
