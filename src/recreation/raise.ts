import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { LAST_GENERATION } from "../config/schema/common";
import { badInput } from "../errors";

/** A config text with its generation raised by one. */
export interface Raised {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Raises the generation in the text of a config, and says why in a comment above it. Every other byte stays: comments,
 * order, quotes and line ends.
 *
 * @param reason  one line, for whoever reads the file in a year
 * @throws BadInput when the text is no mapping, or has no generation left
 */
export function raiseGeneration(text: string, reason: string, file: string): Raised {
  const document = parseDocument(text, { version: "1.2", keepSourceTokens: true, logLevel: "error" });
  const root = document.contents;
  if (!isMap(root) || document.errors.length > 0) throw badInput(`${file} is not a YAML mapping`, "Correct it first.");
  const pair = pairOf(root, "generation");
  const written = pair === undefined ? 1 : document.get("generation");
  const from = typeof written === "number" && Number.isInteger(written) ? written : Number.NaN;
  if (!(from >= 1)) throw badInput(`generation in ${file} is not a whole number`, "Write it like generation: 1.");
  if (from >= LAST_GENERATION)
    throw badInput(`${file} is at generation ${from}, which is the last one`, "Give the workload a new name.");
  const to = from + 1;
  const comment = `# generation ${to}: ${reason}`;
  return { from, to, text: pair ? replaced(text, pair, to, comment) : added(text, root, to, comment) };
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

const startOf = (node: unknown): number => (node as Scalar).range?.[0] ?? 0;
const endOf = (node: unknown): number => (node as Scalar).range?.[1] ?? 0;
const lineEnd = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

function replaced(text: string, pair: Pair, to: number, comment: string): string {
  const [start, end] = [startOf(pair.value), endOf(pair.value)];
  const changed = `${text.slice(0, start)}${to}${text.slice(end)}`;
  return commented(changed, startOf(pair.key), comment);
}

/** Without a generation the config is at 1: the key comes after the stage, which every config has. */
function added(text: string, root: YAMLMap, to: number, comment: string): string {
  const anchor = pairOf(root, "stage") ?? root.items.at(-1);
  if (!anchor) throw badInput("the config is empty");
  const end = endOf(anchor.value);
  if (root.flow) return commented(`${text.slice(0, end)}, generation: ${to}${text.slice(end)}`, startOf(root), comment);
  const eol = lineEnd(text);
  const newline = text.indexOf("\n", end);
  const at = newline < 0 ? text.length : newline + 1;
  const before = newline < 0 ? `${text}${eol}` : text.slice(0, at);
  const key = startOf(anchor.key);
  const indent = /^\s*/.exec(text.slice(text.lastIndexOf("\n", key - 1) + 1, key))?.[0] ?? "";
  return `${before}${indent}${comment}${eol}${indent}generation: ${to}${eol}${text.slice(at)}`;
}

/** Puts a comment on a line of its own above the line that holds an offset; inside braces that is above the whole. */
function commented(text: string, offset: number, comment: string): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const lead = text.slice(start, offset);
  const indent = /^[ \t]*/.exec(lead)?.[0] ?? "";
  const bom = start === 0 && text.startsWith("\uFEFF") ? 1 : 0;
  const at = start + bom;
  return `${text.slice(0, at)}${indent}${comment}${lineEnd(text)}${text.slice(at)}`;
}
