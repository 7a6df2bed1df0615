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
 * @param synthesizer  the module that synthesizes them there
 * @param expected  by file, what this process makes of it; awaited when the other process has answered
 */
export async function resynthesize(
  files: readonly string[],
  synthesizer: string,
  expected: () => Promise<ReadonlyMap<string, Texts>>,
): Promise<ReadonlyMap<string, Resynthesis>> {
  return withScratchFolder(async (scratch) => {
    const stop = new AbortController();
    const ask = (some: readonly string[], conditions: readonly Condition[], signal?: AbortSignal) =>
      answersOf({ files: some.map((file) => resolve(file)), conditions, synthesizer }, some, scratch, signal);
    const [answer, own] = await Promise.all([ask(files, CONDITIONS, stop.signal), expected()]).catch((error) => {
      stop.abort(); // what cannot be synthesized here needs no other process
      throw error;
    });
    const differing = (answers: Answers) =>
      [...answers.keys()].filter((file) => !same(answers.get(file), own.get(file)));
    const because = await culprits(differing(answer), async (some, conditions) =>
      differing(await ask(some, conditions)),
    );
    return new Map(
      files.map((file): [string, Resynthesis] => {
        const one = answer.get(file) ?? { failure: "there is no answer" };
        const stacks = "stacks" in one ? one.stacks : {};
        const failure = "failure" in one ? { failure: one.failure } : {};
        return [file, { conditions: CONDITIONS, stacks, ...failure, because: because.get(file) ?? [] }];
      }),
    );
  });
}

type Answers = ReadonlyMap<string, Answered>;

/** Two processes at a time. What differs even without a condition is drawn anew each time and depends on none. */
async function culprits(
  files: readonly string[],
  differing: (files: readonly string[], conditions: readonly Condition[]) => Promise<readonly string[]>,
): Promise<ReadonlyMap<string, readonly Condition[]>> {
  const found = new Map<string, Condition[]>();
  if (files.length === 0) return found;
  const drawn = new Set(await differing(files, []));
  const open = files.filter((file) => !drawn.has(file));
  for (let index = 0; open.length > 0 && index < CONDITIONS.length; index += 2)
    await Promise.all(
      CONDITIONS.slice(index, index + 2).map(async (condition) => {
        for (const file of await differing(open, [condition])) found.set(file, [...(found.get(file) ?? []), condition]);
      }),
    );
  return new Map([...found].map(([file, some]) => [file, CONDITIONS.filter((one) => some.includes(one))]));
}

function same(one: Answered | undefined, own: Texts | undefined): boolean {
  return one !== undefined && "stacks" in one && equal(one.stacks, own ?? {});
}

function equal(a: Texts, b: Texts): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

/** One process for all files; what it could not do at all counts for each of them. */
async function answersOf(
  order: Order,
  files: readonly string[],
  scratch: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Answered>> {
  const answer = await run(order, scratch, signal);
  return new Map(files.map((file, index) => [file, typeof answer === "string" ? { failure: answer } : answer[index]!]));
}

/** The answer of one process, or why there is none. */
function run(order: Order, scratch: string, signal?: AbortSignal): Promise<readonly Answered[] | string> {
  const elsewhere = join(scratch, "else where");
  mkdirSync(elsewhere, { recursive: true });
  const cwd = order.conditions.includes("folder") ? elsewhere : process.cwd();
  const child = start(cwd, environmentUnder(order.conditions, process.env), signal);
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
    child.on("error", (error) => said.push(error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      const last = said.join("").trim().split("\n").at(-1);
      done(result ?? `the process ended with ${code}${last ? `: ${last}` : ""}`);
    });
    child.send(order);
  });
}

/** The compiled worker runs as it is; its source needs the compiler that runs this process too. */
function start(cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): ChildProcess {
  const source = extname(__filename) === ".ts";
  const worker = join(__dirname, `worker${extname(__filename)}`);
  return fork(worker, [], {
    cwd,
    env: source ? { ...env, TS_NODE_PROJECT: resolve(__dirname, "../../../tsconfig.json") } : env,
    execArgv: source ? ["-r", require.resolve("ts-node/register")] : [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    ...(signal && { signal }),
  });
}
