import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Difference, differencesBetween, lineOf } from "./differences";
import { INPUTS, OUTPUTS } from "./write";

/** Differences that somebody looked at, and why they are right. */
export interface Accepted {
  /** A regular expression that finds the line of a difference. */
  readonly what: string;
  /** Another one, of the names of the cases that may have it. @default all */
  readonly in?: string;
  readonly because: string;
}

/** How two trees compare. */
export interface Comparison {
  readonly text: string;
  readonly unexplained: number;
}

/** At most so many differences of a kind are printed. */
const EXAMPLES = 3;
const WIDTH = 400;

/** Reads the accepted differences of a file. */
export function readAccepted(file: string): Accepted[] {
  const entries: unknown = parse(readFileSync(file, "utf8")) ?? [];
  const whole = (one: Partial<Accepted>) => typeof one?.what === "string" && typeof one.because === "string";
  if (!Array.isArray(entries) || !entries.every(whole))
    throw new Error(`${file} must be a list of { what, because }, a regular expression and a reason.`);
  return entries;
}

/** Compares two trees that were asked the same. */
export function compareTrees(before: string, after: string, accepted: readonly Accepted[]): Comparison {
  if (differencesBetween(join(before, INPUTS), join(after, INPUTS)).length > 0)
    throw new Error(`${before} and ${after} were not asked the same: write one with --inputs of the other.`);
  const patterns = accepted.map(({ what, in: where = "", because }) => ({
    what: new RegExp(what, "s"),
    where: new RegExp(where),
    because,
  }));
  const explained = new Map<string, Difference[]>();
  const unexplained = new Map<string, Difference[]>();
  for (const one of differencesBetween(join(before, OUTPUTS), join(after, OUTPUTS))) {
    const line = lineOf(one);
    const because = patterns.find(({ what, where }) => what.test(line) && where.test(one.name))?.because;
    const [map, key] = because === undefined ? [unexplained, one.kind] : [explained, because];
    map.set(key, [...(map.get(key) ?? []), one]);
  }
  const count = [...unexplained.values()].reduce((sum, { length }) => sum + length, 0);
  const unused = patterns.filter(({ because }) => !explained.has(because));
  return {
    unexplained: count,
    text: [
      ...[...explained].map(([because, found]) => `accepted, ${counted(found)}: ${because}`),
      ...unused.map(({ what, because }) => `accepted, but met nowhere: ${because}  (${what.source})`),
      ...[...unexplained].flatMap(([kind, found]) => ["", `${kind}: ${counted(found)}`, ...examplesOf(found)]),
      "",
      count === 0 ? "Nothing differs without a reason." : `${count} differences have no reason.`,
    ].join("\n"),
  };
}

function counted(found: readonly Difference[]): string {
  const cases = new Set(found.map(({ name }) => name)).size;
  return `${found.length} in ${cases} ${cases === 1 ? "case" : "cases"}`;
}

/** Some that are not alike, each with a case that has it. */
function examplesOf(found: readonly Difference[]): string[] {
  const distinct = new Map(found.map((one) => [lineOf(one).slice(one.kind.length + 2), one.name]));
  const lines = [...distinct].slice(0, EXAMPLES).map(([line, name]) => `  ${cut(line)}  (${name})`);
  return distinct.size > EXAMPLES ? [...lines, `  … and ${distinct.size - EXAMPLES} others`] : lines;
}

const cut = (text: string) => (text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text);
