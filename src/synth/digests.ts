import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { badInput } from "../errors";
import { digestOf } from "./digest";
import { prettyJson } from "./pretty-json";
import { readStackFolder, STACK_FILE } from "./stack-folder";

/** Beside the steps of an environment: digests of what its synth wrote for Terraform, and for who applies it. */
export const DIGESTS = "digests.json";

/** What people follow and run; both stand beside the digests. */
const STEPS = ["FIRST-APPLY.md", "steps.json", "steps"];

const VERSION = 2;
const files = z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/));
const schema = z.strictObject({
  schemaVersion: z.literal(VERSION),
  environment: z.string(),
  /** Digests by stack and by file in its folder. */
  stacks: z.record(z.string(), files),
  /** Digests of the steps, by file beside this one. */
  steps: files,
});
type Digests = z.infer<typeof schema>;

/** Writes the digests of an environment, or of a foundation, once its stacks and its steps are written. */
export function writeDigests(output: string, environment: string, stacks: readonly string[]): void {
  const digests = Object.fromEntries(stacks.map((name) => [name, digestsIn(join(output, "stacks", name))]));
  const target = join(output, "environments", environment);
  const content = { schemaVersion: VERSION, environment, stacks: digests, steps: digestsOfSteps(target) };
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, DIGESTS), `${prettyJson(content)}\n`);
}

/**
 * What is in an output and is not what its synth wrote, a sentence each. The order of keys and white space count for
 * nothing. `undefined` where no synth left digests: then nothing can be said.
 *
 * @param found  stacks of the environment that the output has
 * @param only  the one stack that is asked about
 * @throws BadInput when the digests, or a stack, cannot be read
 */
export function changedSinceSynth(
  output: string,
  environment: string,
  found: readonly string[] = [],
  only?: string,
): readonly string[] | undefined {
  const listed = readDigests(output, environment);
  if (!listed) return undefined;
  const stacks = [...new Set([...Object.keys(listed.stacks), ...found])].sort();
  const place = `environments/${environment}`;
  return [
    ...stacks
      .filter((name) => only === undefined || name === only)
      .flatMap((name) =>
        differences(`stacks/${name}`, listed.stacks[name] ?? {}, digestsIn(join(output, "stacks", name))),
      ),
    ...(only === undefined ? differences(place, listed.steps, digestsOfSteps(join(output, place))) : []),
  ];
}

function differences(place: string, before: Record<string, string>, now: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].sort().flatMap((file) => {
    if (before[file] === now[file]) return [];
    const how = before[file] === undefined ? "Added" : now[file] === undefined ? "Gone" : "Changed";
    return [`${how} since synth: ${place}/${file}.`];
  });
}

function readDigests(output: string, environment: string): Digests | undefined {
  if (!/^[\w-]+$/.test(environment)) return undefined;
  const file = join(output, "environments", environment, DIGESTS);
  if (!existsSync(file)) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (parsed.success && parsed.data.environment === environment) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badInput(`${file} does not hold the digests of ${environment}`, "Synthesize it again.");
}

/** The stack's file as the value that it holds, and its assets byte by byte. */
function digestsIn(folder: string): Record<string, string> {
  const digests: Record<string, string> = {};
  if (existsSync(join(folder, STACK_FILE))) digests[STACK_FILE] = digestOf(readStackFolder(folder).json);
  return { ...digests, ...bytesOf(folder, ["assets"]) };
}

function digestsOfSteps(folder: string): Record<string, string> {
  return bytesOf(folder, STEPS);
}

/** Files and what is in folders, byte by byte. */
function bytesOf(folder: string, paths: readonly string[]): Record<string, string> {
  const found = paths.flatMap((path) => filesBelow(folder, path));
  return Object.fromEntries(found.map((file) => [file, `sha256:${sha256(join(folder, file))}`]));
}

function filesBelow(folder: string, path: string): string[] {
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(folder, path)).flatMap((name) => filesBelow(folder, `${path}/${name}`));
}

/** A link is not what it leads to: a synth writes files. */
function sha256(file: string): string {
  const link = lstatSync(file).isSymbolicLink();
  return createHash("sha256")
    .update(link ? `link ${readlinkSync(file)}` : readFileSync(file))
    .digest("hex");
}
