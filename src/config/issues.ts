import type { z } from "zod";
import { plain } from "../display/inert";
import type { Problem } from "../errors";
import { IssueSite } from "./issue-site";
import { formatPath, type Path } from "./path";
import type { RuleParams } from "./schema/rule";
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

/** `a, b or c`. */
export function orList(words: readonly string[]): string {
  return words.join(", ").replace(/, ([^,]*)$/, " or $1");
}

type Issue = z.core.$ZodIssue;
type Problems = readonly (Problem & { readonly place: Path })[];

/** One schema issue as problems in the product's words; an issue about unknown keys is one problem a key. */
export function problemsFrom(issue: Issue, schema: z.ZodType, input: unknown, prefix: Path = []): Problems {
  const site = new IssueSite(schema, input, [...prefix, ...(issue.path as Path)]);
  if (site.value === null)
    return problem(site, `${site.path} has no value`, { fix: "Write one behind the colon, or remove the key." });
  const told = BY_CODE[issue.code] as ((one: Issue, site: IssueSite) => Problems) | undefined;
  return told?.(issue, site) ?? mustBe(site, wordsOf(issue) ?? { mustBe: issue.message });
}

/** How each code of an issue is told; the message of any other is told as it is. */
const BY_CODE: {
  readonly [Code in Issue["code"]]?: (issue: Extract<Issue, { code: Code }>, site: IssueSite) => Problems;
} = {
  unrecognized_keys: unknownKeys,
  invalid_key: illegalName,
  invalid_union: noVariant,
  invalid_type: otherType,
  invalid_value: ({ values }, site) => oneOf(site, values.map(String)),
  too_small: (issue, site) => outOfRange(issue, site, `at least ${issue.minimum}`),
  too_big: (issue, site) => outOfRange(issue, site, `at most ${issue.maximum}`),
};

function problem({ place, path }: IssueSite, says: string, rest: Partial<RuleParams> = {}): Problems {
  return [{ place, path, says, fix: rest.fix, control: rest.control }];
}

function mustBe(site: IssueSite, params: RuleParams): Problems {
  const { path, value, name } = site;
  const near = typeof value === "string" ? params.suggest?.(value) : undefined;
  const got = params.hidden && typeof value !== "object" ? "something else" : show(value, name);
  return problem(site, `${path} must be ${params.mustBe}, got ${got}${near ? `; did you mean "${near}"?` : ""}`, {
    ...params,
    fix: params.fix ?? site.description,
  });
}

function oneOf(site: IssueSite, words: readonly string[]): Problems {
  const { path, value, name } = site;
  if (value === undefined) return problem(site, `${path} is required`, { fix: `Write ${name}: ${orList(words)}.` });
  const quoted =
    typeof value !== "string" && words.includes(String(value)) ? `Write it in quotes: "${value}".` : undefined;
  // What an item of a list is for, the list says.
  const fix = quoted ?? site.descriptionOfList;
  return mustBe(site, { mustBe: orList(words), fix, suggest: (word) => suggest(word, words) });
}

function unknownKeys({ keys }: z.core.$ZodIssueUnrecognizedKeys, { place, path, fields }: IssueSite): Problems {
  return keys.map((key) => ({
    place: [...place, key],
    path: formatPath([...place, key]),
    says: `unknown key "${key}"${path ? ` in ${path}` : ""}${didYouMean(key, fields)}`,
    fix: `Known keys: ${fields.join(", ")}.`,
  }));
}

/** A name is told with what is wrong below it, where the schema stopped looking. */
function illegalName({ issues }: z.core.$ZodIssueInvalidKey, site: IssueSite): Problems {
  const { place, path, value, schema, input, wanted } = site;
  const words = issues.map(wordsOf).find((found) => found !== undefined) ?? { mustBe: "a legal name" };
  const named = problem(site, `${path}: the name must be ${words.mustBe}, got ${show(String(place.at(-1)))}`, words);
  const below = wanted?.safeParse(value).error?.issues ?? [];
  return [...named, ...below.flatMap((inner) => problemsFrom(inner, schema, input, place))];
}

function noVariant(issue: z.core.$ZodIssueInvalidUnion, site: IssueSite): Problems {
  const words = wordsOf(issue);
  if (words) return mustBe(site, words);
  const { schema, input, place, discriminators } = site;
  if (discriminators.length > 0) return oneOf(site, discriminators);
  return (issue.errors[0] ?? []).flatMap((inner) => problemsFrom(inner, schema, input, place));
}

function otherType(issue: z.core.$ZodIssueInvalidType, site: IssueSite): Problems {
  if (site.value === undefined) return problem(site, `${site.path} is required`, { fix: site.description });
  const { expected } = issue;
  return mustBe(site, wordsOf(issue) ?? { mustBe: article(expected), fix: asWritten(expected, site) });
}

function outOfRange(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  site: IssueSite,
  bound: string,
): Problems {
  // A text in a list's place has a length too; that it is no list is said already.
  if (typeof site.value === "string" && site.wanted?._zod.def.type === "array") return [];
  const alone = issue.origin === "array" ? `a list of ${bound}` : bound;
  return mustBe(site, { mustBe: wordsOf(issue)?.mustBe ?? site.range ?? alone });
}

/** How to write what was meant: YAML takes what stands in quotes for text, and a bare number for a number. */
function asWritten(expected: string, { value, fields }: IssueSite): string | undefined {
  if (expected === "array" && typeof value === "string" && value.trim() !== "" && !suspect("", value))
    return `Write a list: [${value}].`;
  if (expected === "object") return `Write its fields below it: ${fields.join(", ")}.`;
  if (["number", "int"].includes(expected) && typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value))
    return `Write it without quotes: ${value}.`;
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return `Write it in quotes: "${value}".`;
  return undefined;
}

/** The words of a rule, or those that `patterned` and union schemas carry in their message as JSON. */
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
