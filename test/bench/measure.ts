import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** What one run of a program took. */
export interface Measure {
  readonly seconds: number;
  /** Largest resident set, in MiB. */
  readonly mebibytes: number;
}

/** Runs Node once, cold, and measures it from outside; `preload` reports the memory on descriptor 3. */
export function measure(preload: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return new Promise<Measure>((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, ["-r", preload, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    const text = { stderr: "", memory: "" };
    child.stderr?.on("data", (data) => {
      text.stderr += String(data);
    });
    child.stdio[3]?.on("data", (data) => {
      text.memory += String(data);
    });
    child.on("close", (code) => {
      if (code !== 0) fail(new Error(`${args.join(" ")} ended with ${code}: ${text.stderr}`));
      else done({ seconds: (performance.now() - start) / 1000, mebibytes: Number(text.memory) / 1024 });
    });
  });
}

/** Code of the preload: tells the peak memory when the process ends. */
export const TELL_MEMORY = `process.on("exit", () => require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS)));\n`;

/** The middle value of each figure. */
export function median(measures: readonly Measure[]): Measure {
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    seconds: middle(measures.map(({ seconds }) => seconds)),
    mebibytes: middle(measures.map(({ mebibytes }) => mebibytes)),
  };
}
