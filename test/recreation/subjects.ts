import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import type { NamedType } from "../../src/config/name-rules";
import { resourceName } from "../../src/config/names";
import type { ResolvedEnvironment } from "../../src/config/resolve";
import type { EnvironmentConfig } from "../../src/config/schema";
import { validateConfig } from "../../src/config/validate";
import { type Generation, type Subject, subjectOf } from "../../src/recreation/subject";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { createEnvironment } from "../../stacks/create";
import { pilotConfig } from "../support/pilot";
import { pocConfig } from "../support/poc-config";
import { preProductionConfig } from "../support/pre-production";
import { scaleConfig } from "../support/scale";

/** Terraform JSON that a fixture may change. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures reach into JSON of every shape
export type Editable = any;

/** What a fixture changes: the stacks of one generation by role, with what they were made from. */
export interface Scene {
  readonly platform: Editable;
  readonly services: Editable;
  /** From Pre-Production on. */
  readonly entry: Editable;
  /** From Production on. */
  readonly recovery: Editable;
  readonly resolved: ResolvedEnvironment;
  /** A name that the generation's rule accepts. */
  readonly name: (type: NamedType, part?: string) => string;
  /** The suffix of all names of this generation. */
  readonly suffix: string;
  /** Adds a resource with the tags and the place of the environment. */
  readonly add: (stack: Editable, type: string, id: string, attributes: object) => void;
}

export type Change = (scene: Scene) => void;

/** A POC with every kind of store. */
export function fullPoc(): EnvironmentConfig {
  return pocConfig({
    services: {
      web: { image: "orders/web:0.3.1", port: 3000, exposure: "public" },
      api: { image: "orders/api:0.3.1", port: 8080, uses: ["database", "files", "mail"], secrets: ["payment-key"] },
    },
    stores: { database: { type: "postgresql" }, files: { type: "blobs" }, mail: { type: "queue" } },
  });
}

const CONFIGS = {
  poc: fullPoc,
  pilot: pilotConfig,
  "pre-production": preProductionConfig,
  production: () => loadEnvironment("examples/full-ladder/environments/orders.production.yaml").config,
  scale: scaleConfig,
} as const;

/** A stage that fixtures change. */
export type Changed = keyof typeof CONFIGS;

const made = new Map<string, Generation>();

/** The stacks of a stage are made once; every fixture changes a copy. */
function plain(stage: keyof typeof CONFIGS, generation: number): Generation {
  const key = `${stage} ${generation}`;
  const found = made.get(key) ?? generationOf(validateConfig(CONFIGS[stage]()), generation);
  made.set(key, found);
  return found;
}

/** A stage's environment and its next generation, both changed in the same way. */
export function subjectWith(
  stage: keyof typeof CONFIGS,
  change: Change = () => {},
  options: Parameters<typeof subjectOf>[2] = {},
): Subject {
  return subjectOf(changed(plain(stage, 1), change), changed(plain(stage, 2), change), options);
}

function changed({ resolved, stacks }: Generation, change: Change): Generation {
  const copy = structuredClone(stacks) as { name: string; json: Editable }[];
  const of = (role: string) => copy.find(({ name }) => name.endsWith(role))?.json;
  const { location, tags } = resolved;
  const group = resolved.nameOf("resource_group");
  change({
    platform: of("platform"),
    services: of("services"),
    entry: of("entry"),
    recovery: of("recovery"),
    resolved,
    name: resolved.nameOf,
    suffix: group.slice(group.lastIndexOf("-") + 1),
    add: (stack, type, id, attributes) => {
      stack.resource[type] ??= {};
      const inGroup = stack === of("platform") ? "${azurerm_resource_group.group.name}" : group;
      stack.resource[type][id] = { location, tags: { ...tags }, resource_group_name: inGroup, ...attributes };
    },
  });
  return { resolved, stacks: copy };
}

/** One generation as the stacks make it. */
export function generationOf(config: EnvironmentConfig, generation = 1): Generation {
  const app = new GatewrightApp({ outdir: join(tmpdir(), "gatewright-test-prove") });
  const loaded = {
    file: "x",
    config: { ...config, generation },
    positionOf: () => ({ file: "x", line: 1, column: 1 }),
  };
  const environment = createEnvironment(app, loaded);
  return { resolved: environment.resolved, stacks: synthesizeInMemory(environment) };
}

/** A name as it would be in another region. */
export function nameElsewhere({ resolved }: Scene, type: NamedType, location: string): string {
  return resourceName({ ...resolved, location }, type);
}
