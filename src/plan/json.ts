/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; every key may be absent. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for a JSON object, not for a list or null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** A list as it is, a single value as a list of one, nothing as an empty list. */
export function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Json];
}

/** A nested block, which Terraform JSON may write as an object or as a list of one. */
export function block(attributes: Readonly<Record<string, unknown>>, key: string): JsonObject | undefined {
  const [first] = asList(attributes[key] as Json | undefined);
  return isObject(first) ? first : undefined;
}

/** Every string in a JSON value with its dotted path, depth first. */
export function* strings(value: Json | undefined, path = ""): Generator<{ path: string; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* strings(one, `${path}[${i}]`);
  else if (isObject(value))
    for (const [key, one] of Object.entries(value)) yield* strings(one, path === "" ? key : `${path}.${key}`);
}
