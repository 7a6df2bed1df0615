import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { onDisk } from "../disk/errno";
import { badInput } from "../errors";

/** Who writes an output, and since when. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** Locks that this process holds: its own number in a file that it did not write is that of an earlier process. */
const held = new Set<string>();

/** The lock of an output stands beside it: what is in the output is for Terraform. */
export function lockFile(output: string): string {
  return join(dirname(output), `.${basename(output)}.lock`);
}

/**
 * Keeps an output to this process until it is released.
 *
 * @param says  told when the lock of a process that has gone is taken over
 * @throws BadInput when somebody else writes it, with who and since when
 */
export function lock(output: string, says: (text: string) => void): void {
  const file = lockFile(output);
  onDisk(file, () => take(file, output, says));
  held.add(file);
}

/** Gives an output back; one that is not held stays whose it is. */
export function release(output: string): void {
  const file = lockFile(output);
  if (held.delete(file)) rmSync(file, { force: true });
}

/** Gives everything back that this process holds, when it is ended from outside. */
export function releaseAll(): void {
  for (const file of held) rmSync(file, { force: true });
  held.clear();
}

/** True while a process runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function take(file: string, output: string, says: (text: string) => void): void {
  const own: Owner = { pid: process.pid, host: hostname(), user: userName(), since: new Date().toISOString() };
  if (place(file, own)) return;
  const other = read(file);
  if (other === undefined && place(file, own)) return; // it ended meanwhile
  const gone = other !== undefined && hasGone(file, other);
  if (!gone || !takeAway(file, other) || !place(file, own)) throw busy(output, file, read(file) ?? other);
  says(`The lock of a synth that has ended was taken over: ${words(other)}.`);
}

/** What file systems without hard links answer. */
const NO_LINKS = ["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"];
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

/** Whole or not at all: a second process must never read half of it. */
function place(file: string, owner: Owner): boolean {
  const draft = `${file}.${process.pid}`;
  const text = `${JSON.stringify(owner)}\n`;
  try {
    writeFileSync(draft, text);
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!NO_LINKS.includes(codeOf(error))) throw error;
      writeFileSync(file, text, { flag: "wx" });
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Of two that find the same old lock only one moves it; a newer one that was moved by mistake is put back. */
function takeAway(file: string, old: Owner): boolean {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
    if (JSON.stringify(read(aside)) === JSON.stringify(old)) return true;
    linkSync(aside, file);
    return false;
  } catch {
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What a lock says; one that cannot be read says when it was made. `undefined` when there is none. */
function read(file: string): Owner | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const since = statSync(file).mtime.toISOString();
    return { ...UNKNOWN, since, ...parsed(text) };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

const UNKNOWN = { pid: 0, host: "", user: "somebody" };

function parsed(text: string): Partial<Owner> {
  try {
    const { pid, host, user, since } = JSON.parse(text) as Partial<Owner>;
    const known = Number.isInteger(pid) && typeof host === "string" && typeof user === "string";
    return known && !Number.isNaN(Date.parse(since ?? "")) ? { pid, host, user, since } : {};
  } catch {
    return {};
  }
}

/** Only a process of this machine is known to have gone. */
function hasGone(file: string, { pid, host }: Owner): boolean {
  if (pid === 0 || host !== hostname()) return false;
  return pid === process.pid ? !held.has(file) : !isRunning(pid);
}

function busy(output: string, file: string, owner: Owner | undefined) {
  const who = owner === undefined ? "somebody" : words(owner);
  return badInput(
    `${output} is being written by another synth: ${who}`,
    `Wait until it has ended. If it has, and nothing runs there any more, remove ${file}.`,
  );
}

function words({ pid, host, user, since }: Owner): string {
  const where = pid === 0 ? "" : ` on ${host} (process ${pid})`;
  return `${user}${where}, ${age(Date.now() - Date.parse(since))}`;
}

function age(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [count, unit] =
    seconds < 120
      ? [seconds, "second"]
      : seconds < 7200
        ? [Math.round(seconds / 60), "minute"]
        : [Math.round(seconds / 3600), "hour"];
  return `since ${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** A container may run as a number that no name belongs to. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}
