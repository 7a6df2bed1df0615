import { loadEnvironment } from "../../src/config/load";
import type { PocConfig } from "../../src/config/schema";
import { block } from "../../src/plan/json";
import type { SynthesizedResource } from "../../src/plan/terraform-json";
import { allResources, synthesizePoc } from "./synthesize";

const { config } = loadEnvironment("examples/full-ladder/environments/orders.poc.yaml");
export const stacks = synthesizePoc(config as PocConfig);
export const resources = allResources(stacks);
export const text = JSON.stringify(stacks);
export const addressesWhere = (test: (resource: SynthesizedResource) => unknown) =>
  resources.filter(test).map(({ address }) => address);

/** The first block of a name anywhere below a block. */
export const containerOf = (attributes: SynthesizedResource["attributes"]) =>
  block(block(attributes, "template") ?? {}, "container") ?? {};
