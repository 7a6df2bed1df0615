import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Day } from "../config/day";
import { didYouMean } from "../config/suggest";
import { absence } from "../disk/absence";
import { writeWhole } from "../disk/write-whole";
import type { Environment } from "../environment/environment";
import { fromFolder, withoutFoundations } from "../environment/folder-source";
import { judge, recreationAt } from "../environment/judge";
import { fromPlans } from "../environment/plan-source";
import { EnvironmentFolder, isFoundationName } from "../environment/select";
import type { Source } from "../environment/source";
import { BadInput, badInput, formatProblem, type Problem } from "../errors";
import type { EvidenceEntry } from "../evidence/entry";
import { parsePath } from "../policy/place";
import type { RecreationView } from "../policy/recreation-view";
import type { Rule } from "../policy/rule";
import type { Verdict } from "../policy/verdict";
import { explain, listControls } from "../report/explain";
import { type EnvironmentReport, environmentReport, report } from "../report/model";
import { FORMATS, type Format } from "../report/render-verdict";
import { headline } from "../report/text";
import { isAtLeast, isStage, STAGES, type Stage } from "../stages/stage";
import { companyOf } from "./company";
import { readEvidence, unknownEnvironments } from "./evidence-file";
import { judgeFoundations } from "./foundation-check";
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
  const folder = new EnvironmentFolder(options.environments);
  const { foundations: bases, environments, all } = companyOf(folder, names, options);
  const sources = await sourcesOf(environments, options);
  const evidence = readEvidence(join(options.environments, "evidence.yaml"));
  const strangers =
    sources.length > 0
      ? unknownEnvironments(
          evidence,
          all.map(({ env }) => env),
        )
      : [];
  for (const one of strangers) tell(`${formatProblem(one)}\n`);
  const found = report(today, [
    ...(bases.length === 0 ? [] : judgeFoundations(folder, bases, today)),
    ...(await Promise.all(
      sources.map(async (source) => {
        const recreation = await recreationAt(source, gate ?? source.stage);
        return judged(source, { gate, today, rules, evidence: evidence.entries, company: all, recreation });
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

async function sourcesOf(
  environments: readonly Environment[],
  { plan, dir }: CheckOptions,
): Promise<readonly Source[]> {
  if (plan) {
    if (environments.length > 1)
      throw badInput(
        `--plan is judged as one environment, but ${environments.length} are named`,
        "Name one environment, or none.",
      );
    return [fromPlans(plan, environments[0])];
  }
  if (dir === undefined) {
    const sources = environments.map((one) => one.built());
    const mistyped = await typesOf(environments);
    if (mistyped.length > 0) throw new BadInput(mistyped);
    return sources;
  }
  const found = withoutFoundations(fromFolder(dir, environments));
  if (found.length > 0) return found;
  throw badInput(`${dir} holds a foundation only`, "Its check is one of its config: gatewright check foundation.");
}

/** What is mistyped in extensions. The compiler takes seconds, so that only who has an extension waits for it. */
async function typesOf(environments: readonly Environment[]): Promise<readonly Problem[]> {
  if (environments.every(({ config }) => config.extend === undefined)) return [];
  const { extensionsOf, typeProblems } = await import("./type-check");
  return typeProblems(extensionsOf(environments.map(({ loaded }) => loaded)));
}

function judged(
  source: Source,
  given: {
    readonly gate?: Stage;
    readonly today: Day;
    readonly rules: readonly Rule[];
    readonly evidence: readonly EvidenceEntry[];
    readonly company: readonly Environment[];
    readonly recreation?: RecreationView;
  },
): EnvironmentReport {
  const { env, stage, graph, config, stacks, placeOf, environment } = source;
  const { today, rules, recreation } = given;
  const gate = given.gate ?? stage;
  if (gate === undefined)
    throw badInput(`${env} does not say which stage it is for`, `Name the gate: --gate ${STAGES.join(" | ")}.`);
  const evidence = config === undefined ? undefined : given.evidence;
  const neighbours = given.company.filter((one) => one.env !== env).map(({ config }) => config);
  const at = (wanted: Stage): Verdict =>
    located(environment, () => judge(source, { gate: wanted, evidence, today, rules, neighbours, recreation }));
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

/** Problems that the judging finds in a config, for example a waiver of an unknown control, at their line. */
function located<T>(environment: Environment | undefined, judging: () => T): T {
  try {
    return judging();
  } catch (error) {
    if (!(error instanceof BadInput) || !environment) throw error;
    const { positionOf } = environment.loaded;
    throw new BadInput(
      error.problems.map((one) => ({ ...one, at: one.at ?? positionOf(parsePath(waiverPath(one.path))) })),
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
