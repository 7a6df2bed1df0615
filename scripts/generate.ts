import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SCHEMAS, type SupportedStage } from "../src/config/schema";
import { configReference } from "./config-reference";
import { stageJsonSchema } from "./json-schema";

const root = resolve(__dirname, "..");

/** A file, or a part of one, that comes from the code and is committed. */
export interface Generated {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: () => string;
}

const stages = Object.keys(SCHEMAS) as SupportedStage[];

/** Everything that `npm run generate` writes; a test asserts that the committed files are up to date. */
export const GENERATED: readonly Generated[] = [
  ...stages.map((stage) => ({
    path: `schemas/${stage}.schema.json`,
    text: () => `${JSON.stringify(stageJsonSchema(stage), null, 2)}\n`,
  })),
  {
    path: "docs/config.md",
    text: () => {
      const schemas = Object.fromEntries(stages.map((stage) => [stage, stageJsonSchema(stage)]));
      return between("docs/config.md", "reference", configReference(schemas));
    },
  },
];

/** A file's text with what stands between two marks replaced. */
function between(path: string, mark: string, content: string): string {
  const [start, end] = [`<!-- generated: ${mark} -->`, `<!-- end of ${mark} -->`];
  const text = readFileSync(join(root, path), "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${path} must hold the lines ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

if (require.main === module) for (const { path, text } of GENERATED) writeFileSync(join(root, path), text());
