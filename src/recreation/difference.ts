/** Where two JSON values part for the first time. */
export interface Difference {
  /** Dotted path; empty for the whole. */
  readonly path: string;
  readonly here: string;
  readonly there: string;
}

const MAX = 80;

/** The first place, depth first in sorted order, at which two values differ. */
export function firstDifference(here: unknown, there: unknown, path = ""): Difference {
  if (isBranch(here) && isBranch(there) && Array.isArray(here) === Array.isArray(there)) {
    const keys = [...new Set([...Object.keys(here), ...Object.keys(there)])].sort();
    for (const key of keys) {
      const [a, b] = [here[key], there[key]];
      if (JSON.stringify(a) !== JSON.stringify(b)) return firstDifference(a, b, path === "" ? key : `${path}.${key}`);
    }
  }
  return { path: path || "the whole", here: show(here), there: show(there) };
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}

function show(value: unknown): string {
  const text = value === undefined ? "absent" : JSON.stringify(value);
  return text.length > MAX ? `${text.slice(0, MAX)}…` : text;
}
