import type { Position } from "../errors";

/** A place in a config: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** Tells where in a file a path stands; absent for a config written in TypeScript. */
export type PositionOf = (path: Path) => Position;

/** `["services", "api", "uses", 0]` as people read it: `services.api.uses[0]`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    const key = /^[A-Za-z_][\w-]*$/.test(part) ? part : JSON.stringify(part);
    return text === "" ? key : `${text}.${key}`;
  }, "");
}

/** The value at a place, or `undefined`. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, part) => {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, part)) return undefined;
    return (here as Record<string | number, unknown>)[part];
  }, value);
}

/** Every key of the mappings in a value, with its place. */
export function* keysOf(value: unknown, path: Path = []): Generator<{ path: Path; key: string }> {
  if (value === null || typeof value !== "object") return;
  for (const [key, item] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value)) yield { path: place, key };
    yield* keysOf(item, place);
  }
}

/** Every string, number and boolean of a value with its place, in the order written. */
export function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: string | number | boolean }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  } else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  } else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    yield { path, value };
  }
}
