import { factOf } from "../azure";
import type { Source } from "../azure/source";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { durationText } from "./duration";
import type { Limit } from "./limits";
import type { Measured } from "./promise";

/** Minutes for everything quick in one stack. */
const STACK_MINUTES = 10;
/** Minutes that people take between the stacks: images, secrets, certificate, names. */
const HANDS_MINUTES = 60;

export const SOURCE: Source = {
  url: "https://learn.microsoft.com/azure/vpn-gateway/tutorial-create-gateway-portal",
  asOf: "2026-11-21",
  confidence: "estimate",
};

/** Minutes that Azure takes: stack after stack, in each the slow types one after the other. */
export function buildMinutes(resources: readonly Resource[]): number {
  const stacks = new Set(resources.map(({ stack }) => stack));
  return [...stacks].reduce((sum, stack) => {
    const types = new Set(resources.flatMap((one) => (one.stack === stack ? [one.type] : [])));
    const slow = [...types].reduce((minutes, type) => minutes + (factOf(type, "minutes")?.safe ?? 0), 0);
    return sum + STACK_MINUTES + slow;
  }, 0);
}

/** Making the environment again, without its data: as a recreation drill measured it, else estimated. */
export function rebuild(graph: PlanGraph, measured: Measured | undefined, made = graph.managed()): Limit {
  const drilled = measured?.recreation;
  const minutes = drilled ?? HANDS_MINUTES + buildMinutes(made);
  return {
    what: "environment",
    minutes,
    basis: drilled === undefined ? "estimate" : "measured",
    says: `making the environment again takes ${durationText(minutes)}`,
    sources: drilled === undefined ? [SOURCE] : [],
  };
}
