import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../package/installed";

/** A fenced block of a document. */
export interface Block {
  readonly document: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Every document that people read, from the root of the repository. */
export const DOCUMENTS = [
  "README.md",
  "CHANGELOG.md",
  "DECISIONS.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
].filter((path) => path.endsWith(".md"));

/** A document's text. */
export function textOf(document: string): string {
  return readFileSync(join(ROOT, document), "utf8");
}

/** The fenced blocks of a document, in order. */
export function blocksOf(document: string): Block[] {
  const found: Block[] = [];
  let open: { line: number; language: string; lines: string[] } | undefined;
  for (const [index, line] of textOf(document).split("\n").entries()) {
    const fence = /^ *```(\w*)$/.exec(line);
    if (!fence) open?.lines.push(line);
    else if (open) {
      found.push({ document, line: open.line, language: open.language, text: `${open.lines.join("\n")}\n` });
      open = undefined;
    } else open = { line: index + 1, language: fence[1]!, lines: [] };
  }
  return found;
}

export const BLOCKS = DOCUMENTS.flatMap(blocksOf);

/** The blocks of a language, each with a title for a test. */
export function blocksIn(language: string): [title: string, block: Block][] {
  return BLOCKS.filter((block) => block.language === language).map((block) => [
    `${block.document}:${block.line}`,
    block,
  ]);
}

/** The path that a block's first line names: `// main.ts`, `# environments/orders.poc.yaml`. */
export function pathOf({ text }: Block): string | undefined {
  return /^(?:\/\/|#) (\S+\.(?:ya?ml|ts))$/.exec(text.split("\n")[0]!)?.[1];
}

/** Puts a block into a project, where its first line says; returns that path. */
export function write(block: Block, folder: string): string {
  const path = pathOf(block);
  if (path === undefined)
    throw new Error(`${block.document}:${block.line}: the first line of the block must name its file, like // main.ts`);
  writeFileSync(join(folder, path), block.text);
  return path;
}
