import { lstatSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addDays } from "../config/dates";
import { parseYaml } from "../config/parse";
import { validateConfig } from "../config/validate";
import { BadInput, type Problem } from "../errors";
import { parseToday } from "../policy/day";
import { type ProjectFile, projectFiles } from "./templates";
import { environmentFile } from "./templates/environment";
import { clockDay } from "./today";

/** Days that a new POC lives, unless the team writes another day. */
const POC_DAYS = 28;

/** Options of `gatewright init`. */
export interface InitOptions {
  readonly folder: string;
  /** Day the POC is created; default: the current one, in UTC. */
  readonly today?: string;
}

/**
 * `gatewright init`: writes a project to start from.
 *
 * @throws BadInput with every problem at once; then nothing was written
 */
export async function init(product: string, { folder, today }: InitOptions): Promise<number> {
  const created = today ?? clockDay();
  const problems = [...nameProblems(product), ...dayProblems(created)];
  if (problems.length > 0) throw new BadInput(problems);
  const owner = `you@${product}.example`;
  const files = projectFiles({ product, created, expires: addDays(created, POC_DAYS), owner });
  const obstacles = inTheWay(folder, files);
  if (obstacles.length > 0) throw new BadInput(obstacles);
  write(folder, files);
  process.stdout.write(`${render(product, folder, owner, files)}\n`);
  return 0;
}

/** What the config's own rules say about the name. */
function nameProblems(product: string): readonly Problem[] {
  const day = "2000-01-01";
  const text = environmentFile({ product: "x", created: day, expires: addDays(day, 1), owner: "a@b.example" });
  const config = { ...(parseYaml(text, "").value as object), workload: product };
  try {
    validateConfig(config);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}

function dayProblems(today: string): readonly Problem[] {
  try {
    parseToday(today);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}

/** A file that exists is never written over, and a folder is never made where something else is. */
function inTheWay(folder: string, files: readonly ProjectFile[]): readonly Problem[] {
  const says = files.flatMap(({ path }) => {
    const target = join(folder, path);
    const blocked = foldersAbove(target).find((parent) => kindOf(parent) === "other");
    if (blocked !== undefined) return [`${blocked} is not a folder`];
    return kindOf(target) === "nothing" ? [] : [`${target} already exists`];
  });
  return [...new Set(says)].map((sentence, index, { length }) => ({
    path: "",
    says: sentence,
    ...(index === length - 1 && {
      fix: "Nothing was written. Move it away, or start in another place: --folder <dir>.",
    }),
  }));
}

/** The folders that a file is in, outermost first. */
function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...foldersAbove(parent), parent];
}

function kindOf(path: string): "nothing" | "folder" | "other" {
  try {
    return statSync(path).isDirectory() ? "folder" : "other";
  } catch {
    // Links that lead nowhere are in the way too.
    return lstatSync(path, { throwIfNoEntry: false }) === undefined ? "nothing" : "other";
  }
}

/** Writes all files, or removes those that it wrote. */
function write(folder: string, files: readonly ProjectFile[]): void {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: "wx" });
      written.push(target);
    }
  } catch (error) {
    for (const target of written) rmSync(target, { force: true });
    const { message } = error as Error;
    throw new BadInput([{ path: "", says: `the project could not be written: ${message}`, fix: "Nothing was kept." }]);
  }
}

function render(product: string, folder: string, owner: string, files: readonly ProjectFile[]): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const [config] = files;
  return [
    `Started ${product} in ${folder}:`,
    ...files.map(({ path, about }) => `  ${path.padEnd(width)}  ${about}`),
    "",
    "Next:",
    ...(folder === "." ? [] : [`  cd ${folder}`]),
    "  npm install",
    "  npm test",
    "  npx gatewright check",
    "  npx gatewright synth",
    "",
    `The owner is ${owner}, which nobody reads: put your address into ${config?.path}.`,
  ].join("\n");
}
