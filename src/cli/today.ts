import { type Day, parseToday } from "../config/day";

/** Today in UTC, so that a check in CI and one on a laptop agree. The one place that reads the clock. */
export function clockDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The day that a command is about: the one that is given, else today. */
export function dayOf(given: string | undefined): Day {
  return parseToday(given ?? clockDay());
}
