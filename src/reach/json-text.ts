import { isObject, type Json, strings } from "../plan/json";
import { UNKNOWN } from "../plan/reference";
import type { Part } from "../plan/resource";

/** The JSON that an argument holds as text; `UNKNOWN` where it, or a part of it, is told by an expression or cannot be read. */
export function jsonIn(part: Part, path: string): Json | typeof UNKNOWN | undefined {
  const value = part.value(path);
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string" || value.includes("${")) return UNKNOWN;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return UNKNOWN;
  }
}

/** The value of a key of the JSON that an argument holds as text. */
export function keyIn(part: Part, path: string, key: string): unknown {
  const json = jsonIn(part, path);
  return isObject(json) ? (json[key] ?? UNKNOWN) : UNKNOWN;
}

const URL = /\bhttps?:\/\/[^\s"'<>|;)\\]{1,2000}/gi;

/** Names of schemas are addresses that nobody asks. */
const NAMES = /(?:^|\.)\$(?:schema|id|ref)$/;

/** Every address in the texts of some JSON, commands included. */
export function urlsIn(json: Json): readonly string[] {
  const texts = [...strings(json)].filter(({ path }) => !NAMES.test(path));
  return [...new Set(texts.flatMap(({ text }) => text.match(URL) ?? []))];
}
