import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { table } from "../../src/cli/table";
import { loadEnvironment } from "../../src/config/load";
import { GatewrightApp } from "../../src/synth/app";
import { readStacks, resourcesOf } from "../../src/synth/terraform-json";
import { createEnvironment } from "../../stacks/create";
import { BARREL_PROGRAM, BARREL_TSCONFIG, floorScript } from "./floor-script";
import { type Measure, measure, median, TELL_MEMORY } from "./measure";

/*
 * How long a cold `gatewright synth` of the example's POC takes, and how much memory, beside (a) a bare program that
 * writes the same resources and (b) the way of cdktf's default template. It prints and asserts nothing: the figures are
 * of the machine that it runs on.
 *
 *   npm run bench [-- runs]
 */
const ROOT = resolve(__dirname, "../..");
const RUNS = Number(process.argv[2] ?? 9);
const EXAMPLE = join(ROOT, "examples/full-ladder/environments");
// Below the root, so that its packages are found; the name is one that git ignores.
const work = mkdtempSync(join(ROOT, ".dist-bench-"));

async function bench(): Promise<void> {
  execFileSync(process.execPath, [join(ROOT, "scripts/build.js"), "--js-only", "--out", join(work, "dist")]);
  const project = join(work, "project");
  cpSync(join(EXAMPLE, "orders.poc.yaml"), join(project, "environments/orders.poc.yaml"), { recursive: true });
  const app = new GatewrightApp({ outdir: join(project, "cdktf.out") });
  const { stacks } = createEnvironment(app, loadEnvironment(join(EXAMPLE, "orders.poc.yaml")));
  app.synth();
  const written = readStacks(
    app.output,
    stacks.map(({ node }) => node.id),
  );

  const preload = join(work, "tell-memory.js");
  writeFileSync(preload, TELL_MEMORY);
  writeFileSync(join(work, "floor.js"), floorScript(written, join(work, "floor.out")));
  const template = join(work, "template");
  mkdirSync(template);
  writeFileSync(join(template, "main.ts"), BARREL_PROGRAM);
  writeFileSync(join(template, "tsconfig.json"), JSON.stringify(BARREL_TSCONFIG));

  const ours = () => measure(preload, [join(work, "dist/src/cli/bin.js"), "synth"], project);
  const floor = () => measure(preload, [join(work, "floor.js")], work);
  const barrel = () => measure(preload, ["-r", "ts-node/register", "main.ts"], template);

  // Turn about, so that a busy moment of the machine hits all of them; the first round warms the file system's cache.
  const rounds: { ours: Measure; floor: Measure }[] = [];
  for (let round = 0; round <= RUNS; round++) rounds.push({ ours: await ours(), floor: await floor() });
  const barrels: Measure[] = [];
  for (let round = 0; round < Math.max(1, Math.min(3, RUNS)); round++) barrels.push(await barrel());

  const counted = rounds.slice(1);
  const result = {
    ours: median(counted.map((round) => round.ours)),
    floor: median(counted.map((round) => round.floor)),
    barrel: median(barrels),
  };
  const resources = written.reduce((sum, { json }) => sum + resourcesOf(json).length, 0);
  const row = (name: string, { seconds, mebibytes }: Measure) => [
    name,
    seconds.toFixed(2),
    mebibytes.toFixed(0),
    (seconds / result.ours.seconds).toFixed(2),
    (mebibytes / result.ours.mebibytes).toFixed(2),
  ];
  const head = ["cold, median", "seconds", "MiB", "time ×", "memory ×"];
  const rows = [
    row(`gatewright synth, ${resources} resources`, result.ours),
    row(`(a) cdktf alone, the same ${resources} resources`, result.floor),
    row("(b) barrel and type check, 2 resources", result.barrel),
  ];
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  process.stdout.write(
    [
      table(head, rows),
      "",
      `gatewright takes ${ratio(result.ours.seconds, result.floor.seconds)}× the time and ${ratio(result.ours.mebibytes, result.floor.mebibytes)}× the memory of (a);`,
      `(b) takes ${ratio(result.barrel.seconds, result.ours.seconds)}× the time and ${ratio(result.barrel.mebibytes, result.ours.mebibytes)}× the memory of gatewright.`,
      `Node ${process.version}, ${cpus().length} CPUs, ${RUNS} runs.`,
      "",
    ].join("\n"),
  );
}

bench().finally(() => rmSync(work, { recursive: true, force: true }));
