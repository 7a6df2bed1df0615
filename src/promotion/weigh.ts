import { isDate } from "../config/dates";
import { environmentName } from "../config/names";
import type { PositionOf } from "../config/path";
import type { EnvironmentConfig, Situation } from "../config/schema";
import { validateConfig } from "../config/validate";
import { BadInput } from "../errors";
import { configDigest } from "../synth/digest";
import { sharedBeside } from "./beside";
import { withCarriedPool } from "./carried-pool";
import { carry, type Raised, withUsedNotSecret } from "./carry";
import { decidedTooEarly, misdated } from "./days";
import { judgeAnswers } from "./judge";
import { joinSittings, layOver, nest } from "./merge";
import { lastOf, locator, tidy, within } from "./problems";
import { placesOf } from "./questions";
import { joinReasons, missingReasons } from "./reasons";
import type { Rung } from "./rung";
import { missingAt, refusedIn, settle, type Weighed } from "./settle";
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
    ...judgeAnswers(sitting.fields["answers"], rung, config, sitting.positionOf),
  }));
  const joined = joinSittings(judged);
  const last = lastOf(sittings);
  const day = last?.fields["decided"];
  const decided = typeof day === "string" && isDate(day) ? day : today;
  const situation = {
    from: config as unknown as Situation["from"],
    decided,
    answered: joined.answers,
    floor: cost?.after,
  };

  const { draft: carried, raised } = carry(rung, config);
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
  const asked = rung.questions.flatMap((question) => placesOf(question, rung.schema, config));
  const locate = locator(sittings, asked, positionOf);
  /** Config, answers and recommendations laid together; a recommendation that was refused is an open question. */
  const lay = (refused: readonly string[]) => {
    const settled = asked.map((place) => settle(place, config, { ...situation, place: place.path }, refused));
    const values = settled.flatMap(({ path, value }) => (value === undefined ? [] : [[path, value] as const]));
    const filled = layOver(layOver(carried, nest(values)), joined.answers) as Balance["draft"];
    const written = { stage: rung.to, created: decided, generation: 1, promotion: record };
    const draft = { ...withUsedNotSecret(filled), ...written };
    const checked = check(draft, locate);
    const places = settled.map((place) => ({ ...place, missing: missingAt(place, draft, checked.problems) }));
    const waiting = new Set(places.flatMap(({ missing }) => missing.map((path) => `${path} is required`)));
    const wrong = [
      ...withCarriedPool(checked.problems, draft, config, rung, locate).filter(({ says }) => !waiting.has(says)),
      ...sharedBeside(draft, config, options.others ?? [], locate),
      ...misdated(draft, decided, locate),
    ];
    return { places, draft, config: checked.config, wrong };
  };
  const first = lay([]);
  const refused = refusedIn(first);
  const { places, draft, config: complete, wrong } = refused.length === 0 ? first : lay(refused);
  const needed = missingReasons(places, draft, reasons, situation, sittings, cost);
  // What is wrong needs no reason yet.
  const problems = [
    ...own,
    ...decidedTooEarly(last ? "decided" : "today", decided, config, locate),
    ...judged.flatMap((one) => one.problems),
    ...joined.problems,
    ...reasons.problems,
    ...needed.problems.filter(({ path }) => !wrong.some((one) => within(one.path, path.slice("why.".length)))),
    ...wrong,
  ];
  if (problems.length > 0) throw new BadInput(tidy(problems, sittings));
  return { rung, places, draft, config: complete, raised, ...reasons, reasonsOpen: needed.open, situation };
}

function check(draft: unknown, locate: PositionOf) {
  try {
    return { config: validateConfig(draft, locate), problems: [] };
  } catch (error) {
    if (error instanceof BadInput) return { config: undefined, problems: error.problems };
    throw error;
  }
}
