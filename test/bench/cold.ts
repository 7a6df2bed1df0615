import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { table } from "../../src/cli/table";

/*
 * CPU time of cold commands, of this checkout and of others beside it, all of them built: the least of many runs, turn
 * about, which says more on a busy machine than a clock does. The last rows are the loading of what is known of Azure, on
 * top of the one file that all modules are in. It prints and asserts nothing.
 *
 *   npm run bench:cold [-- runs checkout…]
 */
const ROOT = resolve(__dirname, "../..");
const [runs = "15", ...others] = process.argv.slice(2);
const checkouts = [...others.map((one) => resolve(one)), ROOT];
const unbuilt = checkouts.filter((one) => !existsSync(join(one, "dist/src/cli/bin.js")));
if (unbuilt.length > 0) throw new Error(`${unbuilt.join(", ")}: not built; run npm run build in it`);

const work = mkdtempSync(join(tmpdir(), "gatewright-cold-"));
const preload = join(work, "tell.js");
/** User and system time of the whole process, in milliseconds. */
const TELL = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeSync(3, String((userCPUTime + systemCPUTime) / 1000));
});\n`;

/** Each by what it runs in a checkout; the example's environments, without the certificates that a release writes anew. */
const MEASURED: Readonly<Record<string, (dist: string) => readonly string[]>> = {
  "check poc": (dist) => [join(dist, "cli/bin.js"), "check", "poc", "--today", "2026-12-01"],
  "synth poc": (dist) => [join(dist, "cli/bin.js"), "synth", "poc", "--json"],
  "synth production": (dist) => [join(dist, "cli/bin.js"), "synth", "production", "--json"],
  "Node alone": () => ["-e", "1"],
  "all modules, not run": (dist) => ["-e", `require(${JSON.stringify(join(dist, "../gatewright.js"))})`],
  "catalogue of Azure": (dist) => ["-e", `require(${JSON.stringify(join(dist, "azure"))})`],
  "one type's schema": (dist) => [
    "-e",
    `require(${JSON.stringify(join(dist, "azure/schema"))}).schemaOf("azurerm_storage_account")`,
  ],
};

/** What a run took; nothing for what a checkout does not have. */
function once(args: readonly string[]): number | undefined {
  const options: SpawnSyncOptionsWithStringEncoding = {
    cwd: work,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  };
  const { status, output } = spawnSync(process.execPath, ["-r", preload, ...args], options);
  return status === 0 ? Number(output[3]) : undefined;
}

try {
  writeFileSync(preload, TELL);
  cpSync(join(ROOT, "examples/full-ladder/environments"), join(work, "environments"), { recursive: true });
  const least = new Map<string, number>();
  for (let run = 0; run < Number(runs); run++)
    for (const [what, args] of Object.entries(MEASURED))
      for (const checkout of checkouts) {
        const took = once(args(join(checkout, "dist/src")));
        const key = `${what} ${checkout}`;
        if (took !== undefined) least.set(key, Math.min(took, least.get(key) ?? took));
      }
  const rows = Object.keys(MEASURED).map((what) => [
    what,
    ...checkouts.map((checkout) => least.get(`${what} ${checkout}`)?.toFixed(0) ?? "none"),
  ]);
  process.stdout.write(`${table(["CPU, ms", ...checkouts], rows)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
