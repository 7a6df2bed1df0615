import { conditionsOf } from "../azure/conditions";
import { defaultWithoutBlock, providerDefault } from "../azure/defaults";
import { schemaOf, type TypeSchema } from "../azure/schema";
import type { Attributes } from "../plan/terraform-json";
import { flatten, schemaPath, valuesAt } from "./flatten";

/** What replaces a resource, or may. */
export interface Forced {
  /** Through blocks without indices. */
  readonly argument: string;
  /** In words, for example `account_replication_type, between one zone and several`. */
  readonly says: string;
  /** Set where it hangs on what no configuration says. */
  readonly perhaps?: true;
}

/** Terraform's own, which no provider sees. */
const META = /^(?:lifecycle|timeouts|count|for_each)(?:[.[]|$)/;

/** True for a type of which azurerm's schema says what replaces it. */
export function knowsReplacements(type: string): boolean {
  return schemaOf(type) !== undefined;
}

/**
 * Why changes of some arguments replace a resource. What azurerm's schema says holds for any change; a block's own is about
 * how many there are, and what is in it follows its own. What azurerm decides by code is in `conditions`. An absent argument
 * that Azure fills in is kept as it is, so that taking it out of a configuration changes nothing.
 */
export function forcedBy(type: string, before: Attributes, after: Attributes, paths: readonly string[]): Forced[] {
  const schema = schemaOf(type);
  if (!schema) return [];
  const [old, now] = [flatten(before), flatten(after)];
  const found = new Map<string, Forced>();
  const add = (argument: string, only: string | undefined, perhaps: boolean) => {
    if (perhaps && found.has(argument)) return;
    const says = only === undefined ? argument : `${argument}, ${only}`;
    found.set(argument, { argument, says, ...(perhaps && { perhaps }) });
  };
  for (const path of paths.filter((one) => !META.test(one))) {
    if (isFilledIn(schema, path, now)) continue;
    const filled = isFilledIn(schema, path, old);
    const argument = argumentOf(schema, schemaPath(path));
    if (argument === undefined) add(schemaPath(path), "which azurerm's schema does not have", true);
    else if (schema.get(argument)?.forceNew && schema.get(argument)?.kind !== "block")
      add(argument, filled ? "unless that is what it has already" : undefined, filled);
    for (const fixed of fixedBeside(schema, path, old))
      add(fixed, "if what changed tells its block apart from others", true);
    for (const block of blocksOf(path))
      if (schema.get(schemaPath(block))?.forceNew && instances(old, block) !== instances(now, block))
        add(schemaPath(block), filled ? "unless that is what it has already" : "added or removed", filled);
  }
  for (const [argument, { when, only }] of Object.entries(conditionsOf(type))) {
    const touched = paths.filter(
      (path) =>
        [schemaPath(path)].some((one) => one === argument || one.startsWith(`${argument}.`)) &&
        !isFilledIn(schema, path, now),
    );
    for (const path of touched) {
      const whole = schemaPath(path) !== argument;
      const at = (attributes: Attributes, flat: ReadonlyMap<string, unknown>, of: string) =>
        (of === argument && !whole ? flat.get(path) : valuesAt(attributes, of.split("."))[0]) ?? absent(type, of, flat);
      const other = (of: string) => [at(before, old, of), at(after, now, of)] as const;
      const replaces = when(...other(argument), other);
      if (replaces !== false && !(found.has(argument) && !found.get(argument)?.perhaps))
        add(argument, only, replaces === "perhaps");
    }
  }
  return [...found.values()];
}

/** True for an argument whose change replaces the resource, or may; `value` is what it has. */
export function isFixed(type: string, path: string, value: unknown): boolean | "perhaps" {
  const argument = schemaPath(path);
  if (schemaOf(type)?.get(argument)?.forceNew) return true;
  const condition = conditionsOf(type)[argument];
  return condition?.when(value, `${value}, made again`, () => [undefined, undefined]) ?? false;
}

function absent(type: string, argument: string, flat: ReadonlyMap<string, unknown>): unknown {
  const block = argument.slice(0, argument.lastIndexOf(".") + 1);
  const isThere = block === "" || [...flat.keys()].some((one) => schemaPath(one).startsWith(block));
  return (isThere ? providerDefault : defaultWithoutBlock)(type, argument);
}

/** The argument that a path is of: a key of a map is a part of it. */
function argumentOf(schema: TypeSchema, path: string): string | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const one = schema.get(at);
    if (one) return at === path || one.kind !== "block" ? at : undefined;
  }
  return undefined;
}

/** The blocks that a path leads through, each without the label of its own: `a`, `a[x].b`. */
function blocksOf(path: string): string[] {
  const ends = [...path.matchAll(/\[[^\]]*(?:\]|$)|\./g)].map(({ index }) => index);
  return ends.map((end) => path.slice(0, end)).filter((one) => !one.endsWith("]"));
}

/**
 * The arguments that cannot change in the block that a path is in, where such blocks have no order: what tells one from
 * another makes it another when it changes, with all that it had. Which arguments do is in azurerm's code.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/sdkv2/schemas/schema-types#typeset
 */
function fixedBeside(schema: TypeSchema, path: string, old: ReadonlyMap<string, unknown>): string[] {
  const unordered = blocksOf(path).find((block) => schema.get(schemaPath(block))?.unordered);
  if (unordered === undefined || instances(old, unordered) === 0) return [];
  const one = path.slice(0, path.indexOf(".", unordered.length) + 1);
  const given = [...old.keys()].filter((key) => one !== "" && key.startsWith(one)).map(schemaPath);
  return [...new Set(given)].filter((each) => schema.get(each)?.forceNew && each !== schemaPath(path));
}

/** How many blocks there are at a place. */
function instances(flat: ReadonlyMap<string, unknown>, block: string): number {
  const labels = new Set<string>();
  for (const key of flat.keys())
    if (key.startsWith(`${block}.`)) labels.add("");
    else if (key.startsWith(`${block}[`)) labels.add(key.slice(block.length).split("]")[0]!);
  return labels.size;
}

/** True where the first thing on the way to an argument that is not written is one that Azure fills in. */
function isFilledIn(schema: TypeSchema, path: string, flat: ReadonlyMap<string, unknown>): boolean {
  if (flat.has(path)) return false;
  for (const block of blocksOf(path))
    if (instances(flat, block) === 0) return schema.get(schemaPath(block))?.computed === true;
  const inside = path.slice(0, path.lastIndexOf(".") + 1);
  if (inside !== "" && ![...flat.keys()].some((key) => key.startsWith(inside))) return false;
  return schema.get(argumentOf(schema, schemaPath(path)) ?? "")?.computed === true;
}
