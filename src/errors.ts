import { lines, plain } from "./display/inert";
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

/** An error that says problems in sentences. A program that lets it through prints them: no stack trace into this library. */
export class SaidInSentences extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const shown = withoutSecrets(problems);
    super(shown.map(formatProblem).join("\n"));
    this.problems = shown;
    this.stack = this.message;
  }

  /** Only the sentences, no fields. */
  protected onlySentences(): void {
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: () => this.message });
    for (const key of Object.keys(this)) Object.defineProperty(this, key, { enumerable: false });
  }
}

/**
 * Bad input: every problem at once. The CLI prints `problems` and exits with 2; it never shows a stack trace for this.
 */
export class BadInput extends SaidInSentences {
  override readonly name = "BadInput";

  constructor(problems: readonly Problem[]) {
    super(problems);
    this.onlySentences();
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
