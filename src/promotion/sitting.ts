import { z } from "zod";
import { knownSecretsIn } from "../config/checks/secrets";
import { addDays, daysBetween, isDate } from "../config/dates";
import { problemsFrom, show } from "../config/issues";
import { readText } from "../config/load";
import { parseYamlDocuments } from "../config/parse";
import type { PositionOf } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import { date, email } from "../config/schema/primitives";
import { didYouMean } from "../config/suggest";
import { BadInput, badInput, type Problem } from "../errors";
import { isStage, STAGE_TITLES, STAGES } from "../stages/stage";
import type { Promotable, Promoted, PromotionGate } from "./gate";

/** A value of which any part may still be open. */
export type Open<T> = T extends readonly (infer Item)[]
  ? readonly Item[] | null
  : T extends object
    ? { readonly [Key in keyof T]?: Open<T[Key]> | null }
    : T | null;

/** What promotion writes itself, so that nobody answers it. */
export const WRITTEN = ["stage", "created", "generation", "promotion"] as const;

/** One sitting: some of a gate's answers, who gave them and when. A gate may take several. */
export interface Sitting<C extends EnvironmentConfig = EnvironmentConfig> {
  readonly gate: C["stage"];
  readonly by: string;
  /** Day of the decision, year-month-day. */
  readonly decided: string;
  /** A part of the next stage's config; null, an empty text and `?` are questions still open. */
  readonly answers: Open<Omit<C, (typeof WRITTEN)[number] | "waivers">>;
  /** Reasons by path, needed where an answer departs from the recommendation or costs money. */
  readonly why?: Readonly<Record<string, string | null>>;
  /** Where it was written; absent for a sitting in TypeScript. */
  readonly positionOf?: PositionOf;
}

/** The sittings that lead a config through its gate: at least one. */
export type Sittings<C extends Promotable> = readonly [Sitting<Promoted<C>>, ...Sitting<Promoted<C>>[]];

/** A sitting before it is known to be well formed. */
export interface RawSitting {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly positionOf?: PositionOf;
}

const AGAIN = "Remove it, and promote writes a new one to start from.";

/**
 * Reads an answers file: one YAML document a sitting. What the sittings say is judged by `promote`.
 *
 * @throws BadInput when it is not YAML, or holds nothing
 */
export function readSittings<C extends Promotable>(file: string): Sittings<C> {
  const documents = parseYamlDocuments(readText(file, AGAIN), file);
  if (documents.length === 0) throw badInput(`${file} holds only comments`, AGAIN);
  const sittings = documents.map(({ value, positionOf }) => {
    if (typeof value === "object" && !Array.isArray(value)) return { ...value, positionOf };
    throw badInput(`a sitting must be a mapping, got ${show(value)}`, "Start with gate, by, decided.", positionOf([]));
  });
  // What is answered becomes a config, and is judged there.
  const secrets = documents.flatMap(({ value, positionOf }) => {
    const { answers: _, ...head } = value as RawSitting["fields"];
    return knownSecretsIn(head, positionOf);
  });
  if (secrets.length > 0) throw new BadInput(secrets);
  return sittings as unknown as Sittings<C>;
}

/** Takes the fields of a sitting apart from where they were written. */
export function rawSitting({ positionOf, ...fields }: Sitting): RawSitting {
  return { fields, positionOf };
}

const schema = z.strictObject({
  gate: z.string().describe("The gate that the answers are for."),
  by: email.describe("Who decided."),
  decided: date.describe("The day of the decision."),
  answers: z.record(z.string(), z.unknown()).nullable().describe("A part of the next stage's config."),
  why: z.record(z.string(), z.unknown()).nullish().describe("Reasons, by path."),
});

/** What is wrong with a sitting itself, before its answers are looked at. */
export function sittingProblems({ fields, positionOf }: RawSitting, gate: PromotionGate, today: string): Problem[] {
  const parsed = schema.safeParse(fields);
  const problems = (parsed.error?.issues ?? [])
    .flatMap((issue) => problemsFrom(issue, schema, fields))
    .map(({ place, ...problem }) => ({ ...problem, at: positionOf?.(place) }));
  const { gate: named, decided } = fields;
  if (typeof named === "string" && named !== gate.to)
    problems.push({
      path: "gate",
      says: `gate must be ${gate.to}, the next one after ${gate.from}, got ${show(named)}${isStage(named) ? "" : didYouMean(named, STAGES)}`,
      fix: `One gate at a time: a ${STAGE_TITLES[gate.from]} becomes a ${STAGE_TITLES[gate.to]}.`,
      control: undefined,
      at: positionOf?.(["gate"]),
    });
  if (typeof decided === "string" && isDate(decided) && daysBetween(today, decided) > 0)
    problems.push({
      path: "decided",
      says: `decided must not be after today (${today}), got ${decided}`,
      fix: `A decision is dated on the day it is made: ${today}, or ${addDays(today, -1)} if it was yesterday.`,
      control: undefined,
      at: positionOf?.(["decided"]),
    });
  return problems;
}
