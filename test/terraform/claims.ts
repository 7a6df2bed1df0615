import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { stacksOf } from "../../src/cli/prove-emulate";
import { loadEnvironments } from "../../src/config/load";
import type { LoadedEnvironment } from "../../src/config/loaded";
import { environmentName } from "../../src/config/names";
import { emulate } from "../../src/emulator/run/emulate";
import type { EmulatedStack } from "../../src/emulator/run/generation";
import { proveStatically } from "../../src/environment/prove";
import type { Generation } from "../../src/recreation/subject";
import { withScratchFolder } from "../../src/rehearsal/scratch-folder";
import { writeCase } from "../compare/case";
import { type Comparison, compareWithRun } from "./claims/compare";

/**
 * What the static claims say of an environment, held against a run of two generations against the emulated Azure: every
 * example, and generated configs. One run at a time, a line for each environment; contradictions are told with the claim and
 * the phase. `--together` puts several environments into the one subscription of a run, where they wait for the provider side
 * by side and must not stand in each other's way.
 *
 * `npm run test:emulated -- --claims [--count 30] [--seed <number>] [--only <pattern of names>] [--together 1]`
 */
export async function runClaims(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string", default: "30" },
      seed: { type: "string" },
      only: { type: "string", default: "" },
      together: { type: "string", default: "1" },
    },
  });
  return withScratchFolder(async (scratch) => {
    const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };
    const all = [...examples(), ...(await generated(scratch, Number(values.count), seed))];
    const chosen = all.filter(({ name }) => new RegExp(values.only).test(name));
    let contradictions = 0;
    let unknown = 0;
    let done = 0;
    for (const group of inGroups(chosen, Number(values.together))) {
      for (const { name, comparison } of await compared(group)) {
        done += 1;
        contradictions += comparison.contradictions.length;
        if (comparison.outcome === "not-emulated") unknown += 1;
        console.log(`${done}/${chosen.length}  ${name}  ${line(comparison)}`);
        for (const says of comparison.contradictions) console.log(`    CONTRADICTED  ${says}`);
      }
    }
    const skipped = unknown > 0 ? `, ${unknown} not emulated` : "";
    console.log(`${chosen.length - unknown} environments, ${contradictions} contradictions${skipped}`);
    return contradictions;
  });
}

interface Named {
  readonly name: string;
  readonly loaded: LoadedEnvironment;
}

/** Most of them small: a hardened stage takes as long as ten POCs. */
const SHARES = { poc: 0.5, pilot: 0.3, "pre-production": 0.1, production: 0.1 };

function examples(): Named[] {
  const folder = resolve(__dirname, "../../examples");
  return readdirSync(folder)
    .map((name) => ({ name, environments: join(folder, name, "environments") }))
    .filter(({ environments }) => existsSync(environments))
    .flatMap(({ name, environments }) =>
      loadEnvironments([], environments).map((loaded) => ({
        name: `examples/${name} ${environmentName(loaded.config)}`,
        loaded,
      })),
    );
}

async function generated(scratch: string, count: number, seed: { readonly seed?: number }): Promise<Named[]> {
  await import("../compare/without-runner");
  const { generatedCases } = await import("../compare/generated");
  return generatedCases(count, { ...seed, shares: SHARES }).flatMap((one) => {
    writeCase(scratch, one);
    const environments = join(scratch, one.name, "project/environments");
    return loadEnvironments([], environments).map((loaded) => ({ name: one.name, loaded }));
  });
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** Several share one subscription; where something fails there, each has its own. */
async function compared(group: readonly Named[]): Promise<{ name: string; comparison: Comparison }[]> {
  const proved = await Promise.all(
    group.map(async ({ name, loaded }) => ({ name, ...(await proveStatically(loaded)) })),
  );
  const run = await emulate({
    stacks: proved.flatMap(({ subject }) => chained(subject)),
    successor: proved.flatMap(({ subject }) => chained(subject.next)),
    onStep: (says) => console.error(`    ${group.length > 1 ? `${group.length} together` : group[0]?.name}  ${says}`),
  });
  if (run.outcome === "failed" && group.length > 1) {
    console.log(`    together they fail: ${run.reason}`);
    const alone = [];
    for (const one of group) alone.push(...(await compared([one])));
    return alone;
  }
  return proved.map(({ name, proof }) => ({ name, comparison: compareWithRun(proof.claims, run) }));
}

/** The stacks of one environment wait for each other, and for no other's. */
function chained(generation: Generation): EmulatedStack[] {
  const stacks = stacksOf(generation);
  return stacks.map((stack, index) => ({ ...stack, after: stacks.slice(0, index).map(({ name }) => name) }));
}

function line({ outcome, reason, seconds }: Comparison): string {
  return `${outcome}${outcome === "not-emulated" ? `: ${reason}` : ""}  ${seconds.toFixed(0)} s`;
}
