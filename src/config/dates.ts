const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date (`2026-11-21`), or `undefined` when there is no such day. */
function dayNumber(date: string): number | undefined {
  const match = DATE.exec(date);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
  return time / DAY_MS;
}

/** True for an ISO date that exists. */
export function isDate(date: string): boolean {
  return dayNumber(date) !== undefined;
}

/** Whole days from one date to another; negative when `to` is earlier. Both must be dates. */
export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? Number.NaN) - (dayNumber(from) ?? Number.NaN);
}

/** The ISO date a number of days after a date. */
export function addDays(date: string, days: number): string {
  return new Date(((dayNumber(date) ?? Number.NaN) + days) * DAY_MS).toISOString().slice(0, 10);
}
