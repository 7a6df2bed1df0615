import { basename, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { findEnvironments } from "../config/load";
import type { ScaleMode } from "../config/scale-mode";
import type { EnvironmentConfig } from "../config/schema";
import { isApplied } from "../cost/applied";
import { monthlyFloor } from "../cost/floor";
import { inertJson } from "../display/inert";
import type { Environment } from "../environment/environment";
import { EnvironmentFolder } from "../environment/select";
import { buildFoundation } from "../environment/stacks";
import { BadInput, collected, type Problem } from "../errors";
import { publicEndpoints } from "../exposure/endpoints";
import { foundationFiles } from "../foundation/load";
import { readStacks, resourcesOf } from "../plan/terraform-json";
import { knownControls } from "../policy/engine";
import { Held } from "../policy/held";
import type { PlaceOf } from "../policy/place";
import type { Rule } from "../policy/rule";
import { unknownControls } from "../policy/waiver";
import { heldProblems } from "../report/held";
import { GatewrightApp } from "../synth/app";
import { tidiedWhenEnded } from "../synth/interrupted";
import { assertApart } from "../synth/place";
import { print, tell } from "./print";
import { readRules } from "./rules-file";
import { table } from "./table";

/** Options of `gatewright synth`. */
export interface SynthOptions {
  readonly out: string;
  readonly environments: string;
  readonly json?: boolean;
  /** File with the company's own rules. */
  readonly rules?: string;
}

/** What was written for one environment. */
export interface SynthSummary {
  readonly environment: string;
  readonly stacks: readonly string[];
  readonly resources: number;
  /** What the Internet reaches: services and hosts by name, anything else by its address. */
  readonly public: readonly string[];
  /** Estimate in US dollars, list price. */
  readonly monthlyFloor: number;
  /** Resources of a size that no price is known for; they cost more than the floor says. Absent where there is none. */
  readonly unpriced?: readonly string[];
  /** In the billing currency. */
  readonly monthlyBudget: number;
  /** Folder of the steps; the stacks are beside it under `stacks/`. */
  readonly output: string;
}

/** Synthesizes environments into a folder and says what was written. The stacks are loaded here, when they are needed. */
export async function synthesize(
  names: readonly string[],
  options: Omit<SynthOptions, "json">,
): Promise<SynthSummary[]> {
  assertApart(options.out, options.environments);
  const rules = readRules(options.rules);
  const chosen = select(names, options.environments, rules);
  const app = new GatewrightApp({
    outdir: options.out,
    rules,
    // Who names environments means those; the others of the output stay as they are.
    replaces: names.length === 0 ? "everything" : "its own",
  });
  const foundations = chosen.foundations.map((one) => buildFoundation(one, app));
  const environments = chosen.environments.map((one) => one.build(app));
  try {
    await tidiedWhenEnded(() => app.synthWithPauses());
  } catch (error) {
    throw error instanceof Held
      ? new Held(heldProblems(error.verdicts, placesIn(chosen.environments)), error.verdicts)
      : error;
  }
  for (const text of saysOfOthers(app, options)) tell(`${text}\n`);
  const summary = (
    environment: string,
    ids: readonly string[],
    monthlyBudget: number,
    mode?: ScaleMode,
  ): SynthSummary => {
    const written = readStacks(app.output, ids);
    const floor = monthlyFloor(written.filter(({ name }) => isApplied(name, mode)));
    return {
      environment,
      stacks: ids,
      resources: written.reduce((sum, { json }) => sum + resourcesOf(json).length, 0),
      public: publicEndpoints(written),
      monthlyFloor: Math.round(floor.monthly),
      ...(floor.unpriced.length > 0 && { unpriced: floor.unpriced }),
      monthlyBudget,
      output: relative(process.cwd(), app.output) || ".",
    };
  };
  return [
    ...foundations.map(({ resolved, stack }) => {
      const budgets = Object.values(resolved.config.subscriptions).map(({ monthlyBudget }) => monthlyBudget);
      return summary(
        resolved.name,
        [stack.node.id],
        budgets.reduce((sum, budget) => sum + budget, 0),
      );
    }),
    ...environments.map(({ resolved, stacks }, at) =>
      summary(
        resolved.name,
        stacks.map(({ node }) => node.id),
        resolved.monthlyBudget,
        modeOf(chosen.environments[at]?.config),
      ),
    ),
  ];
}

/** How ready a second region stands; absent in one region. */
function modeOf(config: EnvironmentConfig | undefined): ScaleMode | undefined {
  return config?.stage === "scale" ? config.scale.mode : undefined;
}

/** What became of the environments of an output that this synth does not write, where nobody asked for it. */
function saysOfOthers(
  { earlier }: GatewrightApp,
  { out, environments: folder }: Pick<SynthOptions, "out" | "environments">,
): string[] {
  const files = [...collected(() => findEnvironments([], folder), []), ...foundationFiles(folder)];
  if (files.length === 0) return []; // what is written stands in files elsewhere
  const known = files.map((file) => basename(file).split(".").slice(0, 2).join("-"));
  const strangers = earlier.kept.filter((name) => !known.includes(name));
  return [
    ...earlier.removed.map((name) => `${name} was removed from ${out}: ${folder} holds no config of it.`),
    ...strangers.map(
      (name) =>
        `${name} stays in ${out}, but ${folder} holds no config of it: \`gatewright synth\` without names removes it.`,
    ),
  ];
}

/** Environments and foundations by name, or all of a folder; the problems of all of them come together. */
function select(names: readonly string[], environments: string, rules: readonly Rule[]) {
  const folder = new EnvironmentFolder(environments);
  const selection = folder.select(names);
  const problems = [
    ...selection.problems,
    ...(names.length === 0 ? folder.strays() : []),
    ...folder.apart(selection.environments),
    ...selection.environments.flatMap((one) => wrongWaivers(one, rules)),
  ];
  if (problems.length > 0) throw new BadInput(problems);
  return selection;
}

/** A waiver of a control that does not exist, at its line. */
function wrongWaivers({ config, loaded: { positionOf } }: Environment, rules: readonly Rule[]): Problem[] {
  return unknownControls(config.waivers ?? [], knownControls(rules)).map((one) => {
    const [, index = 0] = one.path.split(".");
    return { ...one, at: positionOf(["waivers", Number(index), "control"]) };
  });
}

/** Where findings about a config stand in the files. */
function placesIn(environments: readonly Environment[]): (env: string) => PlaceOf | undefined {
  return (name) => environments.find(({ env }) => env === name)?.placeOf;
}

/** `gatewright synth`. */
export async function synth(names: readonly string[], options: SynthOptions): Promise<number> {
  const start = performance.now();
  const summaries = await synthesize(names, options);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  print(options.json ? `${inertJson(summaries)}\n` : `${render(summaries, seconds)}\n`);
  return 0;
}

/** The summaries as a table, with where to go on. */
export function render(summaries: readonly SynthSummary[], seconds: string): string {
  const rows = summaries.map((one) => [
    one.environment,
    String(one.stacks.length),
    String(one.resources),
    one.public.join(", ") || "none",
    `~${one.monthlyFloor} USD`,
    String(one.monthlyBudget),
    `${one.output}/environments/${one.environment}`,
  ]);
  const unpriced = summaries.flatMap((one) => one.unpriced ?? []);
  const without = unpriced.length > 0 ? ` It lacks the price of ${unpriced.join(", ")}.` : "";
  const head = ["environment", "stacks", "resources", "public", "monthly floor", "budget", "output"];
  return `${table(head, rows)}\n\n${summaries.length} environment${summaries.length === 1 ? "" : "s"} in ${seconds} s. The floor is an estimate from list prices.${without} Next: FIRST-APPLY.md in the output.`;
}
