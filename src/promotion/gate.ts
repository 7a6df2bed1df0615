import type { z } from "zod";
import {
  type EnvironmentConfig,
  isSupported,
  type PilotConfig,
  type PocConfig,
  type PreProductionConfig,
  type ProductionConfig,
  SCHEMAS,
  type ScaleConfig,
} from "../config/schema";
import { next, type Stage } from "../stages/stage";
import { type Question, questionsOf } from "./questions";

/** The config of each stage that has a schema. */
export interface ConfigAt {
  readonly poc: PocConfig;
  readonly pilot: PilotConfig;
  readonly "pre-production": PreProductionConfig;
  readonly production: ProductionConfig;
  readonly scale: ScaleConfig;
}

/** The gates that can be gone through: a stage, and the one above it. A new gate is a line here and a schema. */
export interface NextStage {
  readonly poc: "pilot";
  readonly pilot: "pre-production";
  readonly "pre-production": "production";
  readonly production: "scale";
}

/** A config that can be promoted. */
export type Promotable = ConfigAt[keyof NextStage];

/** What a config becomes when it is promoted. */
export type Promoted<C extends Promotable> = ConfigAt[NextStage[C["stage"]]];

/** One gate: the stage below it, the one above, and what going through it asks. */
export interface PromotionGate {
  readonly from: Stage;
  readonly to: keyof ConfigAt;
  /** Schema of the stage below. */
  readonly before: z.ZodType;
  /** Schema of the stage above. */
  readonly schema: z.ZodType;
  readonly questions: readonly Question[];
  /** True where the environment goes on under its name, rather than a new one being made beside it. */
  readonly inPlace: boolean;
}

/** The gate above a stage, or `undefined` where this version has none. */
export function gateAbove(stage: Stage): PromotionGate | undefined {
  const to = next(stage);
  if (to === undefined || !isSupported(to) || !isSupported(stage)) return undefined;
  const schema = SCHEMAS[to];
  const before = SCHEMAS[stage];
  const inPlace = to === "scale";
  const questions = inPlace ? unasked(questionsOf(schema), questionsOf(before)) : questionsOf(schema);
  return { from: stage, to, before, schema, questions, inPlace };
}

/** The questions that the gate before did not ask: an environment that goes on has its answers. */
function unasked(questions: readonly Question[], before: readonly Question[]): readonly Question[] {
  return questions.filter(({ schema }) => !before.some((one) => one.schema === schema));
}

/** True for a config that this version can promote. */
export function isPromotable(config: EnvironmentConfig): config is Promotable {
  return gateAbove(config.stage) !== undefined;
}
