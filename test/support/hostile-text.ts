import { type EnvironmentConfig, SCHEMAS } from "../../src/config/schema";
import { validateConfig } from "../../src/config/validate";
import { GatewrightApp } from "../../src/synth/app";
import { createEnvironment } from "../../stacks/create";
import { everyText } from "./every-text";
import { pilotConfig } from "./pilot";
import { pocConfig } from "./poc-config";
import { preProductionConfig } from "./pre-production";
import { productionConfig } from "./production";
import { scaleConfig } from "./scale";

export const web = { image: "orders/web:0.3.1", port: 3000, exposure: "public", env: { GREETING: "hello" } };
export const CONFIGS = {
  poc: () =>
    pocConfig({ services: { web }, stores: { database: { type: "postgresql", migrations: "orders/migrate:0.3.1" } } }),
  pilot: pilotConfig,
  "pre-production": preProductionConfig,
  production: productionConfig,
  scale: scaleConfig,
} satisfies Record<keyof typeof SCHEMAS, () => EnvironmentConfig>;
export type Stage = keyof typeof CONFIGS;

/** A config of a stage with a text in every field that takes it. */
export function withText(stage: Stage, text: string) {
  return everyText<EnvironmentConfig>(SCHEMAS[stage], CONFIGS[stage](), text, validateConfig);
}

/** The environment of a config that stands in no file. */
export function environmentOf(config: EnvironmentConfig) {
  const loaded = { file: "orders.yaml", config, positionOf: () => ({ file: "orders.yaml", line: 1, column: 1 }) };
  return createEnvironment(new GatewrightApp(), loaded);
}
