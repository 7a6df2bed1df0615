import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { BadInput, type Position, type Problem } from "../errors";
import type { Path } from "./path";

/** A parsed config text: plain data, and where each part of it stands. */
export interface Parsed {
  readonly value: unknown;
  /** Position of the key or list item at a path, or of its nearest parent that exists. */
  readonly positionOf: (path: Path) => Position;
}

/** Parses YAML 1.2 (dates stay strings) and throws `BadInput` with line and column when it is not. */
export function parseYaml(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    throw new BadInput(
      document.errors.map((error) => syntaxProblem(error.code, error.message, at(error.pos[0]), text, error.pos)),
    );
  }
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

function syntaxProblem(
  code: string,
  message: string,
  at: Position,
  text: string,
  [from, to]: readonly [number, number],
): Problem {
  if (code === "DUPLICATE_KEY") {
    const key = /^[\w-]+/.exec(text.slice(from, Math.max(to, from + 60)))?.[0] ?? "a key";
    return {
      path: "",
      says: `"${key}" is written twice in the same place`,
      fix: "Keep one of the two, or give them different names.",
      at,
    };
  }
  const reason = message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? "";
  return {
    path: "",
    says: `the file is not valid YAML: ${reason}`,
    fix: "Check indentation, quotes and colons near this place.",
    at,
  };
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
