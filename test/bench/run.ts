import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { table } from "../../src/cli/table";
import { environmentIn } from "../../src/environment/environment";
import { resourcesOf } from "../../src/plan/terraform-json";
import { BARREL_PROGRAM, BARREL_TSCONFIG, floorScript } from "./floor-script";
import { type Measure, measure, median, TELL_MEMORY } from "./measure";

/*
 * How long a cold `gatewright synth` of the example takes, stage by stage, and how much memory, beside (a) a bare program
 * that writes the same resources with the provider's own classes and (b) the way of cdktf's default template. It prints and
 * asserts nothing: the figures are of the machine that it runs on.
 *
 *   npm run bench [-- runs [stage…]]
 */
const ROOT = resolve(__dirname, "../..");
const RUNS = Number(process.argv[2] ?? 9);
const STAGES = process.argv.length > 3 ? process.argv.slice(3) : ["poc", "pre-production", "production"];
const EXAMPLE = join(ROOT, "examples/full-ladder/environments");
// Below the root, so that its packages are found; the name is one that git ignores.
const work = mkdtempSync(join(ROOT, ".dist-bench-"));
const preload = join(work, "tell-memory.js");

/** One stage, cold: the median of our own runs, of the bare program's, and how many resources both write. */
async function benchStage(stage: string) {
  const project = join(work, stage);
  const file = `orders.${stage}.yaml`;
  cpSync(join(EXAMPLE, file), join(project, "environments", file), { recursive: true });
  const written = environmentIn(join(EXAMPLE, file)).stacks;
  const script = join(work, `floor-${stage}.js`);
  writeFileSync(script, floorScript(written, join(work, `floor-${stage}.out`)));
  const ours = () => measure(preload, [join(work, "dist/src/cli/bin.js"), "synth"], project);
  const floor = () => measure(preload, [script], work);
  // Turn about, so that a busy moment of the machine hits both; the first round warms the file system's cache.
  const rounds: { ours: Measure; floor: Measure }[] = [];
  for (let round = 0; round <= RUNS; round++) rounds.push({ ours: await ours(), floor: await floor() });
  const counted = rounds.slice(1);
  return {
    stage,
    resources: written.reduce((sum, { json }) => sum + resourcesOf(json).length, 0),
    ours: median(counted.map((round) => round.ours)),
    floor: median(counted.map((round) => round.floor)),
  };
}

async function bench(): Promise<void> {
  execFileSync(process.execPath, [join(ROOT, "scripts/build.js"), "--js-only", "--out", join(work, "dist")]);
  writeFileSync(preload, TELL_MEMORY);
  const template = join(work, "template");
  mkdirSync(template);
  writeFileSync(join(template, "main.ts"), BARREL_PROGRAM);
  writeFileSync(join(template, "tsconfig.json"), JSON.stringify(BARREL_TSCONFIG));

  const results = [];
  for (const stage of STAGES) results.push(await benchStage(stage));
  const barrels: Measure[] = [];
  for (let round = 0; round < Math.max(1, Math.min(3, RUNS)); round++)
    barrels.push(await measure(preload, ["-r", "ts-node/register", "main.ts"], template));
  const barrel = median(barrels);

  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  const head = ["cold, median", "resources", "seconds", "of cdktf alone (a)", "time ×", "MiB", "of (a)", "memory ×"];
  const rows = results.map(({ stage, resources, ours, floor }) => [
    `gatewright synth ${stage}`,
    String(resources),
    ours.seconds.toFixed(2),
    floor.seconds.toFixed(2),
    ratio(ours.seconds, floor.seconds),
    ours.mebibytes.toFixed(0),
    floor.mebibytes.toFixed(0),
    ratio(ours.mebibytes, floor.mebibytes),
  ]);
  const [first] = results;
  const last = results.at(-1);
  const more = first && last ? last.resources - first.resources : 0;
  const each = (of: "ours" | "floor") =>
    first && last ? (((last[of].seconds - first[of].seconds) / more) * 1000).toFixed(2) : "";
  process.stdout.write(
    [
      table(head, rows),
      "",
      ...(more > 0
        ? [
            `From ${first?.stage} to ${last?.stage} a resource more takes ${each("ours")} ms, and ${each("floor")} ms in (a).`,
          ]
        : []),
      `(b) barrel and type check, 2 resources: ${barrel.seconds.toFixed(2)} s, ${barrel.mebibytes.toFixed(0)} MiB.`,
      `Node ${process.version}, ${cpus().length} CPUs, ${RUNS} runs.`,
      "",
    ].join("\n"),
  );
}

bench().finally(() => rmSync(work, { recursive: true, force: true }));
