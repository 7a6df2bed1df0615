import { badInput } from "../errors";

declare const brand: unique symbol;

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string & { readonly [brand]: "Day" };

const MS_PER_DAY = 86_400_000;

/** The day, when the text is one that exists; `2026-02-30` is not. */
export function asDay(value: unknown): Day | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? (value as Day) : undefined;
}

/**
 * The day of a check, from the person who asks for it.
 *
 * @throws BadInput for text that is not a day that exists
 */
export function parseToday(value: string): Day {
  const day = asDay(value);
  if (!day)
    throw badInput(`today must be a day as YYYY-MM-DD, got ${JSON.stringify(value)}.`, "For example 2026-11-21.");
  return day;
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}
