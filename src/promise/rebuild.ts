import { factOf } from "../azure";
import type { Source } from "../azure/source";
import type { PlanGraph } from "../plan/graph";
import { durationText } from "./duration";
import type { Limit } from "./limits";
import type { Measured } from "./promise";

/** Minutes for everything quick in one stack. */
const STACK_MINUTES = 10;
/** Minutes that people take between the stacks: images, secrets, certificate, names. */
const HANDS_MINUTES = 60;

const SOURCE: Source = {
  url: "https://learn.microsoft.com/azure/vpn-gateway/tutorial-create-gateway-portal",
  asOf: "2026-11-21",
  confidence: "estimate",
};

/** Minutes of a new environment without its data: stack after stack, in each the slow types one after the other. */
function rebuildMinutes(graph: PlanGraph): number {
  return graph.stacks.reduce((sum, stack) => {
    const types = new Set(graph.managed().flatMap((one) => (one.stack === stack ? [one.type] : [])));
    const slow = [...types].reduce((minutes, type) => minutes + (factOf(type, "minutes")?.safe ?? 0), 0);
    return sum + STACK_MINUTES + slow;
  }, HANDS_MINUTES);
}

/** Making the environment again: as a recreation drill measured it, else estimated. */
export function rebuild(graph: PlanGraph, measured: Measured | undefined): Limit {
  const drilled = measured?.recreation;
  const minutes = drilled ?? rebuildMinutes(graph);
  return {
    what: "environment",
    minutes,
    basis: drilled === undefined ? "estimate" : "measured",
    says: `making the environment again takes ${durationText(minutes)}`,
    sources: drilled === undefined ? [SOURCE] : [],
  };
}
