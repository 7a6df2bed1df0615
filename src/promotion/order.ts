import { childrenOf, schemaAt, shapeOf, unwrap } from "../config/schema-walk";
import type { PromotionGate } from "./gate";

/** What opens a file and what closes it; everything else stands in the order of the schema. */
const FIRST = ["workload", "stage"];
const LAST = ["services", "stores", "promotion"];

/** A config in the order in which it is written: fields as in the schema, names by the alphabet. Equal configs become the same text. */
export function inOrder(gate: PromotionGate, value: unknown): unknown {
  const top = Object.keys(shapeOf(gate.schema) ?? {}).filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  const rank = new Map([...FIRST, ...top, ...LAST].map((key, index) => [key, index]));
  const sorted = Object.entries(value as object).sort(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, ordered(schemaAt(gate.schema, [key], value), inner)]));
}

function ordered(schema: ReturnType<typeof schemaAt>, value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const element = schema && (unwrap(schema)._zod.def as { element?: typeof schema }).element;
    return value.map((item) => ordered(element && schemaAt(element, [], item), item));
  }
  const fields = schema ? childrenOf(schema).map(([key]) => key) : [];
  const rank = (key: string) => (fields.includes(key) ? fields.indexOf(key) : fields.length);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(schema && schemaAt(schema, [key], value), inner)]),
  );
}
