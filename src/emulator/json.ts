/** A JSON object as Azure and the provider send it. */
export type Json = { [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What a path like `properties.encryption.keySource` leads to. */
export function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => object(inner)[key], value);
}

/** Put a value where a path leads to, making the objects on the way. */
export function put(target: Json, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let inner = target;
  for (const key of keys) {
    if (!isObject(inner[key])) inner[key] = {};
    inner = inner[key] as Json;
  }
  inner[last] = value;
}

/** Fill in what nobody set: objects are filled field by field, everything else is taken only where there is nothing. */
export function fill(target: Json, defaults: Json): void {
  for (const [key, value] of Object.entries(defaults)) {
    const present = target[key];
    if (present === undefined || present === null) target[key] = structuredClone(value);
    else if (isObject(present) && isObject(value)) fill(present, value);
  }
}

/** The fields of `change` over those of `target`; null takes a field away (RFC 7396). */
export function merge(target: Json, change: Json): Json {
  const merged: Json = { ...target };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? merge(object(merged[key]), value) : value;
  }
  return merged;
}

/** A copy without fields that are null: Azure answers as if they had not been sent. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  ) as T;
}

/** Every text in a value, with the path that leads to it. */
export function* textsIn(value: unknown, path = ""): Generator<{ path: string; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  if (Array.isArray(value)) for (const inner of value) yield* textsIn(inner, path);
  if (isObject(value))
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, path ? `${path}.${key}` : key);
}
