import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { GatewrightApp, loadEnvironments, monthlyFloor } from "../../src";
import { check } from "../../src/cli/check";
import { promote } from "../../src/cli/promote";
import { prove } from "../../src/cli/prove";
import { table } from "../../src/cli/table";
import { isApplied } from "../../src/cost/applied";
import { publicEndpoints } from "../../src/exposure/endpoints";
import { readStacks, resourcesOf } from "../../src/plan/terraform-json";
import { createEnvironment } from "../../stacks";
import { captured, oneScreen } from "./screen";

/** One part of the tour; it prints what there is to see and returns an exit code. */
interface Part {
  readonly title: string;
  readonly run: () => number | Promise<number>;
  /** The lines that one screen shows where the part has more. @default the first */
  readonly matters?: (line: string) => boolean;
}

/** The gates that the company of this example went through: what it promoted, to which stage, and when. */
const GATES = [
  { from: "poc", to: "pilot", decided: "2026-12-15" },
  { from: "pilot", to: "pre-production", decided: "2027-03-01" },
  { from: "pre-production", to: "production", decided: "2027-06-01" },
  { from: "production", to: "scale", decided: "2027-09-01" },
] as const;

const ENVIRONMENTS = join(__dirname, "environments");
/** The last rung: a Scale takes the place of its Production, so that the two are in two folders. */
const SCALE = join(__dirname, "../scale/environments");

/** When each environment is looked at: while it lives, and once what is proved of it has been proved. */
const CHECKED = [
  { folder: ENVIRONMENTS, environments: ["foundation", "poc", "pilot"], today: "2026-12-15" },
  { folder: ENVIRONMENTS, environments: ["pre-production"], today: "2027-03-08" },
  { folder: ENVIRONMENTS, environments: ["production"], today: "2027-06-14" },
  { folder: SCALE, environments: ["scale"], today: "2027-10-04" },
] as const;

const print = (text: string) => process.stdout.write(`${text}\n`);
const shown = (path: string) => relative(process.cwd(), path) || ".";
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(2)} s`;

/** Every environment of the ladder as Terraform, one line each. */
function synthesize(): number {
  const start = performance.now();
  const head = ["environment", "stacks", "resources", "public", "monthly floor", "budget", "output", "built in"];
  print(table(head, [...synthesizeFolder(ENVIRONMENTS), ...synthesizeFolder(SCALE)]));
  print(`\nJudged and written after ${seconds(start)}. The floor is an estimate, the budget in the billing currency.`);
  return 0;
}

/** Writes the environments of a folder into the output beside it; a row each. */
function synthesizeFolder(folder: string): string[][] {
  const app = new GatewrightApp({ outdir: join(folder, "../cdktf.out") });
  const made = loadEnvironments([], folder).map((loaded) => {
    const from = performance.now();
    return { environment: createEnvironment(app, loaded), config: loaded.config, time: seconds(from) };
  });
  app.synth();
  return made.map(({ environment: { resolved, stacks }, config, time }) => {
    const written = readStacks(
      app.output,
      stacks.map(({ node }) => node.id),
    );
    const scale = config.stage === "scale" ? config.scale : undefined;
    const applied = written.filter(({ name }) => isApplied(name, scale?.mode));
    return [
      scale ? `${resolved.name}, at Scale` : resolved.name,
      String(stacks.length),
      String(written.flatMap(({ json }) => resourcesOf(json)).length),
      publicEndpoints(written).join(", ") || "none",
      `~${Math.round(monthlyFloor(applied).monthly)} USD`,
      [resolved.monthlyBudget, ...(scale ? [scale.monthlyBudget] : [])].join(" + "),
      shown(join(app.output, "environments", resolved.name)),
      time,
    ];
  });
}

/** The POC through every gate, in a copy without what the gates wrote. */
async function promoteCopy(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "gatewright-start-"));
  const from = process.cwd();
  const made = GATES.map(({ to }) => join(ENVIRONMENTS, `orders.${to}.yaml`));
  cpSync(ENVIRONMENTS, join(scratch, "environments"), { recursive: true, filter: (path) => !made.includes(path) });
  // A Scale is added to what lives, so that its Production has to have been proved.
  cpSync(join(ENVIRONMENTS, "../recreation"), join(scratch, "recreation"), { recursive: true });
  process.chdir(scratch);
  try {
    for (const { from: below, decided } of GATES) {
      const code = await promote(below, { environments: "environments", today: decided });
      if (code !== 0) return code;
      print("");
    }
    return 0;
  } finally {
    process.chdir(from);
    rmSync(scratch, { recursive: true });
  }
}

/** What recreation relies on, claim by claim, for every environment. */
async function proveClaims(): Promise<number> {
  let worst = 0;
  for (const environments of [ENVIRONMENTS, SCALE]) {
    if (environments === SCALE) print("\nAt Scale:");
    const out = join(environments, "../cdktf.out");
    worst = Math.max(worst, await prove([], { environments, out, certificate: false }));
  }
  return worst;
}

/** Every environment at the gate of its own stage, on a day of its life. */
async function judge(): Promise<number> {
  let worst = 0;
  for (const { folder, environments, today } of CHECKED) {
    print(`As of ${today}:`);
    worst = Math.max(worst, await check(environments, { environments: folder, today, format: "text" }));
    print("");
  }
  return worst;
}

/** In the order in which a product meets them. */
const PARTS: readonly Part[] = [
  { title: "Synthesize", run: synthesize },
  {
    title: "Promote",
    run: promoteCopy,
    matters: (line) => /(?: written\.$| removed: )|^(?:Settings: |Monthly floor: )/.test(line),
  },
  { title: "Prove", run: proveClaims, matters: (line) => /^\S/.test(line) },
  { title: "Check", run: judge, matters: (line) => /^\S/.test(line) },
];

/** Every part on a screen of its own; the named ones, or with `--all` every one, whole. */
async function main(asked: readonly string[]): Promise<void> {
  const words = PARTS.map(({ title }) => title.toLowerCase());
  const unknown = asked.find((word) => word !== "--all" && !words.includes(word));
  if (unknown !== undefined) {
    process.stderr.write(`npm start has no part ${JSON.stringify(unknown)}: ${words.join(", ")}, or --all\n`);
    process.exitCode = 2;
    return;
  }
  const whole = asked.length > 0;
  for (const { title, run, matters = () => true } of PARTS) {
    const word = title.toLowerCase();
    if (whole && !asked.includes("--all") && !asked.includes(word)) continue;
    const done = await captured(run);
    print(`${title}\n${"=".repeat(title.length)}\n`);
    print((whole ? done.lines : oneScreen(word, done, matters)).join("\n"));
    print("");
    process.exitCode = Math.max(Number(process.exitCode ?? 0), done.code);
  }
}

main(process.argv.slice(2));
