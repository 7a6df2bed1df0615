import { join } from "node:path";
import { type PriceId, price } from "../src/azure/prices";
import { loadEnvironment } from "../src/config/load";
import { isApplied } from "../src/cost/applied";
import { monthlyFloor } from "../src/cost/floor";
import { graphOf } from "../src/plan/graph-of";
import { resourcesOf } from "../src/plan/terraform-json";
import { Dependencies } from "../src/recreation/dependencies";
import { DURATIONS, timeBudget } from "../src/recreation/durations";
import { GatewrightApp } from "../src/synth/app";
import { synthesizeInMemory } from "../src/synth/in-memory";
import { createEnvironment } from "../stacks";

/** A private vault is there at once; the minutes are those of a public one. */
const PRIVATE_HERE = "azurerm_key_vault";
const EXAMPLES = join(__dirname, "../examples");
const FILES = {
  "pre-production": "full-ladder/environments/orders.pre-production.yaml",
  production: "full-ladder/environments/orders.production.yaml",
  scale: "scale/environments/orders.scale.yaml",
} as const;

/** What the example's environment of a stage costs while nobody uses it, and what making it waits for, as Markdown. */
export function environmentTables(stage: keyof typeof FILES): string {
  const loaded = loadEnvironment(join(EXAMPLES, FILES[stage]));
  const mode = loaded.config.stage === "scale" ? loaded.config.scale.mode : undefined;
  const all = synthesizeInMemory(createEnvironment(new GatewrightApp(), loaded));
  const stacks = all.filter(({ name }) => isApplied(name, mode));
  const { monthly, lines } = monthlyFloor(stacks);
  const types = new Map(stacks.flatMap(({ json }) => resourcesOf(json)).map(({ address, type }) => [address, type]));
  const sums = new Map<string, { count: number; usd: number; prices: Set<PriceId> }>();
  for (const { address, monthly: usd, prices } of lines) {
    const type = types.get(address) ?? address;
    const sum = sums.get(type) ?? { count: 0, usd: 0, prices: new Set<PriceId>() };
    sum.count += 1;
    sum.usd += usd;
    for (const id of prices) sum.prices.add(id);
    sums.set(type, sum);
  }
  const costs = [...sums]
    .sort(([, a], [, b]) => b.usd - a.usd)
    .map(([type, { count, usd, prices }]) => {
      const all = [...prices].map(price);
      const sources = [...new Map(all.map(({ source, asOf }) => [source, asOf]))];
      const links = sources.map(([source, asOf]) => `[${asOf}](${source})`).join(", ");
      const sure = all.every(({ confidence }) => confidence === "confirmed") ? "" : " (estimate)";
      return `| \`${type}\` | ${count} | ${Math.round(usd)} | ${links}${sure} |`;
    });
  const graph = graphOf(stacks);
  const budget = timeBudget({ graph, dependencies: (stack) => new Dependencies(stack.json) });
  const waits = budget.longest.map(({ what, minutes, source }) => {
    const from = source === undefined ? "experience" : `[source](${source})`;
    return `| ${what} | ${minutes} | ${from} |`;
  });
  const known = DURATIONS.filter(({ type }) => type !== PRIVATE_HERE && graph.of(type).length > 0).map(
    ({ what, minutes }) => `${what} ${minutes}`,
  );
  return [
    `About ${Math.round(monthly)} US dollars a month for the example, list prices, while nobody uses it:`,
    ["| resources | how many | USD a month | price as of |", "| --- | --- | --- | --- |", ...costs].join("\n"),
    `Making it, or its next generation, takes about ${budget.minutes} minutes of waiting, stack after stack:`,
    ["| waited for | minutes | from |", "| --- | --- | --- |", ...waits].join("\n"),
    `Minutes of each by itself: ${known.join(", ")}. Seeding, restoring and looking come on top.`,
  ].join("\n\n");
}
