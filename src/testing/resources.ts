import { show } from "../config/issues";
import { plain } from "../display/inert";
import { asList, isObject, type Json } from "../plan/json";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { type Outcome, outcome } from "./outcome";
import { subjectOf } from "./subject";

/**
 * Expected attributes, by name or dotted path: a value to equal, a predicate, or for blocks an object that every block
 * must match. The provider's defaults count: absent is not off.
 */
export type Properties = Readonly<Record<string, unknown>>;

/** Every resource of a type has these properties, and there is at least one. */
export function hasEveryResource(received: unknown, type: string, properties: Properties = {}): Outcome {
  const { env, all, full } = find(received, type);
  const wrong = all.length === 0 ? [`there is no ${full}`] : all.flatMap((one) => mismatches(one, properties));
  return outcome(
    wrong,
    `expected every ${full} of ${env} to match, but:`,
    `expected some ${full} of ${env} not to match`,
  );
}

/** At least one resource of a type has all of these properties. */
export function hasSomeResource(received: unknown, type: string, properties: Properties = {}): Outcome {
  const { env, all, full } = find(received, type);
  const tried = all.map((one) => mismatches(one, properties));
  const wrong = all.length === 0 ? [`there is no ${full}`] : tried.some((one) => one.length === 0) ? [] : tried.flat();
  return outcome(wrong, `expected some ${full} of ${env} to match, but:`, `expected no ${full} of ${env} to match`);
}

/** No resource of a type has all of these properties; without properties: there is none. */
export function hasNoResource(received: unknown, type: string, properties: Properties = {}): Outcome {
  const { env, all, full } = find(received, type);
  const wrong = all
    .filter((one) => mismatches(one, properties).length === 0)
    .map((one) => `${plain(one.address)} does`);
  return outcome(wrong, `expected no ${full} of ${env} to match, but:`, `expected some ${full} of ${env} to match`);
}

function find(received: unknown, type: string): { env: string; all: readonly Resource[]; full: string } {
  const { env, graph } = subjectOf(received);
  const full = type.startsWith("azurerm_") ? type : `azurerm_${type}`;
  return { env: plain(env), all: graph.of(full), full };
}

function mismatches(part: Part, properties: Properties): string[] {
  return Object.entries(properties).flatMap(([path, wanted]) => {
    if (isBlock(wanted)) return blockMismatches(part, path, wanted);
    const value = part.value(path);
    if (matches(value, wanted)) return [];
    const got = value === UNKNOWN ? "a value that is not known before apply" : show(value, path);
    const must = typeof wanted === "function" ? "does not satisfy the predicate" : `must be ${show(wanted, path)}`;
    return [`${plain(part.resource.address)}: ${plain(part.at(path))} is ${plain(got)}, ${must}`];
  });
}

function blockMismatches(part: Part, path: string, wanted: Properties): string[] {
  const value = part.value(path);
  const blocks = part.blocks(path);
  if (blocks.length > 0) return blocks.flatMap((one) => mismatches(one, wanted));
  if (isObject(value) && equal(value, wanted)) return [];
  return [`${plain(part.resource.address)}: ${plain(part.at(path))} is not there`];
}

function isBlock(wanted: unknown): wanted is Properties {
  return isObject(wanted) && !("asymmetricMatch" in wanted);
}

function matches(value: unknown, wanted: unknown): boolean {
  if (value === UNKNOWN) return false;
  if (typeof wanted === "function") return wanted(value) === true;
  if (wanted !== null && typeof wanted === "object" && "asymmetricMatch" in wanted)
    return (wanted as { asymmetricMatch(other: unknown): boolean }).asymmetricMatch(value);
  return equal(value, wanted);
}

function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(b)) {
    const list = asList(a as Json);
    return list.length === b.length && b.every((one, index) => equal(list[index], one));
  }
  if (isObject(b)) return isObject(a) && Object.entries(b).every(([key, one]) => equal(a[key], one));
  return a === b;
}
