import { isResolved, type Resolved, resolve } from "./resolve";
import type { EnvironmentConfig } from "./schema";
import { validateConfig } from "./validate";

/**
 * What a config is resolved to, once it has been checked; what was resolved before as it is.
 *
 * @throws BadInput with every problem of the config
 */
export function resolvedFrom<R extends Resolved>(given: EnvironmentConfig | R): R {
  return (isResolved(given) ? given : resolve(validateConfig(given))) as R;
}
