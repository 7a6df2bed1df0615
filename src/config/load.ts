import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { refusedByDisk } from "../disk/errno";
import { readTextFile } from "../disk/read-text";
import { BadInput, badInput, collected, type Problem } from "../errors";
import { isStage } from "../stages/stage";
import type { LoadedEnvironment } from "./loaded";
import { environmentName } from "./names";
import { parseYaml } from "./parse";
import type { PositionOf } from "./path";
import type { EnvironmentConfig } from "./schema";
import { LAST_GENERATION } from "./schema/common";
import { suggest } from "./suggest";
import { TOGETHER } from "./together";
import { validateConfig } from "./validate";

/** The largest config file that is read, in bytes. */
const MAX_CONFIG_BYTES = 1_000_000;

const ABSENT = "Name an environment file, such as environments/orders.poc.yaml.";
const START = "Run `gatewright init <product>` for a file to start from.";

/**
 * Reads a YAML file that a person named; refuses what is no text, empty files and files over 1 MB in plain words.
 *
 * @param start  what to do about an empty file @default start a product
 * @param absent  what to do about one that is not there @default name an environment file
 */
export function readText(file: string, start: string = START, absent: string = ABSENT): string {
  const text = readTextFile(file, {
    largest: MAX_CONFIG_BYTES,
    fixes: {
      absent,
      folder: "Name one of the files in it.",
      tooLarge: "An environment config is a few dozen lines; is this the right file?",
    },
  });
  if (text.trim() === "") throw badInput(`${file} is empty`, start);
  return text;
}

/**
 * Loads and checks one environment file, named `<workload>.<stage>.yaml`.
 *
 * @throws BadInput with every problem, each with file, line and column
 */
export function loadEnvironment(file: string): LoadedEnvironment {
  const { value, positionOf } = parseYaml(readText(file), file);
  if (value === null || value === undefined) throw badInput(`${file} holds only comments`, START);
  const misnamed = nameProblem(file, value, positionOf);
  try {
    const config = validateConfig(value, positionOf);
    const first = misnamed ?? lastGeneration(config, positionOf);
    if (first) throw new BadInput([first]);
    return { file, config, positionOf };
  } catch (error) {
    const named = error instanceof BadInput && !error.problems.some(({ path }) => path === "workload");
    if (named && misnamed && !error.problems.includes(misnamed))
      throw new BadInput([misnamed, ...error.problems].toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0)));
    throw error;
  }
}

/** The file's name says what is in it, so that a listing can be trusted. */
function nameProblem(file: string, value: unknown, positionOf: PositionOf): Problem | undefined {
  const { workload, stage } = value as { workload?: unknown; stage?: unknown };
  if (typeof workload !== "string" || !isStage(stage)) return undefined;
  const expected = `${workload}.${stage}.yaml`;
  const name = basename(file);
  if (name === expected || name === `${workload}.${stage}.yml`) return undefined;
  return {
    path: "",
    says: `the file is named ${name} but holds ${workload} at ${stage}`,
    fix: `Rename it to ${expected}, or correct workload and stage.`,
    at: positionOf(["workload"]),
  };
}

/** REC-09: every environment can be recreated once more. */
function lastGeneration({ generation = 1 }: EnvironmentConfig, positionOf: PositionOf): Problem | undefined {
  if (generation <= LAST_GENERATION) return undefined;
  return {
    path: "generation",
    says: `generation must be between 1 and ${LAST_GENERATION}, got ${generation}`,
    fix: "The next generation could not be proved: names have room for three digits. Give the workload a new name.",
    control: "REC-09",
    at: positionOf(["generation"]),
  };
}

/** An environment file by its name: `<workload>.<stage>.yaml`; answers, evidence and foundation files are not. */
const ENVIRONMENT_FILE = /^[^.]+\.(?:poc|pilot|pre-production|production|scale)\.ya?ml$/;

/**
 * Finds environment files. A name is a path, `orders-poc`, or `poc`; no names means every environment of the folder.
 *
 * @param names  what the user typed
 * @param folder  where environments live @default "environments"
 * @throws BadInput for a name that finds nothing
 */
