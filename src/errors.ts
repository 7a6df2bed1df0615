import type { Verdict } from "./policy/verdict";
import { lines, plain } from "./report/inert";
import { withheld } from "./secrets/withhold";

/** Where in a file a problem was found; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One thing that is wrong with what a person wrote. `says` is a full sentence that names the path, the value (never a
 * secret's) and the rule; `fix` says what to write instead.
 */
export interface Problem {
  /** Dotted path in the config, for example `services.web.port`; empty for the file as a whole. */
  readonly path: string;
  readonly says: string;
  readonly fix?: string;
  /** The control that the rule belongs to, for example `SEC-01`; several, with commas, where they say the same. */
  readonly control?: string;
  readonly at?: Position;
}

/**
 * One problem as text: `file:line:column  sentence`, the fix indented below it, the control id last. What a terminal would
 * act upon is shown by its number.
 */
export function formatProblem(problem: Problem): string {
  const where = problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}  ` : "";
  const id = problem.control ? `   (${problem.control})` : "";
  return lines(`${plain(`${where}${problem.says}`)}${problem.fix ? `\n    ${problem.fix}` : ""}${id}`);
}

/**
 * Bad input: every problem at once. The CLI prints `problems` and exits with 2; it never shows a stack trace for this.
 */
export class BadInput extends Error {
  override readonly name = "BadInput";

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const shown = withoutSecrets(problems);
    super(shown.map(formatProblem).join("\n"));
    this.problems = shown;
    onlySentences(this);
  }
}

/** Problems quote what people wrote: keys, values, names of files. */
function withoutSecrets(problems: readonly Problem[]): readonly Problem[] {
  const shown = problems.map((one) => {
    const [path, says, fix] = [withheld(one.path), withheld(one.says), one.fix && withheld(one.fix)];
    return path === one.path && says === one.says && fix === one.fix ? one : { ...one, path, says, fix };
  });
  return shown.every((one, at) => one === problems[at]) ? problems : shown;
}

/** A single problem that is about a whole file or argument. */
export function badInput(says: string, fix?: string, at?: Position): BadInput {
  return new BadInput([{ path: "", says, fix, at }]);
}

/** What can be had; the problems of what cannot are added to a list, so that all of them are told at once. */
export function collected<T>(load: () => readonly T[], problems: Problem[]): readonly T[] {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

/** A gate that holds. The CLI prints `problems` and exits with 1; a program that does not catch it ends with 1 too. */
export class Held extends Error {
  override readonly name = "Held";

  readonly problems: readonly Problem[];

  constructor(
    problems: readonly Problem[],
    readonly verdicts: readonly Verdict[] = [],
  ) {
    const shown = withoutSecrets(problems);
    super(shown.map(formatProblem).join("\n"));
    this.problems = shown;
    onlySentences(this);
  }
}

/** A program that lets the error through prints its sentences: no stack trace into this library, no fields. */
function onlySentences(error: Error): void {
  error.stack = error.message;
  Object.defineProperty(error, Symbol.for("nodejs.util.inspect.custom"), { value: () => error.message });
  for (const key of Object.keys(error)) Object.defineProperty(error, key, { enumerable: false });
}
