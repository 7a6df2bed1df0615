import type { Path } from "../path";

/**
 * A config before it is known to be well formed. Checks over several fields run on it beside the schema, so that a person
 * sees every problem at once; each reads only what has the right shape and leaves the rest to the schema.
 */
export type Draft = Readonly<Record<string, unknown>>;

/** A problem as a check states it: the place, the sentence, the fix. */
export interface Found {
  readonly place: Path;
  readonly says: string;
  readonly fix?: string;
  readonly control?: string;
}

/** One check over several fields of a config. */
export type Check = (draft: Draft) => readonly Found[];

/** The value when it is a mapping, else an empty one. */
export function mapping(value: unknown): Draft {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Draft) : {};
}

/** The mappings inside a mapping, with their names. */
export function mappings(value: unknown): [name: string, fields: Draft][] {
  return Object.entries(mapping(value)).map(([name, fields]) => [name, mapping(fields)]);
}

/** The strings of a list, with their positions. */
export function texts(value: unknown): [index: number, text: string][] {
  return Array.isArray(value)
    ? [...value.entries()].filter((item): item is [number, string] => typeof item[1] === "string")
    : [];
}
