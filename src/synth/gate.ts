import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { addCustomSynthesis, StackSynthesizer } from "cdktf/lib/synthesize/synthesizer";
import type { IConstruct } from "constructs";
import type { ResolvedEnvironment } from "../config/resolve";
import { BadInput } from "../errors";
import { graphOf } from "../plan/graph-of";
import { asWritten, writePlainText } from "../plan/plain-text";
import type { SynthesizedStack } from "../plan/terraform-json";
import { judgeSynth } from "../policy/engine";
import type { FoundationView } from "../policy/foundation-view";
import { Held } from "../policy/held";
import type { Rule } from "../policy/rule";
import type { Verdict } from "../policy/verdict";
import { heldProblems } from "../report/held";
import { type IEnvironment, isEnvironment, isFoundation } from "./environment";
import { stacksBelow, terraformOf } from "./in-memory";
import { readStackFolder, STACK_FILE } from "./stack-folder";

const GATED = Symbol.for("gatewright/GatedApp");

/** Marks an app that judges what it wrote by itself, so that its stacks need not. */
export function markGated(app: App): void {
  Object.defineProperty(app, GATED, { value: true });
}

/** The synth gate over one environment: plan and config, without a day. */
export function judgeEnvironment(
  resolved: ResolvedEnvironment,
  stacks: readonly SynthesizedStack[],
  rules: readonly Rule[] = [],
  foundation?: FoundationView,
): Verdict {
  const graph = graphOf(stacks);
  return judgeSynth({ gate: resolved.stage, env: resolved.name, graph, config: resolved.config, rules, foundation });
}

/**
 * Judges what an app wrote, from the files: what an override, an aspect or a synthesis of its own changed at the last
 * moment is in them.
 *
 * @throws Held when an environment does not pass, or wrote something that cannot be judged
 */
export function holdUnlessAdmitted(app: App, folder: string, rules: readonly Rule[]): void {
  const held: Verdict[] = [];
  for (const [resolved, names] of environmentsOf(app)) {
    const verdict = judgeEnvironment(
      resolved,
      names.map((name) => readJudged(resolved.name, join(folder, "stacks", name))),
      rules,
      foundationOf(app, resolved),
    );
    if (verdict.outcome === "held") held.push(verdict);
  }
  if (held.length > 0) throw new Held(heldProblems(held), held);
}

function foundationOf(app: App, resolved: ResolvedEnvironment): FoundationView | undefined {
  const found = app.node.findAll().find((one) => isEnvironment(one) && one.resolved === resolved);
  return (found as IEnvironment | undefined)?.foundation;
}

/** The environments of an app with their stacks, also those stacks that were made for one without being below it. */
function environmentsOf(app: App): Map<ResolvedEnvironment, string[]> {
  const found = new Map<ResolvedEnvironment, string[]>();
  const placed = new Set<TerraformStack>();
  const nodes = app.node.findAll();
  for (const environment of nodes.filter(isEnvironment)) {
    const stacks = stacksBelow(environment);
    found.set(
      environment.resolved,
      stacks.map(({ node }) => node.id),
    );
    for (const stack of stacks) placed.add(stack);
  }
  for (const stack of nodes.filter(TerraformStack.isStack)) {
    const { environment } = stack as { environment?: ResolvedEnvironment };
    if (environment === undefined || placed.has(stack)) continue;
    const resolved = asWritten(environment);
    const known = [...found.keys()].find(({ name }) => name === resolved.name) ?? resolved;
    found.set(known, [...(found.get(known) ?? []), stack.node.id]);
  }
  return found;
}

/** The stacks of each environment and foundation of an app, by its name. */
export function writtenBy(app: App): Map<string, readonly string[]> {
  const foundations = app.node.findAll().filter((node) => TerraformStack.isStack(node) && isFoundation(node));
  return new Map<string, readonly string[]>([
    ...foundations.map(({ node }) => [node.id, [node.id]] as const),
    ...[...environmentsOf(app)].map(([{ name }, stacks]) => [name, stacks] as const),
  ]);
}

/**
 * Refuses what belongs to no environment: no gate judges it, and it would be applied with the rest.
 *
 * @throws Held that names the stacks, and folders that something wrote without a stack
 */
export function assertAllJudged(app: App, folder: string): void {
  const judged = new Set([...writtenBy(app).values()].flat());
  const others = readdirSync(join(folder, "stacks")).filter((name) => !judged.has(name));
  if (others.length === 0) return;
  const says = `${others.sort().join(", ")} ${others.length > 1 ? "belong" : "belongs"} to no environment, so that no gate judges ${others.length > 1 ? "them" : "it"}; nothing was written.`;
  const fix =
    "Make the stack below an environment, new TerraformStack(environment, …), or write it by an app of its own.";
  throw new Held([{ path: "", says, fix }]);
}

/** Reads what was written of a stack; what cannot be judged holds its environment. */
function readJudged(env: string, folder: string): SynthesizedStack {
  const held = (says: string, fix = "Use the stack's own synthesizer.") =>
    new Held([{ path: "", says: `${env}: ${says.replaceAll(`${dirname(folder)}/`, "")}.`, fix }]);
  if (!existsSync(join(folder, STACK_FILE)))
    throw held(`${basename(folder)} was not written as Terraform JSON, so it cannot be judged`);
  try {
    return readStackFolder(folder);
  } catch (error) {
    const [problem] = error instanceof BadInput ? error.problems : [];
    if (!problem) throw error;
    throw held(problem.says.replace(/\.$/, ""), problem.fix);
  }
}

/**
 * Neither HCL nor an error annotation that is passed over may change what is written: both are environment variables. A
 * stack that an extension made may hold text of the config too.
 */
export function useJsonSynthesizers(app: App): void {
  for (const stack of app.node.findAll().filter(TerraformStack.isStack)) {
    if (stack.synthesizer instanceof StackSynthesizer) stack.synthesizer = new StackSynthesizer(stack, false, false);
    const terraform = stack.toTerraform.bind(stack);
    stack.toTerraform = () => writePlainText(terraform());
  }
}

/**
 * In a plain cdktf app: judges the environment of a stack when its last stack is about to be written. This runs after
 * aspects and validations, and `skipValidation` does not skip it. The files of earlier stacks are there by then, but no
 * manifest.
 */
export function gateOnSynthesis(stack: TerraformStack): void {
  addCustomSynthesis(stack, {
    onSynthesize: () => {
      if (GATED in App.of(stack)) return;
      const environment = stack.node.scopes.find((scope: IConstruct): scope is IEnvironment => isEnvironment(scope));
      if (!environment) return;
      const all = stacksBelow(environment);
      const inOrder = environment.node.findAll().filter(TerraformStack.isStack);
      if (inOrder.at(-1) !== stack) return;
      const verdict = judgeEnvironment(environment.resolved, all.map(terraformOf), [], environment.foundation);
      if (verdict.outcome === "held")
        throw new Held(heldProblems([verdict], undefined, "there is no manifest to deploy from"), [verdict]);
    },
  });
}
