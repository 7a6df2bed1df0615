import { join } from "node:path";
import type { CustomerPromise } from "../config/promise";
import type { EnvironmentConfig } from "../config/schema";
import { didYouMean } from "../config/suggest";
import { inertJson } from "../display/inert";
import type { Source } from "../environment/source";
import { badInput } from "../errors";
import { entriesOf } from "../evidence/facts";
import { type Exposure, exposure } from "../exposure/exposure";
import { renderExposure } from "../exposure/render-exposure";
import { judgePromise } from "../promise/judge";
import { measuredIn } from "../promise/measured";
import { modeChoices } from "../promise/modes";
import type { Measured, PromiseReport, Topology } from "../promise/promise";
import { renderPromise } from "../promise/render-promise";
import { type DataMap, dataMap } from "../residency/data-map";
import { renderDataMap, renderResidency } from "../residency/render-residency";
import { type Residency, residency } from "../residency/residency";
import { readEvidence } from "./evidence-file";
import { print, tell } from "./print";
import { sourcesOf } from "./report-sources";
import { dayOf } from "./today";

/** Options of `gatewright report`. */
export interface ReportOptions {
  readonly environments: string;
  readonly section?: string;
  readonly plan?: readonly string[];
  readonly dir?: string;
  readonly format: string;
  readonly today?: string;
}

const SECTIONS = ["residency", "data-map", "exposure", "promise"] as const;
type Section = (typeof SECTIONS)[number];
/** What a plan says without anybody's config: data is held against a decision, and only a config names what it is for. */
const FROM_A_PLAN_ALONE: readonly Section[] = ["exposure"];

interface EnvironmentFacts {
  readonly environment: string;
  readonly residency?: Residency;
  readonly dataMap?: DataMap;
  readonly exposure?: Exposure;
  readonly promise?: PromiseReport;
}

/** What the environment is, computed from its plan and its config: for customers, auditors and reviews. */
export async function report(names: readonly string[], options: ReportOptions): Promise<number> {
  const wanted = options.section === undefined ? undefined : sectionOf(options.section);
  if (options.format !== "markdown" && options.format !== "json")
    throw badInput(`--format must be markdown or json, got "${options.format}"`, "Leave it out for Markdown.");
  const sources = sourcesOf(names, options);
  for (const says of sources.flatMap(({ folder }) => folder?.changed ?? [])) tell(`${says}\n`);
  const drilled = measuredFor(options);
  const reports = sources.map((source) => {
    const sections = wanted === undefined ? sectionsOf(source) : [wanted];
    return { sections, facts: factsOf(source, sections, drilled) };
  });
  const text =
    options.format === "json"
      ? `${inertJson(reports.map(({ facts }) => facts))}\n`
      : reports.flatMap(({ sections, facts }) => sections.map((one) => `${RENDERED[one](facts)}\n`)).join("");
  print(text);
  return 0;
}

/** A stage below Production promises nothing, so there is nothing to hold its topology against. */
function sectionsOf({ config }: Source): readonly Section[] {
  if (!config) return FROM_A_PLAN_ALONE;
  return config.promise ? SECTIONS : SECTIONS.filter((section) => section !== "promise");
}

/** What drills measured, of those that count on the day of the report. */
function measuredFor({ environments, today }: ReportOptions): (env: string, config?: EnvironmentConfig) => Measured {
  const { entries: evidence } = readEvidence(join(environments, "evidence.yaml"));
  const day = dayOf(today);
  return (env, config) => {
    const generation = config?.generation ?? 1;
    return measuredIn(entriesOf(evidence, { env, generation }), generation, day, config);
  };
}

function factsOf(
  { env, graph, environment }: Source,
  sections: readonly Section[],
  drilled: ReturnType<typeof measuredFor>,
): EnvironmentFacts {
  const config = environment?.config;
  const promise = config && "promise" in config ? config.promise : undefined;
  const lacking = sections.find((section) => !config && !FROM_A_PLAN_ALONE.includes(section));
  if (lacking !== undefined)
    throw badInput(
      `--section ${lacking} needs a config, and a plan alone has none`,
      "Name the environment that the plan is of: gatewright report <env> --plan <file>.",
    );
  if (sections.includes("promise") && !promise)
    throw badInput(
      `${env} promises nothing: a promise is made from Production on`,
      "Name a Production, or another section.",
    );
  const has = (section: Section) => sections.includes(section);
  const measured = drilled(env, config);
  const map = config && dataMap(config);
  const decided = config && (config.stage === "poc" ? [config.location] : config.residency);
  const worldwide = config?.stage === "scale" ? config.scale.edge.worldwide : undefined;
  return {
    environment: env,
    ...(decided && has("residency") && { residency: residency(graph, decided, worldwide) }),
    ...(map && has("data-map") && { dataMap: map }),
    ...(has("exposure") && { exposure: exposure(graph, config) }),
    ...(promise && has("promise") && { promise: promised(promise, { graph, config, measured }) }),
  };
}

/** A product in two regions is shown what its other modes would keep. */
function promised(promise: CustomerPromise, topology: Topology): PromiseReport {
  const modes = modeChoices(promise, topology);
  return { ...judgePromise(promise, topology), ...(modes.length > 0 && { modes }) };
}

const RENDERED = {
  residency: ({ environment, residency: found }) => (found ? renderResidency(environment, found) : ""),
  "data-map": ({ environment, dataMap: map }) => renderDataMap(environment, map),
  exposure: ({ environment, exposure: found }) => (found ? renderExposure(environment, found) : ""),
  promise: ({ environment, promise: found }) => (found ? renderPromise(environment, found) : ""),
} as const satisfies Record<Section, (facts: EnvironmentFacts) => string>;

function sectionOf(text: string): Section {
  const found = SECTIONS.find((section) => section === text);
  if (found) return found;
  throw badInput(
    `--section must be ${SECTIONS.join(", ")}, got "${text}"${didYouMean(text, SECTIONS)}`,
    "Leave it out for all sections.",
  );
}
