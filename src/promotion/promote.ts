import { type EnvironmentConfig, isSupported } from "../config/schema";
import { type StanceDifference, stanceDifferences } from "../diff/stance";
import { badInput } from "../errors";
import { STAGE_TITLES, STAGES } from "../stages/stage";
import { type LedgerEntry, ledgerOf } from "./ledger";
import { type OpenQuestion, OpenQuestions, openQuestionsOf } from "./open-questions";
import { inOrder } from "./order";
import { type Promotable, type Promoted, type Rung, rungAbove } from "./rung";
import { rawSitting, type Sitting, type Sittings } from "./sitting";
import { type Balance, type PromotionOptions, weigh } from "./weigh";

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
  const rung = rungOf(config);
  const balance = weigh(rung, config, rawSittings(answers), options);
  const open = openQuestionsOf(balance);
  if (open.length > 0 || balance.config === undefined) throw new OpenQuestions(open);
  const promoted = inOrder(rung, balance.config) as Promoted<C>;
  return {
    config: promoted,
    ledger: ledgerOf(config, promoted, balance),
    hardened: stanceDifferences(rung.from, rung.to),
    warnings: warningsFor(config, options.today),
  };
}

/** What is still to be answered before a config can go through its gate; with no sittings yet, everything. */
export function openQuestions<C extends Promotable>(
  config: C,
  answers: readonly Sitting<Promoted<C>>[],
  options: PromotionOptions,
): readonly OpenQuestion[] {
  return openQuestionsOf(weigh(rungOf(config), config, rawSittings(answers), options));
}

/** Config, answers and recommendations laid together, for what is shown before a gate is passed. */
export function balanceOf<C extends Promotable>(
  config: C,
  answers: readonly Sitting<Promoted<C>>[],
  options: PromotionOptions,
): Balance {
  return weigh(rungOf(config), config, rawSittings(answers), options);
}

function rawSittings(answers: readonly Sitting[]) {
  return answers.map(rawSitting);
}

function rungOf(config: EnvironmentConfig): Rung {
  const rung = rungAbove(config.stage);
  if (!rung)
    throw badInput(
      `a ${STAGE_TITLES[config.stage]} cannot be promoted by this version`,
      `It knows the gates up to ${STAGE_TITLES[STAGES.findLast(isSupported) ?? "poc"]}.`,
    );
  return rung;
}

/** An expired POC may still be promoted: it is the check of the POC that holds. */
function warningsFor(config: Promotable, today: string): string[] {
  if (config.stage !== "poc" || config.expires >= today) return [];
  return [`${config.workload}-${config.stage} expired on ${config.expires}: promote it or destroy it.`];
}
