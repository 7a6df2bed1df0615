import { z } from "zod";
import { formatPath, type Path, valueAt } from "../config/path";
import type { QuestionMeta, Situation } from "../config/schema";
import { childrenOf, schemaAt, unwrap } from "../config/schema-walk";

/** A question of a gate: a field of the next stage's schema that says how to ask for it. */
export interface Question {
  /** Keys from the top; `*` stands for every name, so that `services.*.image` is one question with a line each. */
  readonly pattern: readonly string[];
  readonly meta: QuestionMeta & { readonly ask: string };
  /** Schema of the answer. */
  readonly schema: z.core.$ZodType;
  /** False where the environment may do without. */
  readonly required: boolean;
}

/** One line of a question: where an answer stands in a config. */
export interface Place {
  readonly question: Question;
  readonly path: Path;
}

const known = new WeakMap<z.core.$ZodType, readonly Question[]>();

/** The questions that a stage's schema asks, in the order of the schema. */
export function questionsOf(schema: z.core.$ZodType): readonly Question[] {
  const found = known.get(schema) ?? distinct(walk(schema, []));
  known.set(schema, found);
  return found;
}

function walk(schema: z.core.$ZodType, pattern: readonly string[]): Question[] {
  const meta = metaOf(schema);
  if (meta?.ask !== undefined) {
    const required = schema._zod.optin !== "optional";
    return [{ pattern, meta: { ...meta, ask: meta.ask }, schema: unwrap(schema), required }];
  }
  return childrenOf(schema).flatMap(([key, child]) => walk(child, [...pattern, key]));
}

/** Metadata stands on a field or, where the field is optional, on what it wraps. */
function metaOf(schema: z.core.$ZodType): QuestionMeta | undefined {
  const meta = z.globalRegistry.get(schema) as QuestionMeta | undefined;
  const inner = (schema._zod.def as { innerType?: z.core.$ZodType }).innerType;
  return meta?.ask === undefined && inner ? metaOf(inner) : meta;
}

/** Variants of a union ask the same question once. */
function distinct(questions: readonly Question[]): Question[] {
  const seen = new Set<string>();
  return questions.filter(({ pattern }) => !seen.has(pattern.join(".")) && seen.add(pattern.join(".")));
}

/** True when a path is one of a pattern's places, or leads to one as far as it goes. */
export function matches(pattern: readonly string[], path: Path): boolean {
  return path.every((part, depth) => pattern[depth] === "*" || pattern[depth] === part);
}

/** The question that a path answers, or lies inside the answer of. */
export function questionAt(questions: readonly Question[], path: Path): Question | undefined {
  return questions.find(
    ({ pattern }) => path.length >= pattern.length && matches(pattern, path.slice(0, pattern.length)),
  );
}

/**
 * The places where a question needs an answer: names come from the config that is promoted, and a field that the next
 * stage can do without is asked for only where it is set, or where its metadata says so.
 */
export function placesOf(
  question: Question,
  schema: z.core.$ZodType,
  config: unknown,
  situation: Omit<Situation, "place">,
): Place[] {
  const expand = (path: Path, rest: readonly string[]): Path[] => {
    const [part, ...more] = rest;
    if (part === undefined) return [path];
    if (part !== "*") return expand([...path, part], more);
    const names = valueAt(config, path);
    const keys = names !== null && typeof names === "object" ? Object.keys(names).sort() : [];
    return keys.flatMap((name) => expand([...path, name], more));
  };
  return expand([], question.pattern)
    .filter((path) => schemaAt(schema, path, config) !== undefined)
    .filter(
      (path) =>
        question.required ||
        valueAt(config, path) !== undefined ||
        question.meta.asked?.({ ...situation, place: path }) === true,
    )
    .map((path) => ({ question, path }));
}

/** What the schema recommends at a place, or `undefined` where only the company can know. */
export function recommended({ question }: Place, situation: Situation): unknown {
  return told(question.meta.recommend, situation);
}

/** An answer as it could look. */
export function exampleOf({ question }: Place, situation: Situation): unknown {
  return told(question.meta.example, situation);
}

function told(value: unknown, situation: Situation): unknown {
  return typeof value === "function" ? (value as (situation: Situation) => unknown)(situation) : value;
}

/** A place as messages name it. */
export function placeName({ path }: Place): string {
  return formatPath(path);
}
