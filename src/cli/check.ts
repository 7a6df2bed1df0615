import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import type { EnvironmentConfig } from "../config/schema";
import { didYouMean } from "../config/suggest";
import { absence } from "../disk/absence";
import { writeWhole } from "../disk/write-whole";
import { BadInput, badInput, formatProblem, type Problem } from "../errors";
import type { Day } from "../policy/day";
import { judgeStage } from "../policy/engine";
import type { EvidenceEntry } from "../policy/evidence-entry";
import type { RecreationView } from "../policy/recreation-view";
import type { Rule } from "../policy/rule";
import type { Verdict } from "../policy/verdict";
import { explain, listControls } from "../report/explain";
import { type EnvironmentReport, environmentReport, report } from "../report/model";
import { parsePath } from "../report/place";
import { FORMATS, type Format } from "../report/render";
import { headline } from "../report/text";
import { isAtLeast, isStage, STAGES, type Stage } from "../stages/stage";
import { fromEnvironments, fromPlans, type Source } from "./check-sources";
import { companyOf } from "./company";
import { readEvidence, unknownEnvironments } from "./evidence-file";
import { fromFolder, withoutFoundations } from "./folder-source";
import { judgeFoundations } from "./foundation-check";
import { isFoundationName } from "./foundations";
import { print, tell } from "./print";
import { readRules } from "./rules-file";
import { dayOf } from "./today";

/** Options of `gatewright check`. */
export interface CheckOptions {
  readonly environments: string;
  readonly plan?: readonly string[];
  readonly dir?: string;
  readonly gate?: string;
  readonly today?: string;
  /** A control id; `true` lists them all. */
  readonly explain?: string | true;
  readonly format: string;
  readonly out?: string;
  readonly rules?: string;
}

/** `gatewright check`: 0 when every gate admits, 1 when one holds. */
export async function check(names: readonly string[], options: CheckOptions): Promise<number> {
  const format = formatOf(options.format);
  const gate = options.gate === undefined ? undefined : gateOf(options.gate);
  const today = dayOf(options.today);
  const rules = readRules(options.rules);
  if (options.explain !== undefined) {
    const text = options.explain === true ? listControls(rules) : explain(options.explain, rules);
    print(`${text}\n`);
    return 0;
  }
  if (options.plan && options.dir !== undefined)
    throw badInput("--plan and --dir name two things to judge", "Give one of them.");
  assertFoundationsApart(names, options);
  if (options.out !== undefined) assertReportFile(options.out, options.environments);
  const { foundations: bases, environments, all } = companyOf(names, options);
  const sources = await sourcesOf(environments, options);
  const evidence = readEvidence(join(options.environments, "evidence.yaml"));
  const company = all.map(({ config }) => config);
  const strangers = sources.length > 0 ? unknownEnvironments(evidence, company.map(environmentName)) : [];
  for (const one of strangers) tell(`${formatProblem(one)}\n`);
  const found = report(today, [
    ...(bases.length === 0 ? [] : await judgeFoundations(bases, today)),
    ...(await Promise.all(
      sources.map(async (source) => {
        const recreation = await recreationOf(source, gate ?? source.stage);
        return judged(source, { gate, today, rules, evidence: evidence.entries, company, recreation });
      }),
    )),
  ]);
  const text = FORMATS[format](found);
  if (options.out === undefined) print(text);
  else {
    writeWhole(options.out, text);
    print(`${found.environments.map(headline).join("\n")}\nThe report is in ${options.out}.\n`);
  }
  return found.outcome === "held" ? 1 : 0;
}

async function sourcesOf(loaded: readonly LoadedEnvironment[], { plan, dir }: CheckOptions): Promise<Source[]> {
  if (plan) {
    if (loaded.length > 1)
      throw badInput(
        `--plan is judged as one environment, but ${loaded.length} are named`,
        "Name one environment, or none.",
      );
    return [fromPlans(plan, loaded[0])];
  }
  if (dir === undefined) {
    const sources = await fromEnvironments(loaded);
    const mistyped = await typesOf(loaded);
    if (mistyped.length > 0) throw new BadInput(mistyped);
    return sources;
  }
  const found = withoutFoundations(fromFolder(dir, loaded));
  if (found.length > 0) return found;
  throw badInput(`${dir} holds a foundation only`, "Its check is one of its config: gatewright check foundation.");
}

