import { parseToday } from "../../src/policy/day";
import { judgeStage } from "../../src/policy/engine";
import { buildGraph } from "../../src/policy/graph/build";
import type { JsonObject } from "../../src/policy/graph/json";
import { controlStates } from "../../src/policy/verdict";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import type { Attributes } from "../../src/synth/terraform-json";
import type { Environment } from "../../stacks/create";

// biome-ignore lint/suspicious/noExplicitAny: stacks are edited in place, one weakening at a time
export type Json = any;
export type Stacks = Readonly<Record<"platform" | "services", Json>>;

/** One way to weaken an environment, and the controls that must catch it: exactly these. */
export interface Weakening {
  readonly what: string;
  readonly change: (stacks: Stacks) => void;
  readonly caught: readonly string[];
}

export const set = (stack: "platform" | "services", address: string, values: Attributes) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  Object.assign(stacks[stack].resource[type][name], values);
};

export const add = (stack: "platform" | "services", address: string, values: Attributes) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  const resource = stacks[stack].resource;
  resource[type] = { ...resource[type], [name]: values };
};

export const drop = (stack: "platform" | "services", address: string) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  delete stacks[stack].resource[type][name];
};

export const container = (stacks: Stacks, app: string): Json => {
  const [template] = [stacks.services.resource.azurerm_container_app[app].template].flat();
  return [template.container].flat()[0];
};

export const ingress = (stacks: Stacks, app: string): Json =>
  [stacks.services.resource.azurerm_container_app[app].ingress].flat()[0];

export const tag = (stacks: Stacks, address: string): Json => {
  const [type = "", name = ""] = address.split(".");
  return stacks.platform.resource[type][name].tags;
};

const edit = (json: Json, address: string, change: (resource: Json) => void) => {
  const [type = "", name = ""] = address.split(".");
  change(json.resource[type][name]);
};

export const inPlatform = (address: string, change: (resource: Json) => void) => (stacks: Stacks) =>
  edit(stacks.platform, address, change);

export function stacksOf(environment: Environment): {
  env: string;
  config: Json;
  stacks: { name: string; json: Json }[];
} {
  const { name: env, config } = environment.resolved;
  return { env, config, stacks: synthesizeInMemory(environment) };
}

export function failing(base: ReturnType<typeof stacksOf>, change: (stacks: Stacks) => void): string[] {
  const copies = structuredClone(base.stacks);
  const find = (role: string) => copies.find(({ name }) => name.endsWith(role))?.json;
  change({ platform: find("platform"), services: find("services") });
  const graph = buildGraph(copies.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
  const { env, config } = base;
  const verdict = judgeStage({ gate: config.stage, env, graph, config, evidence: [], today: parseToday("2026-11-21") });
  return [...controlStates(verdict)]
    .filter(([, state]) => state === "fail")
    .map(([control]) => control)
    .sort();
}

/** One test a weakening: it fails the controls that it names, and no other. */
export function testWeakenings(base: ReturnType<typeof stacksOf>, weakenings: readonly Weakening[]): void {
  test.each(weakenings.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failing(base, change)).toEqual(caught);
  });
}
