import { markdownTable } from "../display/markdown-table";

/** Texts in a cell. */
export const list = (texts: readonly string[], none = "") => texts.join(", ") || none;

/** A part of the report; without rows it says so in a sentence. */
export function part(
  title: string,
  none: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return `## ${title}\n\n${rows.length === 0 ? none : markdownTable(head, rows)}`;
}
