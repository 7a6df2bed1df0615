import type { Attributes } from "../plan/terraform-json";

/** What stands beside the arguments of a resource and is none. */
const ASIDE: ReadonlySet<string> = new Set(["//", "depends_on", "provider", "connection", "provisioner"]);

/**
 * The arguments of a resource by path. Blocks that have a name are told apart by it, so that one more does not move the
 * others: `template.container[api].env[PORT].value`. A list of plain values is one argument.
 */
export function flatten(attributes: Attributes): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(attributes)) if (!ASIDE.has(key)) visit(value, key, found);
  return found;
}

function visit(value: unknown, path: string, found: Map<string, unknown>): void {
  if (Array.isArray(value)) {
    if (!value.some(isMapping)) found.set(path, value);
    else
      for (const [index, item] of value.entries()) {
        const label = labelOf(item, value, index);
        visit(label === index ? item : withoutName(item), `${path}[${label}]`, found);
      }
  } else if (isMapping(value)) {
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`, found);
  } else found.set(path, value);
}

/** The name is in the path already, unless there is nothing else. */
function withoutName(item: unknown): unknown {
  const { name: _, ...rest } = item as Record<string, unknown>;
  return Object.keys(rest).length > 0 ? rest : item;
}

function labelOf(item: unknown, all: readonly unknown[], index: number): string | number {
  const nameOf = (one: unknown) => (isMapping(one) && typeof one["name"] === "string" ? one["name"] : undefined);
  const name = nameOf(item);
  return name !== undefined && all.filter((one) => nameOf(one) === name).length === 1 ? name : index;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A path as schemas have it, without the labels of its blocks: `template.container.env.value`. */
export function schemaPath(path: string): string {
  return path.replace(/\[[^\]]*(?:\]|$)/g, "");
}

/** Values at a schema path: one for each block on the way. */
export function valuesAt(value: unknown, keys: readonly string[]): unknown[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  const blocks = (Array.isArray(value) ? value : [value]).filter(isMapping);
  return blocks.flatMap((block) => (Object.hasOwn(block, key) ? valuesAt(block[key], rest) : []));
}
