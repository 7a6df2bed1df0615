import { existsSync } from "node:fs";
import type { Construct } from "constructs";
import type { LoadedEnvironment } from "../src/config/load";
import { resolve as resolveConfig } from "../src/config/resolve";
import type { EnvironmentConfig } from "../src/config/schema";
import { BadInput, type Problem } from "../src/errors";
import { foundationBackend } from "../src/foundation/backend";
import { foundationFile, loadFoundation } from "../src/foundation/load";
import { parsePath } from "../src/report/place";
import type { PocEnvironment } from "./1-poc";
import type { PilotEnvironment } from "./2-pilot";
import type { PreProductionEnvironment } from "./3-pre-production";
import type { ProductionEnvironment } from "./4-production";
import type { StateStorage } from "./environment-stack";
import { extend } from "./extension";
import type { RetainedOptions } from "./retained-options";

/** An environment of any stage. */
export type Environment = PocEnvironment | PilotEnvironment | PreProductionEnvironment | ProductionEnvironment;

/**
 * Makes the environment that a loaded config describes, with its extension.
 *
 * @throws BadInput when the `extend` file is missing, exports no function or fails
 */
export function createEnvironment(scope: Construct, loaded: LoadedEnvironment, options?: RetainedOptions): Environment {
  const environment = ofStage(scope, loaded.config, { state: stateOf(loaded), ...options });
  if (loaded.config.extend !== undefined) extend(environment, loaded, loaded.config.extend);
  return environment;
}

/**
 * Where the environment's foundation keeps state. A foundation file that is not there yet leaves the account to
 * `terraform init -backend-config`, so that a single environment can be judged before its foundation is written; a check
 * of the whole company refuses it.
 */
function stateOf({ file, config, positionOf }: LoadedEnvironment): StateStorage | undefined {
  if (config.stage === "poc") return undefined;
  const path = foundationFile(file, config.foundation);
  if (!existsSync(path)) return undefined;
  try {
    const { storageAccountName, containerName } = foundationBackend(
      loadFoundation(path).config,
      { ...resolveConfig(config), config },
      "platform",
    );
    return { storageAccountName, containerName };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const at = ({ path }: Problem) => positionOf(path.startsWith("access") ? parsePath(path) : ["foundation"]);
    throw new BadInput(error.problems.map((problem) => ({ ...problem, at: problem.at ?? at(problem) })));
  }
}

/** A stage's stacks bring their own provider classes: only those of the stage at hand are loaded. */
function ofStage(scope: Construct, config: EnvironmentConfig, options?: RetainedOptions): Environment {
  switch (config.stage) {
    case "poc": {
      const poc = require("./1-poc") as typeof import("./1-poc");
      return new poc.PocEnvironment(scope, config);
    }
    case "pilot": {
      const pilot = require("./2-pilot") as typeof import("./2-pilot");
      return new pilot.PilotEnvironment(scope, config, options);
    }
    case "pre-production": {
      const preProduction = require("./3-pre-production") as typeof import("./3-pre-production");
      return new preProduction.PreProductionEnvironment(scope, config, options);
    }
    case "production": {
      const production = require("./4-production") as typeof import("./4-production");
      return new production.ProductionEnvironment(scope, config, options);
    }
  }
}
