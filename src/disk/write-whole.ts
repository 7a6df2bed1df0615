import { realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { badInput } from "../errors";
import { absence, isThere } from "./absence";
import { onDisk } from "./errno";
import { makeFolder } from "./make-folder";

/**
 * Writes a file whole or not at all: beside its place first, then moved there. A link stays a link, and what is no file,
 * such as `/dev/stdout`, is written to.
 *
 * @throws BadInput where the system refuses
 */
export function writeWhole(file: string, text: string | Uint8Array): void {
  makeFolder(dirname(file));
  onDisk(
    file,
    () => {
      const there = statIfThere(file);
      if (there && !there.isFile()) return writeFileSync(file, text);
      const target = there ? realpathSync(file) : file;
      const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      try {
        writeFileSync(draft, text, there && { mode: there.mode });
        renameSync(draft, target);
      } finally {
        rmSync(draft, { force: true });
      }
    },
    true,
  );
}

function statIfThere(file: string): Stats | undefined {
  if (!isThere(file)) return undefined;
  const absent = absence(file);
  if (absent !== undefined) throw badInput(`${file} ${absent}`, "Correct the link, or name another place.");
  const found = statSync(file);
  if (found.isDirectory()) throw badInput(`${file} is a folder, not a file`, "Name a file.");
  return found;
}
