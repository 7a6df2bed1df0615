import type { z } from "zod";
import { environmentName } from "../config/names";
import { valueAt } from "../config/path";
import type { EnvironmentConfig, Situation } from "../config/schema";
import { type PositionOf, validateConfig } from "../config/validate";
import { BadInput, type Problem } from "../errors";
import { configDigest } from "../synth/digest";
import { carry, type Raised, withUsedNotSecret } from "./carry";
import { judgeAnswers } from "./judge";
import { joinSittings, layOver, nest } from "./merge";
import { overlapping } from "./overlap";
import { isOpen, withoutOpen } from "./placeholder";
import { lastOf, locator, tidy, within } from "./problems";
import { type Place, placeName, placesOf, recommended } from "./questions";
import { joinReasons, missingReasons } from "./reasons";
import type { Rung } from "./rung";
import { type RawSitting, sittingProblems } from "./sitting";

/** What a promotion may be told beside config and answers. */
export interface PromotionOptions {
  /** The day of the promotion, year-month-day. */
  readonly today: string;
  /** Where the config was written, for the messages. */
  readonly positionOf?: PositionOf;
  /** Name of the answers file, for the record. @default `<workload>.<stage>.answers.yaml` */
  readonly answersFile?: string;
  /** What both environments cost a month when nobody uses them. @default not recorded, and no budget is recommended */
  readonly cost?: { readonly before: number; readonly after: number };
  /** Other environments, whose networks this one must not overlap. @default none */
  readonly others?: readonly EnvironmentConfig[];
}

/** Where the value at a question's place comes from. */
export type Origin = "answer" | "recommendation" | "carried" | "open";

/** A question's place, and how it stands. */
export interface Weighed extends Place {
  readonly origin: Origin;
  readonly recommended: unknown;
  /** What is missing at this place, as messages name it; empty when it is answered. */
  readonly missing: readonly string[];
}

/** Config and answers, laid together and judged. */
export interface Balance {
  readonly rung: Rung;
  readonly places: readonly Weighed[];
  /** The next config, as far as it is known; complete when nothing is open. */
  readonly draft: Readonly<Record<string, unknown>>;
  /** The next config, checked; absent while a question is open. */
  readonly config?: EnvironmentConfig;
  readonly raised: Raised;
  readonly why: Readonly<Record<string, string>>;
  /** Reasons that are still to be given, by path. */
  readonly reasonsOpen: readonly string[];
  readonly situation: Omit<Situation, "place">;
}

/**
 * Lays the answers over what is carried and recommended, and judges all of it.
 *
 * @throws BadInput with everything that is wrong; an open question is not wrong
 */
export function weigh(
  rung: Rung,
  config: EnvironmentConfig,
  sittings: readonly RawSitting[],
  options: PromotionOptions,
): Balance {
  const { today, positionOf, cost } = options;
  const own = sittings.flatMap((sitting) => sittingProblems(sitting, rung, today));
  const judged = sittings.map((sitting) => ({
    ...sitting,
    ...judgeAnswers(withoutOpen(sitting.fields["answers"]), rung, config, sitting.positionOf),
  }));
  const joined = joinSittings(judged);
  const last = lastOf(sittings);
  const decided = own.length === 0 && last ? String(last.fields["decided"]) : today;
  const situation = { from: config as unknown as Situation["from"], decided, floor: cost?.after };

  const { draft: carried, raised } = carry(rung, config);
  const places = rung.questions
    .flatMap((question) => placesOf(question, rung.schema, config))
    .map((place) => settle(place, config, joined.answers, { ...situation, place: place.path }));
  const settled = places.flatMap(({ path, value }) => (value === undefined ? [] : [[path, value] as const]));
  const filled = layOver(carried, nest(settled));
  const answered = withUsedNotSecret(layOver(filled, joined.answers) as Balance["draft"]);
  const reasons = joinReasons(sittings, rung);
  const record = {
    from: environmentName(config),
    digest: configDigest(config),
    answers: options.answersFile ?? `${config.workload}.${rung.to}.answers.yaml`,
    by: last && own.length === 0 ? last.fields["by"] : config.owner,
    decided,
    ...(Object.keys(reasons.why).length > 0 && { why: reasons.why }),
    ...(config.stage === "poc" && config.expires < decided && { expired: config.expires }),
    ...(cost && { cost }),
  };
  const draft = { ...answered, stage: rung.to, created: decided, generation: 1, promotion: record };
  const locate = locator(sittings, places, positionOf);
  const checked = check(draft, locate);
  const open = places.map((place) => ({ ...place, missing: missingAt(place, draft, checked.problems) }));
  const waiting = new Set(open.flatMap(({ missing }) => missing.map((path) => `${path} is required`)));
  const needed = missingReasons(open, draft, reasons, situation, sittings, cost);
  const wrong = [
    ...checked.problems.filter(({ says }) => !waiting.has(says)),
    ...overlapping(draft, config, options.others ?? [], locate),
  ];
  // What is wrong needs no reason yet.
  const problems = [
    ...own,
    ...judged.flatMap((one) => one.problems),
    ...joined.problems,
    ...reasons.problems,
    ...needed.problems.filter(({ path }) => !wrong.some((one) => within(one.path, path.slice("why.".length)))),
    ...wrong,
  ];
  if (problems.length > 0) throw new BadInput(tidy(problems, sittings));
  return { rung, places: open, draft, config: checked.config, raised, ...reasons, reasonsOpen: needed.open, situation };
}

/** An answer comes first, then the recommendation, then what the config already says where that will do. */
function settle(place: Place, config: unknown, answers: unknown, situation: Situation) {
  const advice = recommended(place, situation);
  const given = valueAt(answers, place.path);
  const before = valueAt(config, place.path);
  const base = { ...place, recommended: advice };
  if (given !== undefined) return { ...base, origin: "answer" as const, value: layOver(advice, given) };
  if (advice !== undefined) return { ...base, origin: "recommendation" as const, value: advice };
  const { schema, meta } = place.question;
  if (before !== undefined && !meta.changesMoney && !meta.anew && (schema as z.ZodType).safeParse(before).success)
    return { ...base, origin: "carried" as const, value: before };
  return { ...base, origin: "open" as const, value: undefined };
}

function check(draft: unknown, locate: PositionOf) {
  try {
    return { config: validateConfig(draft, locate), problems: [] };
  } catch (error) {
    if (error instanceof BadInput) return { config: undefined, problems: error.problems };
    throw error;
  }
}

/** A required value that nobody has given is not wrong, it is open. */
function missingAt(place: Place, draft: unknown, problems: readonly Problem[]): string[] {
  const name = placeName(place);
  if (isOpen(valueAt(draft, place.path))) return [name];
  return problems
    .filter(({ path, says }) => path.startsWith(`${name}.`) && says === `${path} is required`)
    .map(({ path }) => path);
}
