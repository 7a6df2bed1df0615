import type { z } from "zod";
import { plain } from "../display/inert";
import type { Problem } from "../errors";
import { formatPath, type Path, valueAt } from "./path";
import type { RuleParams } from "./schema/rule";
import { literalsOf, schemaAt, shapeOf } from "./schema-walk";
import { suspect } from "./secrets";
import { didYouMean, suggest } from "./suggest";

/** A value as a message may show it: short, on one line, and not at all when it looks like a secret. */
export function show(value: unknown, name = ""): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string" && suspect(name, value)) return "(value not shown)";
  if (value !== null && typeof value === "object") {
    const empty = Object.keys(value).length === 0;
    return `${empty ? "an empty" : "a"} ${Array.isArray(value) ? "list" : "mapping"}`;
  }
  const text = plain(typeof value === "string" ? JSON.stringify(value) : String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** One schema issue as problems in the product's words; an issue about unknown keys is one problem a key. */
export function problemsFrom(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  input: unknown,
  prefix: Path = [],
): readonly (Problem & { readonly place: Path })[] {
  const place = [...prefix, ...(issue.path as Path)];
  const path = formatPath(place);
  const value = valueAt(input, place);
  const name = String(place.findLast((part) => typeof part === "string") ?? "");
  const problem = (says: string, rest: Partial<RuleParams> = {}) => [
    { place, path, says, fix: rest.fix, control: rest.control },
  ];
  const mustBe = (params: RuleParams) => {
    const near = typeof value === "string" ? params.suggest?.(value) : undefined;
    const got = params.hidden && typeof value !== "object" ? "something else" : show(value, name);
    return problem(`${path} must be ${params.mustBe}, got ${got}${near ? `; did you mean "${near}"?` : ""}`, {
      ...params,
      fix: params.fix ?? descriptionAt(schema, place, input),
    });
  };

  const oneOf = (words: readonly string[]) => {
    if (value === undefined) return problem(`${path} is required`, { fix: `Write ${name}: ${orList(words)}.` });
    const quoted =
      typeof value !== "string" && words.includes(String(value)) ? `Write it in quotes: "${value}".` : undefined;
    // What an item of a list is for, the list says.
    const list = typeof place.at(-1) === "number" ? descriptionAt(schema, place.slice(0, -1), input) : undefined;
    return mustBe({ mustBe: orList(words), fix: quoted ?? list, suggest: (word) => suggest(word, words) });
  };

  if (value === null) return problem(`${path} has no value`, { fix: "Write one behind the colon, or remove the key." });
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = Object.keys(shapeOf(schemaAt(schema, place, input) ?? schema) ?? {});
      return issue.keys.map((key) => ({
        place: [...place, key],
        path: formatPath([...place, key]),
        says: `unknown key "${key}"${path ? ` in ${path}` : ""}${didYouMean(key, known)}`,
        fix: `Known keys: ${known.join(", ")}.`,
      }));
    }
    case "custom":
      return mustBe((issue.params as RuleParams | undefined) ?? { mustBe: issue.message });
    case "invalid_key": {
      const key = String(place.at(-1));
      const words = issue.issues.map(wordsOf).find((found) => found !== undefined) ?? { mustBe: "a legal name" };
      const named = problem(`${path}: the name must be ${words.mustBe}, got ${show(key)}`, words);
      const within = (schemaAt(schema, place, input) as z.ZodType | undefined)?.safeParse(value).error?.issues ?? [];
      return [...named, ...within.flatMap((inner) => problemsFrom(inner, schema, input, place))];
    }
    case "invalid_union":
      return union(issue, schema, input, place, mustBe, oneOf);
    case "invalid_type":
      if (value === undefined) return problem(`${path} is required`, { fix: descriptionAt(schema, place, input) });
      return mustBe(
        wordsOf(issue) ?? {
          mustBe: article(issue.expected),
          fix: asWritten(issue.expected, value, schema, place, input),
        },
      );
    case "invalid_value":
      return oneOf(issue.values.map(String));
    case "too_small":
    case "too_big":
      // A text in a list's place has a length too; that it is no list is said already.
      if (typeof value === "string" && typeAt(schema, place, input) === "array") return [];
      return mustBe({
        mustBe:
          wordsOf(issue)?.mustBe ??
          rangeAt(schema, place, input) ??
          (issue.origin === "array"
            ? `a list of ${issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`}`
            : issue.code === "too_small"
              ? `at least ${issue.minimum}`
              : `at most ${issue.maximum}`),
      });
    default:
      return mustBe(wordsOf(issue) ?? { mustBe: issue.message });
  }
}

function union(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  input: unknown,
  place: Path,
  mustBe: (params: RuleParams) => readonly (Problem & { place: Path })[],
  oneOf: (words: readonly string[]) => readonly (Problem & { place: Path })[],
) {
  const words = wordsOf(issue);
  if (words) return mustBe(words);
  const kinds = discriminators(schema, place, input);
  if (kinds.length > 0) return oneOf(kinds);
  const nested = issue.errors[0] ?? [];
  return nested.flatMap((inner) => problemsFrom(inner, schema, input, place));
}

/** The literals that a union's variants have in the field at a place. */
function discriminators(schema: z.ZodType, place: Path, input: unknown): readonly string[] {
  const union = schemaAt(schema, place.slice(0, -1), input);
  return union ? literalsOf(union, String(place.at(-1))) : [];
}

/** `a, b or c`. */
export function orList(words: readonly string[]): string {
  return words.join(", ").replace(/, ([^,]*)$/, " or $1");
}

/** How to write what was meant: YAML takes what stands in quotes for text, and a bare number for a number. */
function asWritten(expected: string, value: unknown, schema: z.ZodType, place: Path, input: unknown) {
  if (expected === "array" && typeof value === "string" && value.trim() !== "" && !suspect("", value))
    return `Write a list: [${value}].`;
  if (expected === "object") {
    const fields = Object.keys(shapeOf(schemaAt(schema, place, input) ?? schema) ?? {});
    return `Write its fields below it: ${fields.join(", ")}.`;
  }
  if (["number", "int"].includes(expected) && typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value))
    return `Write it without quotes: ${value}.`;
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return `Write it in quotes: "${value}".`;
  return undefined;
}

/** The words that `patterned` and union schemas carry in their message as JSON. */
function wordsOf(issue: {
  readonly code?: string;
  readonly message: string;
  readonly params?: unknown;
}): RuleParams | undefined {
  if (issue.params) return issue.params as RuleParams;
  return issue.message.startsWith("{") ? (JSON.parse(issue.message) as RuleParams) : undefined;
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
    record: "a mapping",
  };
  return words[expected] ?? expected;
}

function descriptionAt(schema: z.ZodType, place: Path, input: unknown): string | undefined {
  const parent = schemaAt(schema, place.slice(0, -1), input);
  const field = parent && shapeOf(parent)?.[String(place.at(-1))];
  return (field as z.ZodType | undefined)?.description;
}

function typeAt(schema: z.ZodType, place: Path, input: unknown): string | undefined {
  return schemaAt(schema, place, input)?._zod.def.type;
}

function rangeAt(schema: z.ZodType, place: Path, input: unknown): string | undefined {
  const definition = schemaAt(schema, place, input)?._zod.def as { checks?: readonly z.core.$ZodCheck[] } | undefined;
  const bound = (kind: string) =>
    (definition?.checks ?? [])
      .map((check) => check._zod.def as { check: string; value?: unknown })
      .find(({ check }) => check === kind)?.value;
  const [least, most] = [bound("greater_than"), bound("less_than")];
  return least !== undefined && most !== undefined ? `between ${least} and ${most}` : undefined;
}
