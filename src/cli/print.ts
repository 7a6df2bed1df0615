import { lines } from "../display/inert";

/**
 * Prints a result. Text of people may be anywhere in it, from files, plans, arguments and names of folders: what a terminal
 * would act upon is shown by its number, what looks like a secret not at all. JSON has to be escaped as JSON before.
 */
export function print(text: string): void {
  process.stdout.write(lines(text));
}

/** Tells what is wrong, or in the way, in the same manner. */
export function tell(text: string): void {
  process.stderr.write(lines(text));
}
