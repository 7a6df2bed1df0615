import { environmentName } from "../config/names";
import type { EnvironmentConfig } from "../config/schema";
import { configDigest } from "../synth/digest";
import type { PromotionGate } from "./gate";
import type { GivenAnswers } from "./given-answers";
import type { PromotionOptions } from "./options";

/** What the promotion itself writes into the next config: nobody answers it. */
export function writtenByPromotion(
  gate: PromotionGate,
  config: EnvironmentConfig,
  given: GivenAnswers,
  options: PromotionOptions,
) {
  const promotion = recordOf(gate, config, given, options);
  if (gate.inPlace) return { stage: gate.to, promotion };
  return { stage: gate.to, created: given.decided, generation: 1, promotion };
}

/** Where the next environment came from, and who decided it. */
function recordOf(
  gate: PromotionGate,
  config: EnvironmentConfig,
  { reasons, last, decided, sittingProblems }: GivenAnswers,
  { answersFile, cost }: PromotionOptions,
) {
  return {
    from: environmentName(config),
    digest: configDigest(config),
    answers: answersFile ?? `${config.workload}.${gate.to}.answers.yaml`,
    by: last && sittingProblems.length === 0 ? last.fields["by"] : config.owner,
    decided,
    ...(Object.keys(reasons.why).length > 0 && { why: reasons.why }),
    ...(config.stage === "poc" && config.expires < decided && { expired: config.expires }),
    ...(cost && { cost: { before: cost.before, after: cost.after } }),
  };
}
