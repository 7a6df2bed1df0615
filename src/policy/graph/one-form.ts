import { badInput } from "../../errors";
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

const FIX = "Write every block once, as an object under its name, as cdktf does.";

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
  const sections = Object.entries(json).map(([section, value]): [string, Json | undefined] => {
    const labels = LABELS[section];
    if (labels === undefined || value === undefined) return [section, value];
    if (OF_BLOCKS.has(section)) refuseListsInLists(value, section, where);
    return [section, merged(value, labels, section, { where, repeats: section === "provider" })];
  });
  return Object.fromEntries(sections);
}

interface Place {
  readonly where: string;
  /** True where one name may have several bodies, which then stay a list. */
  readonly repeats: boolean;
}

function merged(value: Json, labels: number, path: string, place: Place): Json {
  const all = new Map<string, Json>();
  for (const part of asList(value)) {
    if (!isObject(part)) throw badInput(`${place.where}: ${path} must be an object, got ${kindOf(part)}`, FIX);
    for (const [name, inner] of Object.entries(part)) add(all, name, inner ?? null, labels, path, place);
  }
  if (all.size === 0 && !isObject(value)) throw badInput(`${place.where}: ${path} must be an object, got nothing`, FIX);
  return Object.fromEntries(all);
}

function add(all: Map<string, Json>, name: string, inner: Json, labels: number, path: string, place: Place): void {
  const at = `${path}.${name}`;
  const known = all.get(name);
  if (labels === 2) {
    const below = merged(inner, 1, at, place);
    all.set(name, known === undefined ? below : merged([known, below], 1, at, place));
  } else if (labels === 1 && place.repeats) {
    all.set(name, known === undefined ? inner : [...asList(known), ...asList(inner)]);
  } else if (labels === 1) {
    const [body, ...more] = asList(inner);
    if (body === undefined) return; // neither null nor an empty list makes a block
    if (known !== undefined || more.length > 0) throw badInput(`${place.where}: ${at} is written twice`, FIX);
    if (!isObject(body)) throw badInput(`${place.where}: ${at} must be an object, got ${kindOf(body)}`, FIX);
    all.set(name, body);
  } else {
    if (known !== undefined) throw badInput(`${place.where}: ${at} is written twice`, FIX);
    all.set(name, inner);
  }
}

function kindOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "nothing";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

/** Terraform takes blocks out of a list in a list as well. No attribute of a resource has such a value. */
function refuseListsInLists(value: Json, path: string, where: string): void {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) {
      if (Array.isArray(one) && holdsObjects(one))
        throw badInput(`${where}: ${path}[${i}] is a list of blocks in a list, which is not read`, FIX);
      refuseListsInLists(one, `${path}[${i}]`, where);
    }
  } else if (isObject(value)) {
    for (const [key, one] of Object.entries(value))
      if (one !== undefined) refuseListsInLists(one, `${path}.${key}`, where);
  }
}

function holdsObjects(list: readonly Json[]): boolean {
  return list.some((one) => isObject(one) || (Array.isArray(one) && holdsObjects(one)));
}
