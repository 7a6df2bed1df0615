import type { Stage } from "../../stages/stage";
import { type PilotConfig, pilotSchema } from "./pilot";
import { type PocConfig, pocSchema } from "./poc";
import { type PreProductionConfig, preProductionSchema } from "./pre-production";
import { type ProductionConfig, productionSchema } from "./production";
import { type ScaleConfig, scaleSchema } from "./scale";

/** Schemas by stage: the one definition that types, validation, questions and the JSON Schemas come from. */
export const SCHEMAS = {
  poc: pocSchema,
  pilot: pilotSchema,
  "pre-production": preProductionSchema,
  production: productionSchema,
  scale: scaleSchema,
} as const;

/** A stage that an environment config can be written for. */
export type SupportedStage = keyof typeof SCHEMAS;

/** What a person wrote, checked: the config of one environment. */
export type EnvironmentConfig = PocConfig | PilotConfig | HardenedConfig;

/** The config of a stage whose network is private, with one way in and governed ways out. */
export type HardenedConfig = PreProductionConfig | PromisedConfig;

/** The config of a stage that promises something to customers. */
export type PromisedConfig = ProductionConfig | ScaleConfig;

/** True for a stage that has a schema. */
export function isSupported(stage: Stage): stage is SupportedStage {
  return stage in SCHEMAS;
}

export type { ScaleMode } from "../scale-mode";
export type { ExternalConfig, WaiverConfig } from "./common";
export type { PilotConfig } from "./pilot";
export type { PocConfig } from "./poc";
export type { PreProductionConfig } from "./pre-production";
export type { ProductionConfig } from "./production";
export type { QuestionMeta, Situation } from "./rule";
export type { ScaleConfig } from "./scale";
export type { ProbeConfig, ScaleRuleConfig, ServiceConfig } from "./service";
