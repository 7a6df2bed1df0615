/** A key that an object has twice, and where the second one stands. */
export interface RepeatedKey {
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

const [QUOTE, COLON, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'":\\{}[]'].map((one) => one.charCodeAt(0));
const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * The first key that stands twice in one object. Terraform merges two blocks of one name and `JSON.parse` keeps the last,
 * so that what was judged would not be what is applied.
 *
 * @param text  valid JSON
 */
export function repeatedKey(text: string): RepeatedKey | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPEN) open.push(new Set());
    else if (code === OPEN_LIST) open.push(undefined);
    else if (code === CLOSE || code === CLOSE_LIST) open.pop();
    else if (code === QUOTE) {
      const end = endOfString(text, at);
      const key = isKey(text, end) ? (JSON.parse(text.slice(at, end + 1)) as string) : undefined;
      if (key !== undefined && open.at(-1)?.has(key)) return { key, ...place(text, at) };
      if (key !== undefined) open.at(-1)?.add(key);
      at = end;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === COLON;
}

function place(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
