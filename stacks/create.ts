import type { Construct } from "constructs";
import type { LoadedEnvironment } from "../src/config/loaded";
import type { Resolved } from "../src/config/resolve";
import type { EnvironmentConfig } from "../src/config/schema";
import { groundOf } from "../src/foundation/ground";

import type { Environment } from "./environment";
import { extend } from "./extension";
import type { RetainedOptions } from "./retained-options";

/**
 * Makes the environment that a loaded config describes, with its extension.
 *
 * @throws BadInput when its foundation cannot be read or says otherwise, or the `extend` file is missing, exports no
 *   function or fails
 */
export function createEnvironment(scope: Construct, loaded: LoadedEnvironment, options?: RetainedOptions): Environment {
  return buildEnvironment(scope, loaded, loaded.config, { ...groundOf(loaded), ...options });
}

/**
 * The same, of what is known already.
 *
 * @param given  the config, or what it was resolved to
 * @param options  what its foundation says of it
 */
export function buildEnvironment(
  scope: Construct,
  loaded: LoadedEnvironment,
  given: EnvironmentConfig | Resolved,
  options: RetainedOptions,
): Environment {
  const environment = ofStage(scope, given, options);
  if (loaded.config.extend !== undefined) extend(environment, loaded, loaded.config.extend);
  return environment;
}

/** A stage's stacks bring their own provider classes: only those of the stage at hand are loaded. */
function ofStage(scope: Construct, given: EnvironmentConfig | Resolved, options?: RetainedOptions): Environment {
  switch (given.stage) {
    case "poc": {
      const poc = require("./1-poc") as typeof import("./1-poc");
      return new poc.PocEnvironment(scope, given, options);
    }
    case "pilot": {
      const pilot = require("./2-pilot") as typeof import("./2-pilot");
      return new pilot.PilotEnvironment(scope, given, options);
    }
    case "pre-production": {
      const preProduction = require("./3-pre-production") as typeof import("./3-pre-production");
      return new preProduction.PreProductionEnvironment(scope, given, options);
    }
    case "production": {
      const production = require("./4-production") as typeof import("./4-production");
      return new production.ProductionEnvironment(scope, given, options);
    }
    case "scale": {
      const scale = require("./5-scale") as typeof import("./5-scale");
      return new scale.ScaleEnvironment(scope, given, options);
    }
  }
}
