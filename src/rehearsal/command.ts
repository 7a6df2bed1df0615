import { type ChildProcess, spawn } from "node:child_process";

export interface CommandResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** The program could not be started at all, for example `ENOENT`. */
  readonly notStarted?: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** Takes standard output line by line instead of collecting it. @default collected in `stdout` */
  readonly onLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();

/** Run a program in a process group of its own: Terraform's provider plugins end with it. */
export function runCommand(bin: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { cwd, env, timeoutMs, onLine } = options;
  return new Promise((resolve) => {
    const child = spawn(bin, args, {
      cwd,
      env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: string[] = [];
    const err: string[] = [];
    let rest = "";
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      kill(child);
    }, timeoutMs);
    const finish = (result: Pick<CommandResult, "code" | "signal" | "notStarted">): void => {
      clearTimeout(timer);
      running.delete(child);
      if (onLine && rest) onLine(rest);
      rest = "";
      resolve({ ...result, stdout: out.join(""), stderr: err.join(""), timedOut });
    };
    running.add(child);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (!onLine) return out.push(text);
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      return lines.forEach(onLine);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => err.push(text));
    child.on("error", (error: NodeJS.ErrnoException) =>
      finish({ code: null, signal: null, notStarted: error.code ?? error.message }),
    );
    child.on("close", (code, signal) => finish({ code, signal }));
  });
}

/** End everything that `runCommand` started and that still runs. */
export function killRunning(): void {
  for (const child of running) kill(child);
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
