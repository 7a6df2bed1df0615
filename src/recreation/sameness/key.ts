import { UNKNOWN } from "../../plan/reference";
import type { Part } from "../../plan/resource";
import { placeOf } from "../identity";

/** Something that Azure has once: two resources with one key are one thing to it, and it refuses the second. */
export interface OnlyOne {
  /** What there is one of, in words: `role of one principal at one scope`. */
  readonly what: string;
  readonly key: string;
}

/** A key of attributes; none where one of them is not known. */
export function keyed(what: string, label: string, part: Part, by: readonly string[]): OnlyOne[] {
  const values = by.map((attribute) => comparable(part, attribute));
  return values.includes(undefined) ? [] : [{ what, key: [label, what, ...values].join("|") }];
}

/** An attribute in comparable form: where it leads, or its text without case. `undefined` where it is not known. */
export function comparable(part: Part, attribute: string): string | undefined {
  const value = part.value(attribute);
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  const [reference] = part.refs(attribute);
  if (reference?.kind === "resource") return placeOf(reference);
  if (typeof value === "string") return reference ? placeOf(reference) : value.toLowerCase();
  if (value === UNKNOWN)
    return reference && (reference.kind !== "unknown" || reference.text) ? placeOf(reference) : undefined;
  return value === undefined ? "" : undefined;
}
