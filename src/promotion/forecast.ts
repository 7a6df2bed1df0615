import type { EnvironmentConfig } from "../config/schema";
import { validateConfig } from "../config/validate";
import type { AnsweredConfig } from "./answered";
import { layOver, nest } from "./merge";
import { exampleOf } from "./questions";

/** Names no file: the foundation may not list the environment yet, and where state is kept changes no cost. */
const NO_FOUNDATION = "none.foundation.yaml";

/**
 * The next config with examples where questions are open: enough to know what the environment would be made of and cost,
 * and nothing that anybody decided. Never written.
 *
 * @throws BadInput when the examples do not fit what is carried
 */
export function forecastConfig(answered: AnsweredConfig): EnvironmentConfig {
  const examples = answered.places
    .filter(({ missing }) => missing.length > 0)
    .map((place) => [place.path, exampleOf(place, { ...answered.situation, place: place.path })] as const);
  const filled = layOver(nest(examples), answered.draft);
  const config = validateConfig(filled);
  return config.stage === "poc" ? config : { ...config, foundation: NO_FOUNDATION };
}
