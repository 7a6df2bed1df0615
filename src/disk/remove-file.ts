import { rmSync } from "node:fs";
import { onDisk } from "./errno";

/**
 * Removes a file whose place another one has taken.
 *
 * @throws BadInput where the system refuses
 */
export function removeFile(file: string): void {
  onDisk(file, () => rmSync(file), true);
}
