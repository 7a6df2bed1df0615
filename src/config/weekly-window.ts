const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  CET: 60,
  EET: 120,
  WEST: 60,
  CEST: 120,
  EEST: 180,
};
const WINDOW = /^([a-z]+?)s? (\d{1,2}):(\d{2}) ?[-–] ?(\d{1,2}):(\d{2}) ([A-Z]{3,4})$/i;
/** Minutes of a week. */
export const WEEK = 7 * 1440;

/** A weekly window, in minutes since Sunday 00:00 UTC; it may end after the end of the week. */
export interface WeeklyWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `Sundays 02:00-04:00 UTC`. `undefined` for anything else, which a person can still read.
 *
 * @see https://learn.microsoft.com/azure/postgresql/configure-maintain/concepts-maintenance
 */
export function parseWindow(text: string): WeeklyWindow | undefined {
  const found = WINDOW.exec(text.trim());
  if (!found) return undefined;
  const [, name = "", h1, m1, h2, m2, zone = ""] = found;
  const day = DAYS.indexOf(name.toLowerCase());
  const offset = ZONES[zone.toUpperCase()];
  const minutes = (hour: unknown, minute: unknown) => Number(hour) * 60 + Number(minute);
  const [start, end] = [minutes(h1, m1), minutes(h2, m2)];
  if (day < 0 || offset === undefined || start >= 1440 || end > 1440 || Number(m1) > 59 || Number(m2) > 59)
    return undefined;
  const from = (day * 1440 + start - offset + WEEK) % WEEK;
  const length = end > start ? end - start : end + 1440 - start;
  return { from, to: from + length };
}
