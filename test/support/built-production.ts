import { Testing } from "cdktf";
import { ProductionEnvironment } from "../../stacks/4-production";
import { preProductionConfig } from "./pre-production";
import { productionConfig, productionEvidence, TODAY } from "./production";
import { type Built, failing, type Json, type Stacks, stacksOf } from "./weakenings";

/** The Production of the tests as built, with all that its gate asks for. */
export function builtProduction(config = productionConfig()): Built {
  return stacksOf(new ProductionEnvironment(Testing.app(), config), {
    today: TODAY,
    evidence: productionEvidence(),
    recreation: { broken: [], mismatches: [], rehearsed: true },
    neighbours: [preProductionConfig()],
  });
}

/** The stacks of a Production; the last one is retained. */
export type ProductionStacks = Stacks & { readonly recovery: Json };

/** One way to weaken a Production, and the controls that must catch it: exactly these. */
export interface ProductionWeakening {
  readonly what: string;
  readonly change: (stacks: ProductionStacks, given: Json) => void;
  readonly caught: readonly string[];
}

export const inRecovery = (address: string, change: (resource: Json) => void) => (stacks: ProductionStacks) => {
  const [type = "", name = ""] = address.split(".");
  change(stacks.recovery.resource[type][name]);
};

export const setInRecovery = (address: string, values: object) =>
  inRecovery(address, (resource) => Object.assign(resource, values));

export const dropFromRecovery = (address: string) => (stacks: ProductionStacks) => {
  const [type = "", name = ""] = address.split(".");
  delete stacks.recovery.resource[type][name];
};

/** The controls that hold the gate of Production after a change. */
export function failingAfter(base: Built, change: ProductionWeakening["change"]): string[] {
  const copy = structuredClone(base);
  const of = (role: string) => copy.stacks.find(({ name }) => name.endsWith(`-${role}`))?.json;
  change({ platform: of("platform"), services: of("services"), entry: of("entry"), recovery: of("recovery") }, copy);
  return failing(copy, () => {});
}

/** One test a weakening: it fails the controls that it names, and no other. */
export function testProductionWeakenings(base: Built, weakenings: readonly ProductionWeakening[]): void {
  test.each(weakenings.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failingAfter(base, change)).toEqual(caught);
  });
}
