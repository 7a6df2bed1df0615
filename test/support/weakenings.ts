import { type App, Testing } from "cdktf";
import { parseToday } from "../../src/config/day";
import type { ConfigView } from "../../src/config/view";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { graphOf } from "../../src/plan/graph-of";
import type { Attributes, SynthesizedStack } from "../../src/plan/terraform-json";
import { judgeStage } from "../../src/policy/engine";
import type { RecreationView } from "../../src/policy/recreation-view";
import { controlStates, type Verdict } from "../../src/policy/verdict";
import { brokenIn } from "../../src/recreation/claim";
import { proveSubject } from "../../src/recreation/prove";
import { type Generation, subjectOf } from "../../src/recreation/subject";
import { unknownHolds } from "../../src/stages/stage";
import { digestOf } from "../../src/synth/digest";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import type { Environment } from "../../stacks/environment";

// biome-ignore lint/suspicious/noExplicitAny: stacks are edited in place, one weakening at a time
export type Json = any;
/** What a stack of an environment is for; there is an entry from Pre-Production on. */
export type Role = "platform" | "services" | "entry";
export type Stacks = Readonly<Record<Role, Json>>;

/** What a gate is given beside the stacks. */
export interface Given {
  readonly today: string;
  readonly evidence: readonly EvidenceEntry[];
  /** What the certificate says; the claims are proved of the stacks that are judged. */
  readonly recreation?: Omit<RecreationView, "broken">;
  readonly neighbours?: readonly ConfigView[];
}

/** An environment as built, with what its gate is given. */
export interface Built extends Given {
  readonly env: string;
  readonly config: Json;
  readonly stacks: readonly { readonly name: string; readonly json: Json }[];
  /** What speaks against the claims of recreation of these stacks, with this config. */
  readonly broken: (stacks: readonly SynthesizedStack[], config: Json) => RecreationView["broken"];
}

/** One way to weaken an environment, and the controls that must catch it: exactly these. */
export interface Weakening {
  readonly what: string;
  readonly change: (stacks: Stacks, given: Json) => void;
  readonly caught: readonly string[];
}

export const set = (stack: Role, address: string, values: Attributes) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  Object.assign(stacks[stack].resource[type][name], values);
};

/** Adds a resource, with an edge to its stack's group as whoever adds one with care would have. */
export const add = (stack: Role, address: string, values: Attributes) => (stacks: Stacks) => {
  const [type = "", name = ""] = address.split(".");
  const resource = stacks[stack].resource;
  const edge = resource.azurerm_resource_group?.group && { depends_on: ["azurerm_resource_group.group"] };
  resource[type] = { ...resource[type], [name]: { ...edge, ...values } };
};

export const drop = (stack: Role, address: string) => (stacks: Stacks) => {
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

export const inStack = (stack: Role, address: string, change: (resource: Json) => void) => (stacks: Stacks) =>
  edit(stacks[stack], address, change);

export const inPlatform = (address: string, change: (resource: Json) => void) => inStack("platform", address, change);

/** A change of the config that the gate is given. */
export const inConfig = (change: (config: Json) => void) => (_: Stacks, given: Json) => change(given.config);

/** Evidence without what it says of a fact. */
export const withoutFact = (fact: string) => (_: Stacks, given: Json) => {
  given.evidence = given.evidence.filter((one: Json) => one.fact !== fact);
};

/** A change of what evidence says of a fact. */
export const ofFact = (fact: string, change: (entry: Json) => void) => (_: Stacks, given: Json) =>
  change(given.evidence.find((one: Json) => one.fact === fact));

/** An environment as built, on the day of its decision and with the evidence that there is. */
export function stacksOf(environment: Environment, given: Partial<Given> = {}): Built {
  const { name: env, config } = environment.resolved;
  const stacks = synthesizeInMemory(environment);
  return { env, config, stacks, broken: proofOf(environment), today: config.created, evidence: [], ...given };
}

/**
 * The proof of recreation, as `check` makes it. The next generation is built once, and stacks that no weakening has
 * touched are proved once.
 */
function proofOf(environment: Environment): Built["broken"] {
  const { resolved } = environment;
  const Kind = environment.constructor as new (scope: App, config: object) => Environment;
  let next: Generation | undefined;
  const known = new Map<string, RecreationView["broken"]>();
  return (stacks, config) => {
    if (!next) {
      const { generation } = resolved;
      const later = new Kind(Testing.app(), { ...resolved.config, generation: generation + 1 });
      next = { resolved: later.resolved, stacks: synthesizeInMemory(later) };
    }
    const key = digestOf([stacks, config]);
    const found =
      known.get(key) ?? brokenIn(proveSubject(subjectOf({ resolved: { ...resolved, config }, stacks }, next)));
    known.set(key, found);
    return found;
  };
}

/** The verdict of an environment's own gate after a change. Whoever made it also proved anew, where the proof holds. */
export function verdictOf(base: Built, change: Weakening["change"] = () => {}): Verdict {
  // By way of text: what `structuredClone` makes under Jest belongs to another realm, and is slow to read.
  const { env, stacks, today, ...given } = JSON.parse(JSON.stringify(base)) as Built;
  const byRole = stacks.map(({ name, json }) => [name.slice(env.length + 1), json]);
  change(Object.fromEntries(byRole), given);
  const graph = graphOf(stacks);
  const recreation = given.recreation && { ...given.recreation, broken: base.broken(stacks, given.config) };
  const { stage: gate } = base.config;
  return judgeStage({ gate, env, graph, today: parseToday(today), ...given, recreation });
}

/** The controls that hold the gate after a change: by a failure, by what is unknown where that holds, or by evidence. */
export function failing(base: Built, change: Weakening["change"]): string[] {
  const verdict = verdictOf(base, change);
  const states = [...controlStates(verdict)]
    .filter(([, state]) => state === "fail" || (state === "unknown" && unknownHolds(verdict.gate)))
    .map(([control]) => control);
  const evidence = verdict.evidence.filter(({ holds }) => holds).map(({ control }) => control);
  return [...new Set([...states, ...evidence])].sort();
}

/** One test a weakening: it fails the controls that it names, and no other. */
export function testWeakenings(base: Built, weakenings: readonly Weakening[]): void {
  test.each(weakenings.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failing(base, change)).toEqual(caught);
  });
}
