import { lstatSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addDays } from "../config/dates";
import { parseToday } from "../config/day";
import { parseYaml } from "../config/parse";
import { validateConfig } from "../config/validate";
import { onDisk } from "../disk/errno";
import { makeFolder } from "../disk/make-folder";
import { BadInput, type Problem } from "../errors";
import { print } from "./print";
import { type ProjectFile, projectFiles } from "./templates";
import { environmentFile } from "./templates/environment";
import { clockDay } from "./today";
import { vendoredPackage } from "./vendor/package-tarball";

/** Days that a new POC lives, unless the team writes another day. */
const POC_DAYS = 28;

const DEFAULT_LOCATION = "westeurope";

/** Options of `gatewright init`. */
export interface InitOptions {
  /** @default here */
  readonly folder?: string;
  /** Day the POC is created; default: the current one, in UTC. */
  readonly today?: string;
  /** Azure region of the POC. */
  readonly location?: string;
  /** Who answers for the POC; default: a placeholder. */
  readonly owner?: string;
  /** Tarball of this package; default: the running package, packed again. */
  readonly package?: string;
}

/**
 * `gatewright init`: writes a project to start from.
 *
 * @throws BadInput with every problem at once; then nothing was written
 */
export async function init(product: string, options: InitOptions): Promise<number> {
  const { folder = ".", location = DEFAULT_LOCATION } = options;
  const created = options.today ?? clockDay();
  const owner = options.owner ?? `you@${product}.example`;
  const problems = [
    ...configProblems({ workload: product, location, ...(options.owner !== undefined && { owner }) }),
    ...dayProblems(created),
  ];
  if (problems.length > 0) throw new BadInput(problems);
  const vendored = vendoredPackage(options.package);
  const expires = addDays(created, POC_DAYS);
  const files = projectFiles({ product, created, expires, owner, location, vendored });
  const obstacles = inTheWay(folder, files);
  if (obstacles.length > 0) throw new BadInput(obstacles);
  write(folder, files);
  print(`${render(product, { ...options, folder }, owner, files)}\n`);
  return 0;
}

/** What the config's own rules say about what was typed. */
export function configProblems(typed: Readonly<Record<string, string>>): readonly Problem[] {
  const day = "2000-01-01";
  const sample = {
    product: "sample",
    created: day,
    expires: addDays(day, 1),
    owner: "a@b.example",
    location: DEFAULT_LOCATION,
  };
  const config = { ...(parseYaml(environmentFile(sample), "").value as object), ...typed };
  try {
    validateConfig(config);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}

export function dayProblems(today: string): readonly Problem[] {
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
  const made: string[] = [];
  try {
    for (const { path, content } of files) {
      const target = join(folder, path);
      const outermost = makeFolder(dirname(target));
      if (outermost !== undefined) made.push(outermost);
      onDisk(target, () => writeFileSync(target, content, { flag: "wx" }));
      written.push(target);
    }
  } catch (error) {
    for (const target of written) rmSync(target, { force: true });
    for (const outermost of made) rmSync(outermost, { recursive: true, force: true });
    throw error;
  }
}

function render(
  product: string,
  { folder, owner: given }: InitOptions & { readonly folder: string },
  owner: string,
  files: readonly ProjectFile[],
): string {
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
    "Commit package-lock.json, vendor/ and test/__snapshots__ too: the workflow installs and compares with them.",
    ...(given === undefined
      ? [`The owner is ${owner}, which nobody reads: put your address into ${config?.path}.`]
      : []),
  ].join("\n");
}
