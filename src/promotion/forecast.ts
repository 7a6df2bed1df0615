import type { EnvironmentConfig } from "../config/schema";
import { validateConfig } from "../config/validate";
import { layOver, withValue } from "./merge";
import { exampleOf } from "./questions";
import type { Balance } from "./weigh";

/**
 * The next config with examples where questions are open: enough to know what the environment would be made of and cost,
 * and nothing that anybody decided. Never written.
 *
 * @throws BadInput when the examples do not fit what is carried
 */
export function forecastConfig(balance: Balance): EnvironmentConfig {
  const filled = balance.places.reduce<unknown>((draft, place) => {
    if (place.missing.length === 0) return draft;
    const example = exampleOf(place, { ...balance.situation, place: place.path });
    return layOver(withValue({}, place.path, example), draft);
  }, balance.draft);
  return validateConfig(filled);
}
