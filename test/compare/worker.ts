import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandsOf, copyProject } from "./case";

/*
 * Runs cases with the built command line of a checkout, one after the other in this process: to start a process for each
 * of thousands of command lines would take an hour. Nothing of the checkout is known but `dist/src/cli/bin.js`.
 *
 *   node -r ts-node/register test/compare/worker.ts <checkout> <inputs> <outputs> <scratch> <case…>
 */
const [checkout = "", inputs = "", outputs = "", scratch = "", ...names] = process.argv.slice(2);
const bin = join(checkout, "dist/src/cli/bin.js");
const write = process.stdout.write.bind(process.stdout);
process.setMaxListeners(0);
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);

/** What a command line printed, and how it ended. */
interface Ran {
  readonly exit: unknown;
  readonly out: unknown;
  readonly err: unknown;
}

/** Runs one command line to the end of everything that it waits for. */
async function run(argv: readonly string[]): Promise<Ran> {
  if (argv[0] === "node") return runProgram(argv.slice(1));
  const said = { out: "", err: "" };
  const keep = (to: "out" | "err") =>
    ((text: string | Uint8Array) => {
      said[to] += String(text);
      return true;
    }) as typeof process.stdout.write;
  const kept = [process.stdout.write, process.stderr.write] as const;
  process.stdout.write = keep("out");
  process.stderr.write = keep("err");
  process.argv = [process.execPath, bin, ...argv];
  process.exitCode = undefined;
  delete require.cache[bin];
  try {
    await new Promise<void>((done) => {
      // Something has to wait, so that Node lives on to the next command line.
      process.once("beforeExit", () => setImmediate(done));
      require(bin);
    });
  } finally {
    [process.stdout.write, process.stderr.write] = kept;
  }
  const exit = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { exit, out: readable(said.out), err: readable(said.err) };
}

/** Runs a program of the user's, which has a process of its own. */
function runProgram(args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { exit: status, out: readable(stdout), err: readable(stderr) };
}

/** JSON as values, text as lines, and neither with what differs from run to run. */
function readable(text: string): unknown {
  const same = text
    .replaceAll(checkout, "<checkout>")
    .replaceAll(process.cwd(), "<here>")
    .replace(/\b\d+\.\d\d s\b/g, "<time> s");
  try {
    return JSON.parse(same);
  } catch {
    return same.split("\n");
  }
}

async function main(): Promise<void> {
  const project = join(scratch, "project");
  for (const name of names) {
    process.chdir(scratch);
    rmSync(project, { recursive: true, force: true });
    copyProject(inputs, name, project);
    mkdirSync(join(project, "node_modules"));
    symlinkSync(checkout, join(project, "node_modules/gatewright"));
    process.chdir(project);
    const into = join(outputs, name);
    mkdirSync(into, { recursive: true });
    for (const [command, argv] of Object.entries(commandsOf(inputs, name)))
      writeFileSync(join(into, `${command}.json`), `${JSON.stringify(await run(argv), null, 1)}\n`);
    const written = join(project, "cdktf.out");
    if (existsSync(written)) cpSync(written, join(into, "cdktf.out"), { recursive: true });
    write(".");
  }
}

mkdirSync(dirname(join(scratch, "project")), { recursive: true });
void main();
