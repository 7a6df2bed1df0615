import { badInput } from "../errors";
import { asList, isObject, type Json, type JsonObject } from "./json";

/** How many labels a block of each section has. Sections that are not named here are left as they are. */
const LABELS: Readonly<Record<string, 0 | 1 | 2>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  module: 1,
  check: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

/** Sections whose bodies are made of blocks all the way down, so that lists in lists are blocks as well. */
const OF_BLOCKS = new Set(["resource", "data", "provider", "terraform"]);

/** What is done about a form that Terraform refuses, or reads in a way that nothing here does. */
type Refuse = (says: string) => void;

/**
 * Terraform JSON in the one form that everything here reads. Terraform takes a list of objects wherever it takes an object,
 * and merges what they hold; a list that was passed over would be applied without having been judged. What cdktf writes is
 * in that form already, and comes back as it is.
 *
 * @param where  names the input in messages
 * @throws BadInput for a form that Terraform refuses, or reads in a way that nothing here does
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function inOneForm(json: JsonObject, where: string): JsonObject {
  const refuse: Refuse = (says) => {
    throw badInput(`${where}: ${says}`, "Write every block once, as an object under its name, as cdktf does.");
  };
  for (const section of OF_BLOCKS) refuseListsInLists(json[section], section, refuse);
  return formed(json, refuse);
}

/** The same of JSON from anywhere: lists in lists are read as Terraform reads blocks, and what it refuses is left out. */
export function inOneFormAsFarAsRead(json: JsonObject): JsonObject {
  const flat = Object.entries(json).map(([section, value]) => [
    section,
    OF_BLOCKS.has(section) ? flattened(value) : value,
  ]);
  return formed(Object.fromEntries(flat), () => {});
}

function formed(json: JsonObject, refuse: Refuse): JsonObject {
  const sections = Object.entries(json).map(([section, value]): [string, Json | undefined] => {
    const labels = LABELS[section];
    return [section, labels === undefined || value === undefined ? value : merged(value, labels, section, refuse)];
  });
  return Object.fromEntries(sections);
}

function merged(value: Json, labels: number, path: string, refuse: Refuse): JsonObject {
  const all = new Map<string, Json>();
  for (const part of asList(value)) {
    if (isObject(part))
      for (const [name, inner] of Object.entries(part)) {
        const body = bodyOf(inner ?? null, all.get(name), labels, `${path}.${name}`, refuse);
        if (body !== undefined) all.set(name, body);
      }
    else refuse(`${path} must be an object, got ${kindOf(part)}`);
  }
  if (all.size === 0 && !isObject(value)) refuse(`${path} must be an object, got nothing`);
  return Object.fromEntries(all);
}

/** What stands under a name, joined with what already stood there. */
function bodyOf(inner: Json, known: Json | undefined, labels: number, at: string, refuse: Refuse): Json | undefined {
  if (labels === 2) {
    const below = merged(inner, 1, at, refuse);
    return known === undefined ? below : merged([known, below], 1, at, refuse);
  }
  // A provider may have several blocks, which stay a list.
  if (at.startsWith("provider.")) return known === undefined ? inner : [...asList(known), ...asList(inner)];
  const [body, ...more] = labels === 0 ? [inner] : asList(inner);
  if (body === undefined) return known; // neither null nor an empty list makes a block
  if (known !== undefined || more.length > 0) refuse(`${at} is written twice`);
  if (labels === 0 || isObject(body)) return known ?? body;
  refuse(`${at} must be an object, got ${kindOf(body)}`);
  return known;
}

function kindOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "nothing";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

/** Terraform takes blocks out of a list in a list as well. No attribute of a resource has such a value. */
function refuseListsInLists(value: Json | undefined, path: string, refuse: Refuse): void {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) {
      if (isListOfBlocks(one)) refuse(`${path}[${i}] is a list of blocks in a list, which is not read`);
      refuseListsInLists(one, `${path}[${i}]`, refuse);
    }
  } else if (isObject(value))
    for (const [key, one] of Object.entries(value)) refuseListsInLists(one, `${path}.${key}`, refuse);
}

function flattened(value: Json | undefined): Json | undefined {
  if (Array.isArray(value))
    return value.flatMap((one: Json) => (isListOfBlocks(one) ? flattened(one) : [flattened(one)])) as Json;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, flattened(one)]));
}

function isListOfBlocks(value: Json): boolean {
  return Array.isArray(value) && value.some((one: Json) => isObject(one) || isListOfBlocks(one));
}
