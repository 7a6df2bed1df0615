import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { withScratchFolder } from "../../rehearsal/scratch-folder";
import { CONDITIONS, type Condition, environmentUnder } from "./conditions";
import type { Answered, Order } from "./worker";

/** What another process made of one environment. */
export interface Resynthesis {
  /** What was different there. */
  readonly conditions: readonly Condition[];
  /** Canonical text of every stack by name; empty when there is a failure. */
  readonly stacks: Readonly<Record<string, string>>;
  readonly failure?: string;
  /** Where the stacks differed: the conditions of which one alone makes them differ. */
  readonly because: readonly Condition[];
}

/** Texts of stacks by name. */
type Texts = Readonly<Record<string, string>>;

const TIMEOUT_MS = 300_000;

/**
 * Synthesizes environments in another process under other conditions. Where the outcome differs from `expected`, once
 * more under each condition alone, to say which one it is.
 *
 * @param files  environment files
 * @param expected  by file, what this process makes of it; awaited when the other process has answered
 */
export async function resynthesize(
  files: readonly string[],
  expected: () => Promise<ReadonlyMap<string, Texts>>,
): Promise<ReadonlyMap<string, Resynthesis>> {
  return withScratchFolder(async (scratch) => {
    const [answer, own] = await Promise.all([ask(files, CONDITIONS, scratch), expected()]);
    const found = new Map<string, Resynthesis>();
    for (const [file, one] of answer) {
      const same = "stacks" in one && equal(one.stacks, own.get(file) ?? {});
      found.set(file, {
        conditions: CONDITIONS,
        stacks: "stacks" in one ? one.stacks : {},
        ...("failure" in one && { failure: one.failure }),
        because: same ? [] : await culprits(file, own.get(file) ?? {}, scratch),
      });
    }
    return found;
  });
}

/** Two at a time: each is a process of its own. What differs even without a condition is drawn anew each time. */
async function culprits(file: string, own: Texts, scratch: string): Promise<Condition[]> {
  const differs = async (conditions: readonly Condition[]): Promise<boolean> => {
    const one = (await ask([file], conditions, scratch)).get(file);
    return one === undefined || !("stacks" in one) || !equal(one.stacks, own);
  };
  if (await differs([])) return [];
  const found: Condition[] = [];
  for (let index = 0; index < CONDITIONS.length; index += 2) {
    const pair = CONDITIONS.slice(index, index + 2);
    const results = await Promise.all(pair.map((one) => differs([one])));
    found.push(...pair.filter((_, place) => results[place]));
  }
  return found;
}

function equal(a: Texts, b: Texts): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

/** One process for all files; what it could not do at all counts for each of them. */
async function ask(
  files: readonly string[],
  conditions: readonly Condition[],
  scratch: string,
): Promise<ReadonlyMap<string, Answered>> {
  const answer = await run({ files: files.map((file) => resolve(file)), conditions }, scratch);
  return new Map(files.map((file, index) => [file, typeof answer === "string" ? { failure: answer } : answer[index]!]));
}

/** The answer of one process, or why there is none. */
function run(order: Order, scratch: string): Promise<readonly Answered[] | string> {
  const elsewhere = join(scratch, "else where");
  mkdirSync(elsewhere, { recursive: true });
  const cwd = order.conditions.includes("folder") ? elsewhere : process.cwd();
  const child = start(cwd, environmentUnder(order.conditions, process.env));
  return new Promise((done) => {
    const said: string[] = [];
    const timer = setTimeout(() => {
      said.push("it took too long");
      child.kill("SIGKILL");
    }, TIMEOUT_MS);
    let result: readonly Answered[] | undefined;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
    child.once("message", (answer: readonly Answered[]) => {
      result = answer;
    });
    child.once("error", (error) => said.push(error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      const last = said.join("").trim().split("\n").at(-1);
      done(result ?? `the process ended with ${code}${last ? `: ${last}` : ""}`);
    });
    child.send(order);
  });
}

/** The compiled worker runs as it is; its source needs the compiler that runs this process too. */
function start(cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  const source = extname(__filename) === ".ts";
  const worker = join(__dirname, `worker${extname(__filename)}`);
  return fork(worker, [], {
    cwd,
    env: source ? { ...env, TS_NODE_PROJECT: resolve(__dirname, "../../../tsconfig.json") } : env,
    execArgv: source ? ["-r", require.resolve("ts-node/register")] : [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}
