import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../disk/make-folder";
import { isRunning } from "./lock";

/** Folders of this process that a synth is written into before it is moved to its output. */
const open = new Map<string, string | undefined>();
let made = 0;

/** Where an output is written first: beside it, so that moving it is one step. */
export function stagingOf(output: string): string {
  made += 1;
  return join(dirname(output), `.${basename(output)}.${process.pid}-${made}`);
}

/** Makes a staging folder, with the folders above it. */
export function openStaging(staging: string, output: string, inner = ""): void {
  const outermost = makeFolder(join(staging, inner), output);
  if (!open.has(staging)) open.set(staging, outermost);
}

/** Removes a staging folder, and the folders above it that were made for it and are empty again. */
export function discardStaging(staging: string): void {
  const outermost = open.get(staging);
  open.delete(staging);
  rmSync(staging, { recursive: true, force: true });
  if (outermost === undefined) return;
  for (let folder = dirname(staging); folder.length >= outermost.length; folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

/** Removes every staging folder of this process, when it is ended from outside. */
export function discardAll(): void {
  for (const staging of [...open.keys()]) discardStaging(staging);
}

/** Removes staging folders of an output that processes left behind which have gone. For who holds the output's lock. */
export function sweep(output: string): void {
  const prefix = `.${basename(output)}.`;
  for (const name of readdirSync(dirname(output))) {
    const pid = name.startsWith(prefix) ? /^(\d+)-\d+$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid === undefined || Number(pid) === process.pid || isRunning(Number(pid))) continue;
    rmSync(join(dirname(output), name), { recursive: true, force: true });
  }
}
