import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Construct } from "constructs";
import type { LoadedEnvironment } from "../src/config/load";
import { requireFile } from "../src/config/require-file";
import type { EnvironmentConfig } from "../src/config/schema";
import { BadInput } from "../src/errors";
import { PocEnvironment } from "./1-poc";
import { PilotEnvironment, type RetainedOptions } from "./2-pilot";

/** An environment of any stage. */
export type Environment = PocEnvironment | PilotEnvironment;

/** What an `extend:` file exports as its default: it adds resources to the environment, under the same gate. */
export type Extension = (environment: Environment) => void;

/**
 * Makes the environment that a loaded config describes, with its extension.
 *
 * @throws BadInput when the `extend` file is missing or exports no function
 */
export function createEnvironment(scope: Construct, loaded: LoadedEnvironment, options?: RetainedOptions): Environment {
  const environment = ofStage(scope, loaded.config, options);
  if (loaded.config.extend !== undefined) loadExtension(loaded, loaded.config.extend)(environment);
  return environment;
}

function ofStage(scope: Construct, config: EnvironmentConfig, options?: RetainedOptions): Environment {
  switch (config.stage) {
    case "poc":
      return new PocEnvironment(scope, config);
    case "pilot":
      return new PilotEnvironment(scope, config, options);
  }
}

function loadExtension({ file, positionOf }: LoadedEnvironment, path: string): Extension {
  const target = resolve(dirname(file), path);
  const fail = (says: string, fix: string) => new BadInput([{ path: "extend", says, fix, at: positionOf(["extend"]) }]);
  if (!existsSync(target))
    throw fail(`extend names ${path}, which does not exist`, `Create ${path} beside the config, or remove extend.`);
  const exported = requireFile(target, () =>
    fail(
      `extend names ${path}, but TypeScript files cannot be read here`,
      "Install the compiler beside your project: npm install --save-dev ts-node @swc/core typescript.",
    ),
  ) as { default?: unknown };
  if (typeof exported.default !== "function")
    throw fail(
      `extend names ${path}, which has no default export`,
      "Export a function: export default (environment) => { … }",
    );
  return exported.default as Extension;
}