/** What is mistyped in extensions. The compiler takes seconds, so that only who has an extension waits for it. */
async function typesOf(loaded: readonly LoadedEnvironment[]): Promise<readonly Problem[]> {
  if (loaded.every(({ config }) => config.extend === undefined)) return [];
  const { extensionsOf, typeProblems } = await import("./type-check");
  return typeProblems(extensionsOf(loaded));
}

function judged(
  { env, stage, graph, config, stacks, placeOf, foundation, loaded, folder }: Source,
  given: {
    readonly gate?: Stage;
    readonly today: Day;
    readonly rules: readonly Rule[];
    readonly evidence: readonly EvidenceEntry[];
    readonly company?: readonly EnvironmentConfig[];
    readonly recreation?: RecreationView;
  },
): EnvironmentReport {
  const { today, rules, recreation } = given;
  const gate = given.gate ?? stage;
  if (gate === undefined)
    throw badInput(`${env} does not say which stage it is for`, `Name the gate: --gate ${STAGES.join(" | ")}.`);
  const evidence = config === undefined ? undefined : given.evidence;
  const neighbours = given.company?.filter((one) => environmentName(one) !== env);
  const at = (wanted: Stage): Verdict =>
    located(loaded, () =>
      judgeStage({
        gate: wanted,
        env,
        graph,
        config,
        evidence,
        today,
        rules,
        neighbours,
        recreation,
        foundation,
        folder,
      }),
    );
  const verdict = at(gate);
  const later = stage !== undefined && gate !== stage && isAtLeast(gate, stage);
  return environmentReport({
    verdict,
    graph,
    rules,
    ...(stage && { stage }),
    ...(config && { config }),
    ...(stacks && { stacks }),
    ...(placeOf && { placeOf }),
    ...(later && { own: at(stage) }),
  });
}

/** A foundation has one gate of its own, and is judged from its config. */
function assertFoundationsApart(names: readonly string[], { gate, plan, dir }: CheckOptions): void {
  const named = names.filter(isFoundationName).join(", ");
  if (named === "") return;
  const given = [gate !== undefined && "--gate", plan && "--plan", dir !== undefined && "--dir"].filter(Boolean);
  if (given.length === 0) return;
  throw badInput(
    `${given.join(" and ")} says how environments are judged, but ${named} names a foundation`,
    `A foundation has a check of its own: gatewright check ${named}.`,
  );
}

/**
 * The proof that what is judged can be recreated, where the gate asks for it: proved again, beside its certificate. A
 * plan has no digest of its own, so that nothing is said of it.
 */
async function recreationOf({ loaded, stacks }: Source, gate: Stage | undefined): Promise<RecreationView | undefined> {
  if (!loaded || !stacks || gate === undefined || !isAtLeast(gate, "pre-production")) return undefined;
  return (await import("./recreation-check")).recreationOf(loaded, stacks);
}

/** Problems that the judging finds in a config, for example a waiver of an unknown control, at their line. */
function located<T>(loaded: LoadedEnvironment | undefined, judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof BadInput) || !loaded) throw error;
    throw new BadInput(
      error.problems.map((one) => ({ ...one, at: one.at ?? loaded.positionOf(parsePath(waiverPath(one.path))) })),
    );
  }
}

/** The judging writes positions as keys: `waivers.0.control`. */
function waiverPath(path: string): string {
  return path.replace(/\.(\d+)(?=\.|$)/g, "[$1]");
}

function formatOf(text: string): Format {
  if (Object.hasOwn(FORMATS, text)) return text as Format;
  const known = Object.keys(FORMATS);
  throw badInput(`--format must be ${known.join(", ")}, got ${JSON.stringify(text)}${didYouMean(text, known)}`);
}

function gateOf(text: string): Stage {
  if (isStage(text)) return text;
  throw badInput(`--gate must be ${STAGES.join(", ")}, got ${JSON.stringify(text)}${didYouMean(text, STAGES)}`);
}

function assertReportFile(file: string, environments: string): void {
  if (/\.ya?ml$/i.test(file) && resolve(dirname(file)) === resolve(environments))
    throw badInput(`--out ${file} has the place and name of a config`, "Name another file for the report.");
  if (absence(file) === undefined && statSync(file).isDirectory())
    throw badInput(`--out ${file} is a folder, not a file`, "Name a file for the report.");
}
