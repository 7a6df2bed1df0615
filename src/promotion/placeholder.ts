/** True for what stands in an answers file where nobody has answered yet: nothing, an empty text, or a question mark. */
export function isOpen(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && ["", "?"].includes(value.trim()));
}

/** A value without its open parts; `undefined` when nothing is left. An empty list that was written stays. */
export function withoutOpen(value: unknown): unknown {
  if (isOpen(value)) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(withoutOpen).filter((item) => item !== undefined);
    return kept.length === 0 && value.length > 0 ? undefined : kept;
  }
  if (typeof value !== "object") return value;
  const kept = Object.entries(value as object).flatMap(([key, inner]) => {
    const closed = withoutOpen(inner);
    return closed === undefined ? [] : [[key, closed] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
