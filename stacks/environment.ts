import type { PocEnvironment } from "./1-poc";
import type { PilotEnvironment } from "./2-pilot";
import type { PreProductionEnvironment } from "./3-pre-production";
import type { ProductionEnvironment } from "./4-production";
import type { ScaleEnvironment } from "./5-scale";

/** An environment of any stage. */
export type Environment =
  | PocEnvironment
  | PilotEnvironment
  | PreProductionEnvironment
  | ProductionEnvironment
  | ScaleEnvironment;
