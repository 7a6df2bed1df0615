import { z } from "zod";
import { knownSecretsIn } from "../config/checks/secrets";
import { problemsFrom } from "../config/issues";
import { readText } from "../config/load";
import { parseYaml } from "../config/parse";
import type { PositionOf } from "../config/path";
import { formatPath } from "../config/path";
import { LAST_GENERATION } from "../config/schema/common";
import { date, sentence } from "../config/schema/primitives";
import { didYouMean } from "../config/suggest";
import { isThere } from "../disk/absence";
import { BadInput, badInput, type Problem } from "../errors";
import type { EvidenceEntry } from "../evidence/entry";
import { FACTS, type FactName } from "../evidence/facts";

/** The schema of `environments/evidence.yaml`. */
export const evidenceSchema = z.array(
  z
    .strictObject({
      fact: z
        .enum(Object.keys(FACTS) as [FactName, ...FactName[]])
        .describe("What was done; a name of the closed table."),
      env: z.string().min(1).describe("Name of the environment, for example orders-pilot."),
      generation: z
        .int()
        .min(1)
        .max(LAST_GENERATION)
        .optional()
        .describe("Generation it was done on. Default: every one."),
      by: sentence.describe("Who vouches for it."),
      date: date.describe("Day it was done, year-month-day."),
      link: sentence.describe("Where the record is."),
      until: date.optional().describe("Last day it counts, where that is earlier than the table says."),
      measured: z
        .unknown()
        .optional()
        .describe(
          "What was measured: rto and rpo of a drill, such as 3 hours; digest or digests of a bill of materials.",
        ),
    })
    .describe("One fact that no plan can show."),
);

/** The entries of an evidence file, and where they stand in it. */
export interface LoadedEvidence {
  readonly entries: readonly EvidenceEntry[];
  readonly positionOf?: PositionOf;
}

/**
 * Reads the evidence file; a company without one has no evidence.
 *
 * @throws BadInput with every problem, each with file, line and column
 */
export function readEvidence(file: string): LoadedEvidence {
  if (!isThere(file)) return { entries: [] };
  const { value, positionOf } = parseYaml(readText(file, "Start each entry with `- fact:`, or remove the file."), file);
  if (value === null || value === undefined) return { entries: [] };
  if (!Array.isArray(value))
    throw badInput("evidence must be a list", "Start each entry with `- fact:`.", positionOf([]));
  const secrets = knownSecretsIn(value, positionOf);
  const parsed = evidenceSchema.safeParse(value);
  if (parsed.success && secrets.length === 0) return { entries: parsed.data, positionOf };
  const problems = (parsed.error?.issues ?? [])
    .flatMap((issue) => problemsFrom(issue, evidenceSchema, value))
    .map(({ place, ...problem }) => ({ ...problem, at: positionOf(place) }));
  throw new BadInput([...secrets, ...problems]);
}

/** Entries about an environment that there is not: a misspelt one counts for none, and one that has gone may stay. */
export function unknownEnvironments({ entries, positionOf }: LoadedEvidence, known: readonly string[]): Problem[] {
  const strangers = [...new Set(entries.map(({ env }) => env))].filter((env) => !known.includes(env));
  return strangers.map((env) => {
    const places = entries.flatMap((one, index) => (one.env === env ? [[index, "env"]] : []));
    const [first = []] = places;
    const who = places.length === 1 ? `${formatPath(first)} names` : `${places.length} entries name`;
    const meant = didYouMean(env, known) || `; known are ${known.join(", ")}`;
    return {
      path: formatPath(first),
      says: `${who} "${env}", which is not an environment here and counts for none${meant}`,
      at: positionOf?.(first),
    };
  });
}
