import { asList } from "../plan/json";
import { describe, type Read, type Reference, UNKNOWN } from "../plan/reference";
import type { Part } from "../plan/resource";

/** Stands where a value is not known before apply: unknown is said, never left out. */
export const NOT_KNOWN = "not known before apply";

/** Who everybody is: any address of the Internet. */
export const EVERYBODY = "everybody";

/** An expression stays as it is written, for example `${var.office}`: it names who decides. */
function unknownAs(text: string): string {
  return text.includes("${") ? text : NOT_KNOWN;
}

/** Reads an attribute. What nobody wrote and Azure fills in is absent, although a plan lists it as not known yet. */
function readWritten(part: Part, attribute: string): Read {
  const read = part.read(attribute);
  return read.state === "unknown" && !part.wasWritten(attribute.split(".")[0]!) ? { state: "absent" } : read;
}

/** What an attribute holds as a text; `undefined` when it is absent. */
export function textAt(part: Part, attribute: string): string | undefined {
  const read = readWritten(part, attribute);
  if (read.state === "absent" || (read.state === "known" && read.value === "")) return undefined;
  return read.state === "unknown" ? unknownAs(read.text) : `${read.value}`;
}

/** The elements of a list as texts, those that are not known included; empty when it is absent. */
export function textsAt(part: Part, attribute: string): string[] {
  const read = readWritten(part, attribute);
  if (read.state === "absent") return [];
  if (read.state === "unknown") return [unknownAs(read.text)];
  return asList(read.value as Parameters<typeof asList>[0]).map((one) => (one === null ? NOT_KNOWN : `${one}`));
}

/** True when the attribute is not known before apply. */
export function isNotKnown(part: Part, attribute: string): boolean {
  return part.value(attribute) === UNKNOWN;
}

/** Where an attribute leads, in words; empty when it is absent. */
export function targetsAt(part: Part, attribute: string): string[] {
  return part
    .refs(attribute)
    .filter(({ kind }) => kind !== "unknown" || part.wasWritten(attribute.split(".")[0]!))
    .map(named);
}

/** A reference in words; `data.` before what the plan only reads. */
export function named(reference: Reference): string {
  if (reference.kind === "unknown" && !reference.text.includes("${")) return NOT_KNOWN;
  return describe(reference);
}

/** Without repetition, in the order of their letters. */
export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort();
}

/** Rows by the order of a text that each has. */
export function inOrder<Row>(rows: Iterable<Row>, key: (row: Row) => string): Row[] {
  return [...rows]
    .map((row): [string, Row] => [key(row), row])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, row]) => row);
}
