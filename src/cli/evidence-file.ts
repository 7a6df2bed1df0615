import { existsSync } from "node:fs";
import { z } from "zod";
import { problemsFrom } from "../config/issues";
import { readText } from "../config/load";
import { parseYaml } from "../config/parse";
import { date, sentence } from "../config/schema/primitives";
import { BadInput, badInput } from "../errors";
import { type EvidenceEntry, FACTS, type FactName } from "../policy/evidence";

/** The schema of `environments/evidence.yaml`. */
export const evidenceSchema = z.array(
  z
    .strictObject({
      fact: z
        .enum(Object.keys(FACTS) as [FactName, ...FactName[]])
        .describe("What was done; a name of the closed table."),
      env: z.string().min(1).describe("Name of the environment, for example orders-pilot."),
      generation: z.int().min(1).max(999).optional().describe("Generation it was done on. Default: every one."),
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

/**
 * Reads the evidence file; a company without one has no evidence.
 *
 * @throws BadInput with every problem, each with file, line and column
 */
export function readEvidence(file: string): readonly EvidenceEntry[] {
  if (!existsSync(file)) return [];
  const { value, positionOf } = parseYaml(readText(file), file);
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value))
    throw badInput("evidence must be a list", "Start each entry with `- fact:`.", positionOf([]));
  const parsed = evidenceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .flatMap((issue) => problemsFrom(issue, evidenceSchema, value))
    .map(({ place, ...problem }) => ({ ...problem, at: positionOf(place) }));
  throw new BadInput(problems);
}
