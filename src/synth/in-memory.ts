import { Aspects, type IAspect, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { JsonObject } from "../plan/json";
import { inOneForm } from "../plan/one-form";
import { writePlainText } from "../plan/plain-text";
import type { SynthesizedStack, TerraformJson } from "../plan/terraform-json";
import { canonicalJson } from "./digest";
import type { IEnvironment } from "./environment";
import { withoutStackTraces } from "./without-stack-traces";

/** The stacks of an environment: its own in the order of deployment, then those that an extension put below it. */
export function stacksBelow(environment: IEnvironment): TerraformStack[] {
  return [...new Set([...environment.stacks, ...environment.node.findAll().filter(TerraformStack.isStack)])];
}

/** Terraform JSON of one stack as a synth would write it, in one form, with nothing written. Aspects are not run. */
export function terraformOf(stack: TerraformStack): SynthesizedStack {
  const name = stack.node.id;
  const json = JSON.parse(canonicalJson(writePlainText(stack.toTerraform()))) as JsonObject;
  return { name, json: inOneForm(json, name) as TerraformJson };
}

/**
 * Synthesizes an environment without touching the disk. May be called again after a change: every aspect visits a
 * construct once.
 */
export function synthesizeInMemory(environment: IEnvironment): SynthesizedStack[] {
  return withoutStackTraces(() => {
    const stacks = stacksBelow(environment);
    for (const stack of stacks) stack.prepareStack();
    for (const stack of stacks) visit(stack, []);
    return stacks.map(terraformOf);
  });
}

const visited = new WeakMap<IConstruct, Set<IAspect>>();

/** Runs aspects the way cdktf does, from the stack downward. */
function visit(construct: IConstruct, inherited: readonly IAspect[]): void {
  const done = visited.get(construct) ?? new Set();
  visited.set(construct, done);
  const aspects = [...inherited, ...Aspects.of(construct).all];
  for (const aspect of aspects) {
    if (done.has(aspect)) continue;
    done.add(aspect);
    aspect.visit(construct);
  }
  for (const child of construct.node.children) visit(child, aspects);
}
