import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { table } from "../../src/cli/table";

/*
 * Companies of many environments: seconds of `synth` and `check` for all of them, and for one of them by name. The time has
 * to grow with their number, and one of many has to cost little more than itself. It prints and asserts nothing.
 *
 *   npm run bench:company [-- 10 50 200]
 */
const ROOT = resolve(__dirname, "../..");
const BIN = join(ROOT, "dist/src/cli/bin.js");
if (!existsSync(BIN)) throw new Error("not built; run npm run build");

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10, 50, 200];
const poc = readFileSync(join(ROOT, "examples/full-ladder/environments/orders.poc.yaml"), "utf8");
const product = (index: number) => `shop${String(index).padStart(4, "0")}`;

/** A folder with so many products, each a POC. */
function companyOf(size: number): string {
  const folder = mkdtempSync(join(tmpdir(), "gatewright-company-"));
  mkdirSync(join(folder, "environments"));
  for (let index = 0; index < size; index++) {
    const config = poc.replace(/^workload: orders$/m, `workload: ${product(index)}`);
    writeFileSync(join(folder, "environments", `${product(index)}.poc.yaml`), config);
  }
  return folder;
}

function secondsOf(cwd: string, args: readonly string[]): string {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return ((performance.now() - started) / 1000).toFixed(2);
}

const TODAY = ["--today", "2026-12-01"];
const rows = sizes.map((size) => {
  const folder = companyOf(size);
  try {
    const one = `${product(0)}-poc`;
    return [
      String(size),
      secondsOf(folder, ["synth"]),
      secondsOf(folder, ["check", ...TODAY]),
      secondsOf(folder, ["synth", one]),
      secondsOf(folder, ["check", one, ...TODAY]),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
});
console.log(table(["environments", "synth", "check", "synth one", "check one"], rows));
