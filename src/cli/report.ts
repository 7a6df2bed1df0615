import { loadEnvironments } from "../config/load";
import { didYouMean } from "../config/suggest";
import { badInput } from "../errors";
import { buildGraph } from "../policy/graph/build";
import type { JsonObject } from "../policy/graph/json";
import { dataMap } from "../residency/data-map";
import { renderDataMap, renderResidency } from "../residency/render";
import { residency } from "../residency/residency";
import { GatewrightApp } from "../synth/app";
import { synthesizeInMemory } from "../synth/in-memory";

/** Options of `gatewright report`. */
export interface ReportOptions {
  readonly environments: string;
  readonly section?: string;
  readonly format: string;
}

const SECTIONS = ["residency", "data-map"] as const;
type Section = (typeof SECTIONS)[number];

/** What the environment is, computed from its plan and its config: for customers, auditors and reviews. */
export async function report(names: readonly string[], options: ReportOptions): Promise<number> {
  const sections = options.section === undefined ? SECTIONS : [sectionOf(options.section)];
  if (options.format !== "markdown" && options.format !== "json")
    throw badInput(`--format must be markdown or json, got "${options.format}"`, "Leave it out for Markdown.");
  const loaded = loadEnvironments(names, options.environments);
  const { createEnvironment } = await import("../../stacks/create");
  const app = new GatewrightApp();
  const reports = loaded.map((one) => {
    const environment = createEnvironment(app, one);
    const stacks = synthesizeInMemory(environment);
    const graph = buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
    const decided = one.config.stage === "poc" ? [one.config.location] : one.config.residency;
    return {
      environment: environment.resolved.name,
      residency: residency(graph, decided),
      dataMap: dataMap(one.config),
    };
  });
  if (options.format === "json") process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  else
    for (const one of reports)
      for (const section of sections)
        process.stdout.write(
          `${section === "residency" ? renderResidency(one.environment, one.residency) : renderDataMap(one.environment, one.dataMap)}\n`,
        );
  return 0;
}

function sectionOf(text: string): Section {
  const found = SECTIONS.find((section) => section === text);
  if (found) return found;
  throw badInput(
    `--section must be ${SECTIONS.join(" or ")}, got "${text}"${didYouMean(text, SECTIONS)}`,
    "Leave it out for all sections.",
  );
}
