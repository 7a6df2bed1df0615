import { show } from "../config/issues";
import { formatPath, type Path } from "../config/path";
import type { Problem } from "../errors";
import type { RawSitting } from "./sitting";

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lays one value over another: mappings are joined, anything else is replaced. */
export function layOver(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isMapping(below) || !isMapping(above)) return above;
  const joined = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) joined.set(key, layOver(joined.get(key), value));
  return Object.fromEntries(joined);
}

/** Values by path as one nested mapping. */
export function nest(values: Iterable<readonly [path: Path, value: unknown]>): Mapping {
  const top = new Map<string, unknown>();
  for (const [path, value] of values) {
    let here = top;
    for (const part of path.slice(0, -1)) {
      const inner = here.get(String(part));
      const next = inner instanceof Map ? (inner as Map<string, unknown>) : new Map<string, unknown>();
      here.set(String(part), next);
      here = next;
    }
    here.set(String(path.at(-1)), value);
  }
  return plain(top) as Mapping;
}

function plain(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
}

/** The answers of every sitting together; where two answer one question differently, the first stands and it is a problem. */
export function joinSittings(sittings: readonly (RawSitting & { readonly answers: Mapping })[]): {
  readonly answers: Mapping;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const join = (value: unknown, later: number, path: Path) => {
    if (isMapping(value)) {
      for (const [key, inner] of Object.entries(value)) join(inner, later, [...path, key]);
      return;
    }
    const earlier = sittings.slice(0, later).findIndex(({ answers }) => disagrees(answers, path, value));
    if (earlier === -1) return;
    const name = formatPath(path);
    const other = sittings[earlier]!;
    problems.push({
      path: name,
      says: `${name} is answered twice: ${written(reach(other.answers, path))} in ${title(other, earlier)}, ${written(value)} in ${title(sittings[later]!, later)}`,
      fix: "Keep one of the two answers.",
      at: sittings[later]!.positionOf?.(["answers", ...path]),
    });
  };
  for (const [index, { answers }] of sittings.entries()) if (index > 0) join(answers, index, []);
  return { answers: sittings.reduce<Mapping>((all, { answers }) => layOver(answers, all) as Mapping, {}), problems };
}

/** The value at a path, or the value in its way that is no mapping. */
function reach(answers: unknown, path: Path): unknown {
  const [part, ...rest] = path;
  if (part === undefined || !isMapping(answers)) return answers;
  return Object.hasOwn(answers, part) ? reach(answers[part], rest) : undefined;
}

function disagrees(answers: Mapping, path: Path, value: unknown): boolean {
  const other = reach(answers, path);
  return other !== undefined && JSON.stringify(other) !== JSON.stringify(value);
}

function written(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((item) => show(item)).join(", ")}]` : show(value);
}

function title({ fields }: RawSitting, index: number): string {
  return `sitting ${index + 1} (${show(fields["decided"]).replaceAll('"', "")}, ${show(fields["by"]).replaceAll('"', "")})`;
}
