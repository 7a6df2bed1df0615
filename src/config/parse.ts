import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  parseDocument,
  visit,
} from "yaml";
import { BadInput, type Position, type Problem } from "../errors";
import type { Path } from "./path";
import { suspect } from "./secrets";

/** A parsed config text: plain data, and where each part of it stands. */
export interface Parsed {
  readonly value: unknown;
  /** Position of the key or list item at a path, or of its nearest parent that exists. */
  readonly positionOf: (path: Path) => Position;
}

const OPTIONS = { version: "1.2", prettyErrors: false, uniqueKeys: true, logLevel: "error" } as const;

/** Parses YAML 1.2 (dates stay strings) and throws `BadInput` with line and column when it is not. */
export function parseYaml(text: string, file: string): Parsed {
  const lines = new LineCounter();
  return read(parseDocument(text, { ...OPTIONS, lineCounter: lines }), text, file, lines);
}

/** Parses a file of several documents, divided by lines of `---`; those that hold only comments are left out. */
export function parseYamlDocuments(text: string, file: string): Parsed[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { ...OPTIONS, lineCounter: lines });
  return (Array.isArray(documents) ? documents : [])
    .map((document) => read(document, text, file, lines))
    .filter(({ value }) => value !== null && value !== undefined);
}

function read(document: Document.Parsed, text: string, file: string, lines: LineCounter): Parsed {
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map(({ code, pos }) =>
    syntaxProblem(code, at(pos[0]), text.slice(pos[0])),
  );
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === "<<") problems.push(mergeProblem(at(startOf(key as Node))));
    },
    Alias: (_, node, parents) => {
      const target = node.resolve(document);
      if (target && !parents.some((parent) => parent === target)) return;
      problems.push(aliasProblem(target === undefined, at(startOf(node))));
    },
  });
  if (problems.length > 0) throw new BadInput(firstOfLine(problems));
  const positionOf = (path: Path): Position => at(offsetOf(document.contents, path));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch {
    throw new BadInput([
      {
        path: "",
        says: "the file repeats itself through too many YAML aliases",
        fix: "Write the values out.",
        at: at(0),
      },
    ]);
  }
  return { value, positionOf };
}

/**
 * What is wrong and how to mend it, by the parser's codes. Its own messages are not used: they repeat what stands in the
 * file, which may be a secret.
 */
const SYNTAX: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  BAD_INDENT: [
    "a bracket or brace is opened and not closed, or its content is indented too little",
    "Close it, or indent what is inside.",
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    "a value that holds a colon, or a line that is indented differently from its neighbours",
    "Put the value in quotes, or line the keys up.",
  ],
  BAD_SCALAR_START: ["a value starts with @, %, ` or another reserved character", "Put the value in quotes."],
  BAD_DQ_ESCAPE: ["a backslash in double quotes", "Use single quotes, or write the backslash twice."],
  MISSING_CHAR: ["a quote, bracket, brace or colon is missing", "Add it here or on a line above."],
  MULTIPLE_DOCS: ["it holds more than one document", "Keep one environment a file, without --- between them."],
  TAB_AS_INDENT: ["a line is indented with a tab", "Indent with spaces."],
  TAG_RESOLVE_FAILED: ["a value starts with an exclamation mark, which makes it a tag", "Put the value in quotes."],
};

function syntaxProblem(code: string, at: Position, rest: string): Problem {
  if (code === "DUPLICATE_KEY") {
    const key = /^[\w-]+/.exec(rest)?.[0];
    return {
      path: "",
      says: `${key && !suspect("", key) ? `"${key}"` : "a key"} is written twice in the same place`,
      fix: "Keep one of the two, or give them different names.",
      at,
    };
  }
  const [says, fix] = SYNTAX[code] ?? [
    "this does not fit what stands before it",
    "Check indentation, quotes and colons near this place.",
  ];
  return { path: "", says: `the file is not valid YAML: ${says}`, fix, at };
}

/** YAML 1.2 has no merge key; a parser that knows none would take it for a name. */
function mergeProblem(at: Position): Problem {
  return {
    path: "",
    says: 'the merge key "<<" is not supported: YAML 1.2 has none',
    fix: "Write the fields out, or give a whole value by its anchor: env: *shared.",
    at,
  };
}

function aliasProblem(unknown: boolean, at: Position): Problem {
  const says = unknown
    ? "a value starts with *, which refers to an anchor that does not exist"
    : "a value refers to a mapping or list that it is part of";
  const fix = unknown ? "Put the value in quotes." : "Write the value out.";
  return { path: "", says: `the file is not valid YAML: ${says}`, fix, at };
}

/** One mistake in YAML brings others on its line or below it: only the first is told, and every key that is doubled. */
function firstOfLine(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted((a, b) => a.at!.line - b.at!.line || a.at!.column - b.at!.column);
  const first = sorted.find(({ says }) => says.startsWith("the file"));
  return sorted.filter((problem) => problem === first || !problem.says.startsWith("the file"));
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = startOf(root);
  for (const part of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (!pair) break;
      offset = startOf(pair.key as Node);
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      if (!item) break;
      offset = startOf(item);
      node = item;
    } else break;
  }
  return offset;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
