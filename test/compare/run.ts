import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compareTrees, readAccepted } from "./compare";
import { INPUTS, isTree, writeInputs, writeTree } from "./write";

/*
 * Shows what a change does to everything that users see: Terraform, verdicts, reports, proofs, messages and exit codes of
 * the examples, of generated configs and of what the tests know to be refused.
 *
 *   npm run compare -- <before> <after> [--accepted <file>]     two built checkouts, or trees that were written of them
 *   npm run compare -- write <checkout> <tree> [--inputs <tree>] [--configs <number>]
 *
 * Only the built command line of a checkout is used, so that any two commits compare. Both are asked the same: what this
 * checkout asks, or what the tree was asked that is given. The exit code is 1 when a difference has no reason.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accepted: { type: "string" },
    inputs: { type: "string" },
    configs: { type: "string", default: "300" },
  },
});
const work = mkdtempSync(join(tmpdir(), "gatewright-compare-"));

/** What is asked: as that tree was, or anew. */
async function inputsOf(tree: string | undefined): Promise<string> {
  if (tree !== undefined) return join(resolve(tree), INPUTS);
  await writeInputs(join(work, INPUTS), Number(values.configs));
  return join(work, INPUTS);
}

async function compare(before: string, after: string): Promise<number> {
  const accepted = values.accepted === undefined ? [] : readAccepted(values.accepted);
  const sides = [before, after].map((one) => resolve(one));
  const written = sides.find(isTree);
  const inputs = sides.every(isTree) ? "" : await inputsOf(values.inputs ?? written);
  const trees: string[] = [];
  for (const [index, side] of sides.entries()) {
    const tree = isTree(side) ? side : join(work, `tree-${index}`);
    if (tree !== side) await writeTree(side, inputs, tree);
    trees.push(tree);
  }
  const { text, unexplained } = compareTrees(trees[0]!, trees[1]!, accepted);
  process.stdout.write(`${text}\n`);
  return unexplained === 0 ? 0 : 1;
}

async function run(): Promise<number> {
  const [first, second, third] = positionals;
  if (first === "write" && second !== undefined && third !== undefined) {
    await writeTree(resolve(second), await inputsOf(values.inputs), resolve(third));
    return 0;
  }
  if (first !== undefined && second !== undefined && third === undefined) return compare(first, second);
  process.stderr.write("npm run compare -- <before> <after>, or write <checkout> <tree>\n");
  return 2;
}

run()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  })
  .finally(() => rmSync(work, { recursive: true, force: true }));
