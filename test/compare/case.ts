import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One project and what is asked of it. It is data only, so that every checkout can be asked the same. */
export interface Case {
  /** `<group>/<name>`. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Command lines by name, in the order in which they are run, in the project's folder. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

const COMMANDS = "commands.json";
const PROJECT = "project";

/** Writes a case below a folder. */
export function writeCase(inputs: string, { name, files, commands }: Case): void {
  const folder = join(inputs, name);
  mkdirSync(join(folder, PROJECT), { recursive: true });
  writeFileSync(join(folder, COMMANDS), `${JSON.stringify(commands, null, 1)}\n`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, PROJECT, path)), { recursive: true });
    writeFileSync(join(folder, PROJECT, path), text);
  }
}

/** The names of all cases below a folder, in order. */
export function caseNames(inputs: string): string[] {
  return readdirSync(inputs)
    .flatMap((group) => readdirSync(join(inputs, group)).map((name) => `${group}/${name}`))
    .sort();
}

/** The command lines of a case. */
export function commandsOf(inputs: string, name: string): Case["commands"] {
  return JSON.parse(readFileSync(join(inputs, name, COMMANDS), "utf8"));
}

/** Copies a case's project to where it is run. */
export function copyProject(inputs: string, name: string, to: string): void {
  cpSync(join(inputs, name, PROJECT), to, { recursive: true });
}

/** A short name for a text that has none. */
export function digestName(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
