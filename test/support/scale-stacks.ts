import { SCALE_MODES, type ScaleMode } from "../../src/config/scale-mode";
import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { ProductionEnvironment, ScaleEnvironment } from "../../stacks";
import { productionConfig } from "./production";
import { scaleAt, scaleConfig } from "./scale";

/** What may leave is decided anew from time to time: on the day of the move both say the same. */
const { egress } = scaleConfig();
export const production = synthesizeInMemory(
  new ProductionEnvironment(new GatewrightApp(), { ...productionConfig(), egress }),
);
export const built = Object.fromEntries(
  SCALE_MODES.map((mode) => {
    const environment = new ScaleEnvironment(new GatewrightApp(), scaleAt(mode));
    return [mode, { environment, stacks: synthesizeInMemory(environment) }];
  }),
) as Record<ScaleMode, { environment: ScaleEnvironment; stacks: SynthesizedStack[] }>;
export const { environment, stacks } = built["hot-failover"];

export const of = (role: string, all = stacks): SynthesizedStack[] =>
  all.filter(({ name }) => name === `orders-production-${role}`);
export const resources = (role: string, all = stacks) => of(role, all).flatMap(({ json }) => resourcesOf(json));
export const addresses = (role: string, all = stacks) => resources(role, all).map(({ address }) => address);
export const ofType = (role: string, type: string, all = stacks) =>
  resources(role, all).filter((one) => one.type === type);
