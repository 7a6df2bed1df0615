import { existsSync, readdirSync } from "node:fs";

import { basename, dirname, join } from "node:path";
import { readText } from "../config/load";
import { parseYaml } from "../config/parse";
import type { PositionOf } from "../config/path";
import type { FoundationConfig } from "../config/schema/foundation";
import { BadInput, badInput, type Problem } from "../errors";
import { validateFoundation } from "./validate";

/** A foundation's config and the file that it came from. */
export interface LoadedFoundation {
  /** As given, for messages. */
  readonly file: string;
  readonly config: FoundationConfig;
  readonly positionOf: PositionOf;
}

/** Reads a foundation's file; one that reads each file once where many environments ask for it. */
export type ReadFoundation = (file: string) => LoadedFoundation;

const ABSENT = "Name a foundation file, such as environments/orders.foundation.yaml.";
const START = "Start with workload, location, owner and repository.";

/**
 * Loads and checks a foundation file, named `<workload>.foundation.yaml`.
 *
 * @throws BadInput with every problem, each with file, line and column
 */
export function loadFoundation(file: string): LoadedFoundation {
  const { value, positionOf } = parseYaml(readText(file, START, ABSENT), file);
  if (value === null || value === undefined) throw badInput(`${file} holds only comments`, START);
  const misnamed = nameProblem(file, value, positionOf);
  const problems = misnamed ? [misnamed] : [];
  try {
    const config = validateFoundation(value, positionOf);
    if (problems.length > 0) throw new BadInput(problems);
    return { file, config, positionOf };
  } catch (error) {
    if (!(error instanceof BadInput) || error.problems === problems) throw error;
    throw new BadInput([...problems, ...error.problems].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0)));
  }
}

const FILE = /\.foundation\.ya?ml$/;

/** True for the name of a foundation's file. */
export function isFoundationFile(name: string): boolean {
  return FILE.test(name);
}

/** The foundation files of a folder. */
export function foundationFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isFoundationFile)
    .sort()
    .map((entry) => join(folder, entry));
}

/** The file that an environment's `foundation:` names, which is relative to the environment's own file. */
export function foundationFile(environmentFile: string, reference: string): string {
  return join(dirname(environmentFile), reference);
}

function nameProblem(file: string, value: unknown, positionOf: PositionOf): Problem | undefined {
  const { workload } = (value ?? {}) as { workload?: unknown };
  if (typeof workload !== "string") return undefined;
  const expected = `${workload}.foundation.yaml`;
  const name = basename(file);
  if (name === expected || name === `${workload}.foundation.yml`) return undefined;
  return {
    path: "workload",
    says: `the file is named ${name} but holds the foundation of ${workload}`,
    fix: `Rename it to ${expected}, or correct workload.`,
    at: positionOf(["workload"]),
  };
}
