import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRunning } from "./command";

const folders = new Set<string>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Do something with a temporary folder that is gone afterwards: when the work ends, fails, or is interrupted by
 * Ctrl-C or a termination (the signal then takes its usual course).
 */
export async function withScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "gatewright-rehearsal-"));
  if (folders.size === 0) listen();
  folders.add(folder);
  try {
    return await work(folder);
  } finally {
    remove(folder);
    if (folders.size === 0) stopListening();
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
}

function removeAll(): void {
  killRunning();
  for (const folder of folders) remove(folder);
}

function onSignal(signal: NodeJS.Signals): void {
  removeAll();
  stopListening();
  process.kill(process.pid, signal);
}

function listen(): void {
  for (const signal of signals) process.on(signal, onSignal);
  process.on("exit", removeAll);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, onSignal);
  process.off("exit", removeAll);
}
