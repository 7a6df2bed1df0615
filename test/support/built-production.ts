import { Testing } from "cdktf";
import { type NameScope, nameSuffix } from "../../src/config/names";
import { ProductionEnvironment } from "../../stacks/4-production";
import { preProductionConfig } from "./pre-production";
import { productionConfig, productionEvidence, TODAY } from "./production";
import { type Built, failing, type Json, type Stacks, stacksOf, type Weakening } from "./weakenings";

/** The Production of the tests as built, with all that its gate asks for. */
export function builtProduction(config = productionConfig()): Built {
  return stacksOf(new ProductionEnvironment(Testing.app(), config), {
    today: TODAY,
    evidence: productionEvidence(),
    recreation: { mismatches: [], rehearsed: true },
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

const suffixOf = ({ workload, stage, location }: Omit<NameScope, "generation">) =>
  nameSuffix({ workload, stage, location, generation: 1 });

/** What a Pre-Production calls its own, and a Production. */
const NAMES: readonly (readonly [there: string, here: string])[] = [
  [suffixOf(preProductionConfig()), suffixOf(productionConfig())],
  ["orders-preprod-weu", "orders-prod-weu"],
  ["preprod.orders.example", "app.orders.example"],
  ['"stage":"pre-production"', '"stage":"production"'],
];

/** What is zonal when nobody says otherwise, and added with care here. */
const ZONAL = ["azurerm_bastion_host", "azurerm_public_ip"];

/** A change of a Pre-Production as it would be made in a Production: what it adds has the names and zones of this stage. */
export const inProduction = (change: Weakening["change"]) => (stacks: ProductionStacks, given: Json) => {
  change(stacks, given);
  for (const stack of Object.values(stacks)) {
    const text = NAMES.reduce((all, [there, here]) => all.replaceAll(there, here), JSON.stringify(stack.resource));
    stack.resource = JSON.parse(text);
    for (const one of ZONAL.flatMap((type) => Object.values<Json>(stack.resource[type] ?? {})))
      one.zones ??= ["1", "2", "3"];
  }
};

/** The controls that hold the gate of Production after a change. */
export function failingAfter(base: Built, change: ProductionWeakening["change"]): string[] {
  return failing(base, (stacks, given) => change(stacks as ProductionStacks, given));
}

/** One test a weakening: it fails the controls that it names, and no other. */
export function testProductionWeakenings(base: Built, weakenings: readonly ProductionWeakening[]): void {
  test.each(weakenings.map((one) => [one.what, one] as const))("%s", (_, { change, caught }) => {
    expect(failingAfter(base, change)).toEqual(caught);
  });
}
