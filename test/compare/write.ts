import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { caseNames, writeCase } from "./case";

export const INPUTS = "inputs";
export const OUTPUTS = "outputs";
const ROOT = join(__dirname, "../..");

/** Whether a folder is a tree that {@link writeTree} wrote. */
export const isTree = (folder: string): boolean =>
  existsSync(join(folder, INPUTS)) && existsSync(join(folder, OUTPUTS));

/** Writes what is asked, once, for all trees that will be compared. */
export async function writeInputs(inputs: string, generated: number): Promise<void> {
  await import("./without-runner");
  const [{ exampleCases }, { generatedCases }, { refusedCases }] = await Promise.all([
    import("./examples"),
    import("./generated"),
    import("./refused"),
  ]);
  for (const one of [...exampleCases(), ...generatedCases(generated), ...(await refusedCases())])
    writeCase(inputs, one);
}

/** Writes what the built command line of a checkout makes of every case, with the cases beside it. */
export async function writeTree(checkout: string, inputs: string, tree: string): Promise<void> {
  if (!existsSync(join(checkout, "dist/src/cli/bin.js")))
    throw new Error(`${checkout} is not built: npm ci and npm run build in it, then again.`);
  mkdirSync(tree, { recursive: true });
  for (const folder of [INPUTS, OUTPUTS])
    if (join(tree, folder) !== inputs) rmSync(join(tree, folder), { recursive: true, force: true });
  if (join(tree, INPUTS) !== inputs) cpSync(inputs, join(tree, INPUTS), { recursive: true });
  const names = caseNames(inputs);
  const workers = Math.max(1, cpus().length);
  // Turn about, so that the examples and the large stages are spread.
  const shards = Array.from({ length: workers }, (_, shard) => names.filter((_, index) => index % workers === shard));
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "gatewright-compare-")));
  try {
    await Promise.all(
      shards.map((shard, index) =>
        runWorker([realpathSync(checkout), inputs, join(tree, OUTPUTS), join(scratch, String(index)), ...shard]),
      ),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function runWorker(args: readonly string[]): Promise<void> {
  mkdirSync(args[3]!, { recursive: true });
  return new Promise((done, fail) => {
    const argv = ["-r", "ts-node/register/transpile-only", join(__dirname, "worker.ts"), ...args];
    const child = spawn(process.execPath, argv, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
  });
}
