import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isSupported } from "../src/config/schema";
import { controlsDocument } from "../src/report/controls-doc";
import { STAGES } from "../src/stages/stage";
import { configReference, fieldTable } from "./config-reference";
import { environmentTables } from "./environment-tables";
import { jsonSchema, SCHEMA_NAMES } from "./json-schema";
import { leftAloneTable } from "./left-alone-table";
import { modeTable } from "./mode-table";

const root = resolve(__dirname, "..");

/** A file, or a part of one, that comes from the code and is committed. */
export interface Generated {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: () => string;
}

/** Everything that `npm run generate` writes; a test asserts that the committed files are up to date. */
export const GENERATED: readonly Generated[] = [
  ...SCHEMA_NAMES.map((name) => ({
    path: `schemas/${name}.schema.json`,
    text: () => `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  })),
  { path: "docs/controls.md", text: () => controlsDocument() },
  {
    path: "docs/environments.md",
    text: () => {
      const filled = between("docs/environments.md", "pre-production", environmentTables("pre-production"));
      return fill(filled, "production", environmentTables("production"), "docs/environments.md");
    },
  },
  {
    path: "docs/scale.md",
    text: () => {
      const filled = between("docs/scale.md", "modes", modeTable());
      return fill(filled, "scale", environmentTables("scale"), "docs/scale.md");
    },
  },
  { path: "docs/recreation.md", text: () => between("docs/recreation.md", "left alone", leftAloneTable()) },
  {
    path: "docs/config.md",
    text: () => {
      const stages = STAGES.filter(isSupported).map((stage) => [stage, jsonSchema(stage)]);
      const filled = between("docs/config.md", "reference", configReference(Object.fromEntries(stages)));
      return fill(filled, "foundation", fieldTable(jsonSchema("foundation")), "docs/config.md");
    },
  },
];

/** A file's text with what stands between two marks replaced. */
function between(path: string, mark: string, content: string): string {
  return fill(readFileSync(join(root, path), "utf8"), mark, content, path);
}

function fill(text: string, mark: string, content: string, path: string): string {
  const [start, end] = [`<!-- generated: ${mark} -->`, `<!-- end of ${mark} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${path} must hold the lines ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

if (require.main === module) for (const { path, text } of GENERATED) writeFileSync(join(root, path), text());
