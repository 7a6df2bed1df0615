import type { MockValue } from "./table/entry";

/** Text as an HCL string, with nothing in it taken for a template. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);
}

/** A value as an HCL expression, objects on lines of their own. */
export function expression(value: unknown, indent = ""): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => expression(one, indent)).join(", ")}]`;
  const inner = `${indent}  `;
  const entries = Object.entries(value as { readonly [key: string]: MockValue });
  if (entries.length === 0) return "{}";
  const lines = entries.map(
    ([key, one]) => `${inner}${/^[A-Za-z_]\w*$/.test(key) ? key : quote(key)} = ${expression(one, inner)}`,
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}

/** A block: its header, then a body of lines or nested blocks, indented. */
export function block(header: string, body: readonly string[]): string {
  if (body.length === 0) return `${header} {}`;
  return `${header} {\n${body.map(indented).join("\n")}\n}`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
