import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { GatewrightApp, loadEnvironments, monthlyFloor } from "../../src";
import { table } from "../../src/cli/table";
import { publicEndpoints } from "../../src/synth/endpoints";
import { readStacks, resourcesOf } from "../../src/synth/terraform-json";
import { createEnvironment } from "../../stacks";

/** One part of the tour: what it does, and what there is to see. */
interface Part {
  readonly title: string;
  readonly run: () => string;
}

const here = (path: string) => join(__dirname, path);
const shown = (path: string) => relative(process.cwd(), path) || ".";
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(2)} s`;

/** Every environment of the ladder as Terraform, one line each. */
function synthesize(): string {
  const start = performance.now();
  const app = new GatewrightApp({ outdir: here("cdktf.out") });
  const made = loadEnvironments([], here("environments")).map((loaded) => {
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
  const total = `Judged and written after ${seconds(start)}. The floor is an estimate from list prices, the budget is in the billing currency.`;
  return `${table(head, rows)}\n\n${total}`;
}

/** In the order in which a product meets them. */
const PARTS: readonly Part[] = [{ title: "Synthesize", run: synthesize }];

for (const { title, run } of PARTS) process.stdout.write(`${title}\n${"=".repeat(title.length)}\n\n${run()}\n\n`);