export function findEnvironments(names: readonly string[] = [], folder = "environments"): string[] {
  const isPath = (name: string) => /\.ya?ml$/.test(name) || name.includes("/");
  const listed = names.every(isPath) && names.length > 0 ? [] : list(folder);
  if (names.length === 0) return listed;
  const problems: Problem[] = [];
  const files = names.flatMap((name) => {
    if (isPath(name)) return [name];
    const found = listed.filter((file) => matches(file, name));
    if (found.length === 0) {
      const known = listed.map((file) => environmentOf(file));
      const near = suggest(name, [...known, ...listed.flatMap((file) => basename(file).split(".")[1] ?? [])]);
      problems.push({
        path: "",
        says: `no environment "${name}" in ${folder}${near ? `; did you mean "${near}"?` : ""}`,
        fix: [`Known: ${known.join(", ")}.`, ...(name === "production" ? scaled(listed) : [])].join(" "),
      });
    }
    return found;
  });
  if (problems.length > 0) throw new BadInput(problems);
  return [...new Set(files)];
}

/** A Scale goes on as the Production that it was, under another file's name. */
const scaled = (files: readonly string[]): string[] =>
  files
    .filter((file) => /\.scale\.ya?ml$/.test(file))
    .map((file) => `${environmentOf(file)} is at Scale (${basename(file)}): call it scale or ${environmentOf(file)}.`);

/**
 * Loads several environments; the problems of all of them come together.
 *
 * @param read  how one of their files is read @default anew
 */
export function loadEnvironments(
  names: readonly string[] = [],
  folder?: string,
  read: (file: string) => LoadedEnvironment = loadEnvironment,
): LoadedEnvironment[] {
  const found = findEnvironments(names, folder);
  const rungs = bothRungs(found);
  const problems = rungs.map(({ problem }) => problem);
  const files = new Map<string, string>();
  const load = (file: string): LoadedEnvironment[] => {
    const one = read(file);
    const environment = environmentName(one.config);
    const other = files.get(environment);
    if (other !== undefined) throw badInput(`${other} and ${file} both hold ${environment}`, "Keep one of the two.");
    files.set(environment, file);
    return [one];
  };
  const loaded = found
    .filter((file) => !rungs.some(({ scale }) => scale === file))
    .flatMap((file) => collected(() => load(file), problems));
  problems.push(...TOGETHER.flatMap((check) => check(loaded)));
  if (problems.length > 0) throw new BadInput(problems);
  return loaded;
}

/** A Scale takes the place of its Production: whichever file is named, the other one does not lie beside it. */
function bothRungs(files: readonly string[]): { readonly scale: string; readonly problem: Problem }[] {
  const rungs = files.flatMap((file) => /^(.+)\.(?:production|scale)\.ya?ml$/.exec(file)?.[1] ?? []);
  return [...new Set(rungs)].flatMap((stem) => {
    const [production, scale] = ["production", "scale"].map((stage) =>
      ["yaml", "yml"].map((end) => `${stem}.${stage}.${end}`).find((file) => existsSync(file)),
    );
    if (production === undefined || scale === undefined) return [];
    const says = `${production} and ${scale} both hold ${basename(stem)}-production`;
    const fix = `Scale happens in place: ${basename(scale)} takes the place of ${basename(production)}. Keep one of the two.`;
    return [{ scale, problem: { path: "", says, fix } }];
  });
}

function list(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw refusedByDisk(error, folder) ?? error;
    throw badInput(`there is no folder ${folder} here`, "Run `gatewright init <product>` to start, or name a file.");
  }
  const files = entries.filter((entry) => ENVIRONMENT_FILE.test(entry)).sort();
  if (files.length === 0)
    throw badInput(`${folder} holds no environment file`, "Environment files are named <workload>.<stage>.yaml.");
  return files.map((entry) => join(folder, entry));
}

function environmentOf(file: string): string {
  const [workload = "", stage] = basename(file).split(".");
  return isStage(stage) ? environmentName({ workload, stage }) : workload;
}

/** A Scale is found by its Production's name, which is its own, and by its file's. */
function matches(file: string, name: string): boolean {
  const [workload, stage] = basename(file).split(".");
  const names = [environmentOf(file), `${workload}-${stage}`, stage];
  return names.includes(name) || basename(file).startsWith(`${name}.`);
}
