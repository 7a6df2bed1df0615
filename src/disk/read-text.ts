import { readFileSync, statSync } from "node:fs";
import { badInput } from "../errors";
import { absence } from "./absence";
import { onDisk } from "./errno";
import { textOf } from "./text";

/** The largest plan, or stack, that is read: in bytes. */
export const LARGEST_PLAN = 500_000_000;

/** What is said of a file that cannot be read as it was meant. */
export interface Wanted {
  /** In bytes. */
  readonly largest: number;
  readonly fixes: { readonly absent: string; readonly folder: string; readonly tooLarge: string };
}

/**
 * The text of a file that a person named.
 *
 * @throws BadInput where there is none, it is a folder, a device or too large, may not be read, or is not UTF-8
 */
export function readTextFile(file: string, { largest, fixes }: Wanted): string {
  const absent = absence(file);
  if (absent !== undefined) throw badInput(`${file} ${absent}`, fixes.absent);
  const stats = statSync(file);
  if (stats.isDirectory()) throw badInput(`${file} is a folder, not a file`, fixes.folder);
  // What a shell puts in a file's place, `<(command)`, is a pipe.
  if (!stats.isFile() && !stats.isFIFO()) throw badInput(`${file} is a device, not a file`, fixes.absent);
  if (stats.size > largest) throw badInput(`${file} is larger than ${largest / 1_000_000} MB`, fixes.tooLarge);
  return textOf(
    onDisk(file, () => readFileSync(file)),
    file,
  );
}
