import type { Path } from "./path";
import { saysSomething } from "./visible-text";

/** True for what stands in an answers file where nobody has answered yet: nothing, a text that shows nothing, or a question mark. */
export function isUnanswered(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === "string" && (!saysSomething(value) || value.trim() === "?"))
  );
}

/**
 * A value without its open parts; `undefined` when nothing is left. An empty list that was written stays, and so does an
 * open part that nobody asks for: it is to be refused rather than overlooked.
 *
 * @param isKnown  whether there is a setting at a path
 */
export function withoutUnanswered(value: unknown, isKnown: (path: Path) => boolean, path: Path = []): unknown {
  if (isUnanswered(value)) return isKnown(path) ? undefined : value;
  if (value === null || typeof value !== "object") return value;
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const kept = inside.flatMap(([key, inner]) => {
    const closed = withoutUnanswered(inner, isKnown, [...path, key]);
    return closed === undefined ? [] : [[key, closed] as const];
  });
  if (Array.isArray(value)) return kept.length === 0 && value.length > 0 ? undefined : kept.map(([, item]) => item);
  return kept.length === 0 && isKnown(path) ? undefined : Object.fromEntries(kept);
}
