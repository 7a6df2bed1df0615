import type { EnvironmentConfig } from "../config/schema";
import { BadInput, type Problem } from "../errors";
import type { AnsweredConfig, AskedIn } from "./answered";
import { besides, rangesOf } from "./beside";
import { decidedTooEarly } from "./days";
import type { PromotionGate } from "./gate";
import { type GivenAnswers, givenAnswers } from "./given-answers";
import { inheritedDraft } from "./inherited";
import { nextDraft } from "./next-draft";
import type { PromotionOptions } from "./options";
import { locator, tidy, within } from "./problems";
import { placesOf } from "./questions";
import { missingReasons } from "./reasons";
import { writtenByPromotion } from "./record";
import type { RawSitting } from "./sitting";

/**
 * Lays the answers over what is carried and recommended, and judges all of it.
 *
 * @throws BadInput with everything that is wrong; an open question is not wrong
 */
export function applyAnswers(
  gate: PromotionGate,
  config: EnvironmentConfig,
  sittings: readonly RawSitting[],
  options: PromotionOptions,
): AnsweredConfig {
  const given = givenAnswers(gate, config, sittings, options.today);
  const situation = situationOf(gate, config, given, options);
  const inherited = inheritedDraft(gate, config);
  const asked = gate.questions.flatMap((question) => placesOf(question, gate.schema, config, situation));
  const locate = locator(sittings, asked, options.positionOf);
  const { wrong, ...next } = nextDraft({
    gate,
    config,
    inherited: inherited.draft,
    asked,
    situation,
    written: writtenByPromotion(gate, config, given, options),
    others: options.others ?? [],
    locate,
  });
  const reasons = missingReasons(next.places, next.draft, given.reasons, situation, sittings, options.cost);
  const problems = [
    ...given.sittingProblems,
    ...decidedTooEarly(given.last ? "decided" : "today", given.decided, config, locate),
    ...given.answerProblems,
    ...given.reasons.problems,
    ...reasons.problems.filter(isAboutWhatStands(wrong)),
    ...wrong,
  ];
  if (problems.length > 0) throw new BadInput(tidy(problems, sittings));
  return { gate, ...next, raised: inherited.raised, why: given.reasons.why, reasonsOpen: reasons.open, situation };
}

function situationOf(
  gate: PromotionGate,
  config: EnvironmentConfig,
  given: GivenAnswers,
  { cost, others = [] }: PromotionOptions,
): AskedIn {
  return {
    from: config as unknown as AskedIn["from"],
    decided: given.decided,
    answered: given.answers,
    floor: cost?.after,
    floorOfSecond: cost?.second,
    ranges: besides(config, gate.to, others)
      .flatMap(rangesOf)
      .map(({ text }) => text),
  };
}

/** What is wrong needs no reason yet. */
function isAboutWhatStands(wrong: readonly Problem[]) {
  return ({ path }: Problem) => !wrong.some((one) => within(one.path, path.slice("why.".length)));
}
