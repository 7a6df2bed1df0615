import { plain } from "./inert";

/** A cell's text with what would be markup written as itself. */
function cell(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;");
}

/** A Markdown table; hostile text in cells is inert. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}
