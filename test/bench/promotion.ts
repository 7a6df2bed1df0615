import { performance } from "node:perf_hooks";
import type { PocConfig } from "../../src/config/schema";
import { validateConfig } from "../../src/config/validate";
import { compare } from "../../src/diff/compare";
import { promote } from "../../src/promotion/promote";
import { writeYaml } from "../../src/promotion/write-yaml";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PocEnvironment } from "../../stacks/1-poc";
import { PilotEnvironment } from "../../stacks/2-pilot";
import { answersFor, poc, sittingOf, TODAY } from "../promotion/support";

/*
 * How long a promotion and a diff take in process, for a product of many services: both are interactive, so neither may
 * take longer than 50 ms for 50 services. It prints and asserts nothing.
 *
 *   node -r ts-node/register test/bench/promotion.ts [services]
 */
const SERVICES = Number(process.argv[2] ?? 50);
const RUNS = 30;

const services = Object.fromEntries(
  Array.from({ length: SERVICES }, (_, index) => [
    `service-${index + 1}`,
    { image: `orders/service-${index + 1}:0.3.1`, port: 8080, uses: ["database", "files"], secrets: ["payment-key"] },
  ]),
);
const before = validateConfig({ ...poc(), services }) as PocConfig;
const sitting = sittingOf(answersFor(before));
const { config: after } = promote(before, [sitting], TODAY);
const app = new GatewrightApp();
const sides = [
  { title: "orders-poc", stacks: synthesizeInMemory(new PocEnvironment(app, before)) },
  { title: "orders-pilot", stacks: synthesizeInMemory(new PilotEnvironment(app, after)) },
] as const;

function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

const figures = [
  ["promote", median(() => promote(before, [sitting], TODAY))],
  ["promote and write", median(() => writeYaml(promote(before, [sitting], TODAY).config))],
  ["diff", median(() => compare(sides[0], sides[1]))],
] as const;
process.stdout.write(
  `${figures.map(([name, ms]) => `${name.padEnd(18)} ${ms.toFixed(1).padStart(6)} ms   ${SERVICES} services, median of ${RUNS}`).join("\n")}\n`,
);
