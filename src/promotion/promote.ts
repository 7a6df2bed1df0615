import { type EnvironmentConfig, isSupported } from "../config/schema";
import { type StanceDifference, stanceDifferences } from "../diff/stance";
import { badInput } from "../errors";
import { STAGE_TITLES, STAGES } from "../stages/stage";
import type { AnsweredConfig } from "./answered";
import { applyAnswers } from "./apply-answers";
import { gateAbove, type Promotable, type Promoted, type PromotionGate } from "./gate";
import { type LedgerEntry, ledgerOf } from "./ledger";
import { type OpenQuestion, OpenQuestions, openQuestionsOf } from "./open-questions";
import type { PromotionOptions } from "./options";
import { inOrder } from "./order";
import { rawSitting, type Sitting, type Sittings } from "./sitting";

/** A config that has gone through its gate, and an account of every setting. */
export interface Promotion<C extends Promotable = Promotable> {
  readonly config: Promoted<C>;
  /** Every leaf of both configs, once. */
  readonly ledger: readonly LedgerEntry[];
  /** What the new stage demands beyond the old one, where the config says nothing. */
  readonly hardened: readonly StanceDifference[];
  /** What is worth knowing, and stands in nobody's way. */
  readonly warnings: readonly string[];
}

/**
 * Takes a config through the next gate. Pure: the same config and answers give the same result, in whatever order their
 * keys are written.
 *
 * @throws BadInput with everything that is wrong with the answers
 * @throws OpenQuestions when nothing is wrong, but something is still unanswered
 */
export function promote<C extends Promotable>(
  config: C,
  answers: Sittings<C>,
  options: PromotionOptions,
): Promotion<C> {
  const gate = gateOf(config);
  const answered = applyAnswers(gate, config, rawSittings(answers), options);
  const open = openQuestionsOf(answered);
  if (open.length > 0 || answered.config === undefined) throw new OpenQuestions(open);
  const promoted = inOrder(gate, answered.config) as Promoted<C>;
  return {
    config: promoted,
    ledger: ledgerOf(config, promoted, answered),
    hardened: stanceDifferences(gate.from, gate.to),
    warnings: warningsFor(config, options.today),
  };
}

/** What is still to be answered before a config can go through its gate; with no sittings yet, everything. */
export function openQuestions<C extends Promotable>(
  config: C,
  answers: readonly Sitting<Promoted<C>>[],
  options: PromotionOptions,
): readonly OpenQuestion[] {
  return openQuestionsOf(applyAnswers(gateOf(config), config, rawSittings(answers), options));
}

/** Config, answers and recommendations laid together, for what is shown before a gate is passed. */
export function withAnswers<C extends Promotable>(
  config: C,
  answers: readonly Sitting<Promoted<C>>[],
  options: PromotionOptions,
): AnsweredConfig {
  return applyAnswers(gateOf(config), config, rawSittings(answers), options);
}

function rawSittings(answers: readonly Sitting[]) {
  return answers.map(rawSitting);
}

function gateOf(config: EnvironmentConfig): PromotionGate {
  const gate = gateAbove(config.stage);
  if (!gate)
    throw badInput(
      `a ${STAGE_TITLES[config.stage]} cannot be promoted by this version`,
      `It knows the gates up to ${STAGE_TITLES[STAGES.findLast(isSupported) ?? "poc"]}.`,
    );
  return gate;
}

/** An expired POC may still be promoted: it is the check of the POC that holds. */
function warningsFor(config: Promotable, today: string): string[] {
  if (config.stage !== "poc" || config.expires >= today) return [];
  return [`${config.workload}-${config.stage} expired on ${config.expires}: promote it or destroy it.`];
}
