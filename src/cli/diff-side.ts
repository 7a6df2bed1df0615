import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { validateConfig } from "../config/validate";
import { identityOf, type Side } from "../diff/side";
import { LARGEST_PLAN, readTextFile } from "../disk/read-text";
import type { EnvironmentFolder } from "../environment/select";
import { badInput } from "../errors";
import { inOneForm } from "../plan/one-form";
import { parseObject } from "../plan/read-plan";
import type { SynthesizedStack, TerraformJson } from "../plan/terraform-json";
import { stackFolders } from "../synth/output-folder";
import { assertAlone, STACK_FILE } from "../synth/stack-folder";

/**
 * One side of a comparison by its name: an environment (`pilot`, `orders-pilot`, a YAML file; with `@2` as its second
 * generation), or what a synth wrote (an output folder, the folder of a stack, a `cdk.tf.json`).
 */
export function sideOf(name: string, folder: EnvironmentFolder): Side {
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory()) return { title: name, stacks: stacksIn(name) };
  if (name.endsWith(".json")) return { title: name, stacks: [stackIn(name, basename(name))] };
  const [, plain = name, generation] = /^(.+)@(\d{1,3})$/.exec(name) ?? [];
  const environment = folder.environment(plain, (files) =>
    badInput(`"${plain}" names ${files.length} environments`, `Name one: ${files.join(", ")}.`),
  );
  if (generation === undefined) return { title: environment.env, stacks: environment.stacks };
  const another = environment.at(Number(generation));
  validateConfig(another.loaded.config);
  return { title: `${environment.env} generation ${generation}`, stacks: another.stacks };
}

/** Of a folder with several environments, the one that the other side is. */
export function narrowed(side: Side, other: Side): Side {
  const wanted = identityOf(other);
  if (!wanted || identityOf(side)) return side;
  const stacks = side.stacks.filter(({ json }) => {
    const own = json["//"]?.gatewright;
    return own?.workload === wanted.workload && own.stage === wanted.stage;
  });
  return stacks.length === 0 ? side : { ...side, stacks };
}

function stacksIn(folder: string): SynthesizedStack[] {
  return stackFolders(folder).map((one) => stackIn(join(one, STACK_FILE), basename(one)));
}

function stackIn(file: string, name: string): SynthesizedStack {
  const named = "Name an environment, or what a synth wrote.";
  const fixes = { absent: named, folder: named, tooLarge: "Is this the right file?" };
  const text = readTextFile(file, { largest: LARGEST_PLAN, fixes });
  if (basename(file) === STACK_FILE) assertAlone(dirname(file));
  const json = parseObject(text, file);
  if (!["resource", "terraform", "//"].some((section) => section in json))
    throw badInput(
      `${file} holds no Terraform configuration with resources`,
      "diff compares what is written, cdk.tf.json; `gatewright check --plan` judges a plan.",
    );
  return { name, json: inOneForm(json, file) as TerraformJson };
}
