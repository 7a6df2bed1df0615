import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { badInput } from "../errors";

/**
 * Writes a file whole or not at all: beside its place first, then moved there.
 *
 * @throws BadInput where the folder cannot be written to
 */
export function writeWhole(file: string, text: string): void {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, text, { flag: "wx" });
    renameSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw badInput(`${file} cannot be written (${code})`, "Is its folder there, and may you write to it?");
  } finally {
    rmSync(draft, { force: true });
  }
}
