import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";

/** One place in what a case's commands wrote or said that is not as before. */
export interface Difference {
  /** `<group>/<name>` of the case. */
  readonly name: string;
  /** What such differences have in common: the file and the path in it, without the names that people give. */
  readonly kind: string;
  /** `undefined` for what was not there, or is no longer. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that say which thing an element of a list is, so that one more element is one difference. */
const IDENTITY = [
  "control",
  "claim",
  "address",
  "id",
  "resource",
  "env",
  "environment",
  "name",
  "path",
  "title",
  "where",
];

/** Every difference between what two trees have in their outputs, file by file. */
export function differencesBetween(before: string, after: string): Difference[] {
  const files = [...new Set([...filesBelow(before), ...filesBelow(after)])].sort();
  return files.flatMap((file) => {
    const [group = "", name = "", ...rest] = file.split("/");
    return differencesIn(join(before, file), join(after, file)).map(({ path, ...values }) => ({
      name: `${group}/${name}`,
      kind: [kindOfFile(rest.join("/")), ...kindOfPath(path)].join(" › "),
      ...values,
    }));
  });
}

/** A difference as a line, which accepted ones are recognized by. */
export function lineOf({ kind, before, after }: Difference): string {
  return `${kind}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** `check pilot as json.json` is of `check`, `cdktf.out/stacks/orders-poc-platform/cdk.tf.json` of `cdk.tf.json`. */
function kindOfFile(path: string): string {
  const file = path.split("/").at(-1)!;
  return path.includes("/") ? `written ${file}` : file.replace(/(?: .*)?\.json$/, "");
}

/** The second key below these is a name that somebody gave; the first of the others. */
const NAMED: Readonly<Record<string, number>> = { resource: 2, data: 2, output: 1, variable: 1, locals: 1 };

function kindOfPath(path: readonly string[]): string[] {
  const at = NAMED[path[0] ?? ""];
  return path.map((key, index) => (index === at ? "*" : key));
}

type Found = Pick<Difference, "before" | "after"> & { readonly path: readonly string[] };

function differencesIn(before: string, after: string): Found[] {
  const [a, b] = [before, after].map((file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined));
  if (a === b) return [];
  if (a === undefined || b === undefined)
    return [{ path: [], before: a === undefined ? a : "a file", after: b === undefined ? b : "a file" }];
  const found = between(readable(a), readable(b), []);
  return found.length > 0 ? found : [{ path: [], before: "one layout", after: "another layout" }];
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function between(before: unknown, after: unknown, path: readonly string[]): Found[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return betweenLists(before, after, [...path, "[]"]);
  if (isMapping(before) && isMapping(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      between(before[key], after[key], [...path, key]),
    );
  if (isLines(before) && isLines(after)) return betweenLists(before.split("\n"), after.split("\n"), path);
  return [{ path, before, after }];
}

const isLines = (value: unknown): value is string => typeof value === "string" && value.includes("\n");

/** Elements are the same thing by what identifies them; the others have come, gone, or stand in the place of another. */
function betweenLists(before: readonly unknown[], after: readonly unknown[], path: readonly string[]): Found[] {
  const [a, b] = [identified(before), identified(after)];
  const kept = [...a.keys()].filter((key) => b.has(key));
  const moved = [...b.keys()].filter((key) => a.has(key)).some((key, index) => key !== kept[index]);
  const gone = [...a].filter(([key]) => !b.has(key)).map(([, value]) => value);
  const come = [...b].filter(([key]) => !a.has(key)).map(([, value]) => value);
  const replaced = gone.length === come.length;
  return [
    ...kept.flatMap((key) => between(a.get(key), b.get(key), pathOf(a.get(key), path))),
    ...(moved ? [{ path: [...path, "order"], before: "one order", after: "another order" }] : []),
    ...(replaced
      ? gone.flatMap((value, index) => [{ path, before: value, after: come[index] }])
      : [
          ...gone.map((value) => ({ path, before: value, after: undefined })),
          ...come.map((value) => ({ path, before: undefined, after: value })),
        ]),
  ];
}

/** Controls and claims have names of ours, which say more than that it is an element of a list. */
function pathOf(element: unknown, path: readonly string[]): readonly string[] {
  const known = isMapping(element) ? (element["control"] ?? element["claim"]) : undefined;
  return typeof known === "string" ? [...path.slice(0, -1), known] : path;
}

/** Elements by what identifies them; of several that nothing tells apart, by which of them it is. */
function identified(list: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const value of list) {
    const fields = isMapping(value) ? IDENTITY.filter((field) => typeof value[field] === "string") : [];
    const key = JSON.stringify(fields.length > 0 ? fields.map((field) => (value as never)[field]) : value);
    let unique = key;
    for (let count = 2; found.has(unique); count++) unique = `${key} ${count}`;
    found.set(unique, value);
  }
  return found;
}
