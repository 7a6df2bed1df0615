import type { ScaleMode } from "../config/scale-mode";
import { isApplied, laterStack } from "../cost/applied";
import { monthlyFloor } from "../cost/floor";
import type { PlanGraph } from "../plan/graph";
import { isObject, type Json, type JsonObject } from "../plan/json";
import type { Resource } from "../plan/resource";
import type { SynthesizedStack } from "../plan/terraform-json";
import { ORIGIN } from "../reach/front-door";
import { placedOrigins } from "./origins";
import { placeOf } from "./place";
import type { TwoRegions } from "./second-region";
import { twinOf } from "./services";

/** Replicas that a service of the second region keeps: one while it waits, as many as at home when it is led to. */
function leastReplicas(app: Resource, { home }: TwoRegions, mode: ScaleMode): unknown {
  return mode === "warm-standby" ? 1 : (twinOf(app, home) ?? app).value("template.min_replicas");
}

function inMode(one: Resource, regions: TwoRegions, mode: ScaleMode): JsonObject {
  const { template } = one.attributes;
  if (one.type !== "azurerm_container_app" || placeOf(one) !== regions.second) return one.attributes;
  const least = Number(leastReplicas(one, regions, mode));
  return { ...one.attributes, template: { ...blockOf(template), min_replicas: least } };
}

function blockOf(value: Json | undefined): JsonObject {
  const block = Array.isArray(value) ? value[0] : value;
  return isObject(block) ? block : {};
}

/** An origin as the first region has one, but for the second: an edge that leads there pays for its private endpoint. */
function secondOrigin(graph: PlanGraph, { home, second }: TwoRegions): readonly JsonObject[] {
  const origins = placedOrigins(graph);
  const [first] = origins.filter(({ place }) => place === home);
  if (!first || origins.some(({ place }) => place === second)) return [];
  const { private_link: link, ...rest } = first.origin.attributes;
  return [{ ...rest, private_link: { ...blockOf(link), private_link_target_id: second } }];
}

/**
 * What an environment in two regions costs a month in a mode, whole US dollars of list price. `undefined` where its stacks
 * are not known to be ours, so that nobody can say which of them a mode does without.
 */
export function floorInMode(graph: PlanGraph, regions: TwoRegions, mode: ScaleMode): number | undefined {
  if (!graph.stacks.every(({ basis }) => basis === "static") || !graph.stacks.some(({ name }) => laterStack(name)))
    return undefined;
  const cold = mode === "cold-standby";
  const later = new Set(placedOrigins(graph).flatMap(({ origin, place }) => (place === regions.second ? origin : [])));
  const applied = graph.managed().filter((one) => isApplied(one.stack.name, mode) && !(cold && later.has(one)));
  const stacks = graph.stacks.map((stack): SynthesizedStack => {
    const resource: Record<string, Record<string, JsonObject>> = {};
    for (const one of applied)
      if (one.stack === stack) resource[one.type] = { ...resource[one.type], [one.name]: inMode(one, regions, mode) };
    return { name: stack.name, json: { resource } };
  });
  const origins = cold ? [] : secondOrigin(graph, regions);
  const more = origins.map((one) => ({ name: "edge", json: { resource: { [ORIGIN]: { second: one } } } }));
  return Math.round(monthlyFloor([...stacks, ...more]).monthly);
}
