import { type Attributes, resourcesOf, type SynthesizedStack } from "../plan/terraform-json";
import type { Stage } from "../stages/stage";
import { isStage, STAGE_TOKENS } from "../stages/stage";
import { flatten } from "./flatten";

/** One side of a comparison: the stacks of an environment, or some that were synthesized elsewhere. */
export interface Side {
  /** As people named it. */
  readonly title: string;
  readonly stacks: readonly SynthesizedStack[];
}

/** A resource of one side, and what it is matched by. */
export interface Member {
  /** Stack role and address: what stays when names change with the stage. */
  readonly key: string;
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly attributes: Attributes;
}

/** Whose environment a side is, when its stacks are ours. */
export interface Identity {
  readonly workload: string;
  readonly stage: Stage;
  readonly generation: number;
}

/** The identity that all stacks of a side share. */
export function identityOf({ stacks }: Side): Identity | undefined {
  const own = stacks.map(({ json }) => json["//"]?.gatewright);
  const [first] = own;
  const alike = own.every((one) => one && first && token(one) === token(first));
  if (!alike || !first || !isStage(first.stage)) return undefined;
  return { workload: first.workload, stage: first.stage, generation: first.generation };
}

function token({ workload, stage, generation }: { workload: string; stage: string; generation: number }): string {
  return `${workload}/${isStage(stage) ? STAGE_TOKENS[stage] : stage}/${generation}`;
}

/** True where both sides are the same environment, so that a change is made in place. Scale keeps the names of Production. */
export function isSameEnvironment(before: Side, after: Side): boolean {
  const [a, b] = [identityOf(before), identityOf(after)];
  if (a && b) return token(a) === token(b);
  return !a && !b;
}

/** The resources of a side; stacks of the same name meet by name, others by what they are for. */
export function membersOf(side: Side, other: Side): Member[] {
  const names = new Set(other.stacks.map(({ name }) => name));
  const byName = side.stacks.some(({ name }) => names.has(name));
  return side.stacks.flatMap(({ name, json }) => {
    const stack = byName ? name : (json["//"]?.gatewright?.stack ?? name);
    return resourcesOf(json).map((resource) => ({ ...resource, stack: name, key: `${stack}/${resource.address}` }));
  });
}

/**
 * Replaces the names that a side gave to its resources by their addresses, in every text: two environments never share
 * a name, and a difference of names alone is none.
 */
export function nameMask(members: readonly Member[], side: Side): (text: string) => string {
  const identity = identityOf(side);
  const names = new Map<string, string>();
  const keep = (value: unknown, mask: string) => {
    if (typeof value === "string" && value.length >= 8 && !value.includes("${") && !names.has(value))
      names.set(value, `<${mask}>`);
  };
  for (const { attributes, address } of members) keep(attributes["name"], address);
  for (const { attributes, address } of members)
    for (const [path, value] of flatten(attributes))
      if (path.endsWith("_name") && identity && isNameOf(identity, value)) keep(value, `${address}.${path}`);
  if (identity) names.set(`${identity.workload}-${identity.stage}`, "<environment>");
  if (names.size === 0) return (text) => text;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  return (text) => text.replace(pattern, (name) => names.get(name) ?? name);
}

/** Every name of an environment ends with its generation and four characters. */
function isNameOf({ generation }: Identity, value: unknown): boolean {
  return typeof value === "string" && new RegExp(`g${generation}[a-z2-9]{4}$`).test(value);
}
