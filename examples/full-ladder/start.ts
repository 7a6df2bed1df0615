import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { GatewrightApp, loadEnvironments, monthlyFloor } from "../../src";
import { check } from "../../src/cli/check";
import { table } from "../../src/cli/table";
import { publicEndpoints } from "../../src/synth/endpoints";
import { readStacks, resourcesOf } from "../../src/synth/terraform-json";
import { createEnvironment } from "../../stacks";

/** One part of the tour; it prints what there is to see and returns an exit code. */
interface Part {
  readonly title: string;
  readonly run: () => number | Promise<number>;
}

const ENVIRONMENTS = join(__dirname, "environments");
const print = (text: string) => process.stdout.write(`${text}\n`);
const shown = (path: string) => relative(process.cwd(), path) || ".";
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(2)} s`;

/** Every environment of the ladder as Terraform, one line each. */
function synthesize(): number {
  const start = performance.now();
  const app = new GatewrightApp({ outdir: join(__dirname, "cdktf.out") });
  const made = loadEnvironments([], ENVIRONMENTS).map((loaded) => {
    const from = performance.now();
    return { environment: createEnvironment(app, loaded), time: seconds(from) };
  });
  app.synth();
  const rows = made.map(({ environment: { resolved, stacks }, time }) => {
    const written = readStacks(
      app.output,
      stacks.map(({ node }) => node.id),
    );
    return [
      resolved.name,
      String(stacks.length),
      String(written.flatMap(({ json }) => resourcesOf(json)).length),
      publicEndpoints(written).join(", ") || "none",
      `~${Math.round(monthlyFloor(written).monthly)} USD`,
      String(resolved.monthlyBudget),
      shown(join(app.output, "environments", resolved.name)),
      time,
    ];
  });
  const head = ["environment", "stacks", "resources", "public", "monthly floor", "budget", "output", "built in"];
  print(table(head, rows));
  print(`\nJudged and written after ${seconds(start)}. The floor is an estimate, the budget in the billing currency.`);
  return 0;
}

/** Every environment at the gate of its own stage, on the day the newest of them was made. */
function judge(): Promise<number> {
  const days = loadEnvironments([], ENVIRONMENTS).map(({ config }) => config.created);
  const today = days.sort().at(-1);
  print(`As of ${today}:`);
  return check([], { environments: ENVIRONMENTS, today, format: "text" });
}

/** In the order in which a product meets them. */
const PARTS: readonly Part[] = [
  { title: "Synthesize", run: synthesize },
  { title: "Check", run: judge },
];

async function main(): Promise<void> {
  for (const { title, run } of PARTS) {
    print(`${title}\n${"=".repeat(title.length)}\n`);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), await run());
    print("");
  }
}

main();
