import { factOf, typesWith } from "../../azure";
import type { PlanGraph } from "../../plan/graph";
import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { copiesOf, homeOf } from "../../reach/locations";

/** Where a copy of a store's data goes. */
export interface StoreCopy {
  /** `undefined` when the region is not known before apply. */
  readonly region: string | undefined;
  readonly path: string;
  readonly allowed: (regions: readonly string[]) => boolean | undefined;
}

/** Something that holds data, with what decides where the data is and for how long it can be had back. */
export interface DataStore {
  readonly address: string;
  /** Azure region; `undefined` when it is not known before apply. */
  readonly region: string | undefined;
  readonly copies: readonly StoreCopy[];
  /** Retention settings that are known, by attribute. */
  readonly retention: readonly { readonly path: string; readonly value: string }[];
}

/** What is reported as a store: platform services that hold data. */
const STORES = typesWith("holds").flatMap(([type]) =>
  factOf(type, "publicSide") || factOf(type, "retention") ? [type] : [],
);

function storeOf(one: Resource): DataStore {
  const retention = (factOf(one.type, "retention") ?? []).flatMap((path) => {
    const value = one.value(path);
    if (value === undefined) return [];
    return [{ path, value: value === UNKNOWN ? "unknown" : String(value) }];
  });
  return {
    address: one.address,
    region: homeOf(one),
    copies: copiesOf(one).map(({ to, path, allows }) => ({ region: to, path, allowed: allows })),
    retention,
  };
}

/** Every data store of the environment, sorted by address. */
export function dataStores(graph: PlanGraph): DataStore[] {
  return graph
    .of(...STORES)
    .map(storeOf)
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The regions in which data is kept, sorted; copies that the platform makes within the geography are not counted. */
export function regionsOf(stores: readonly DataStore[]): string[] {
  const homes = new Set(stores.flatMap(({ region }) => region ?? []));
  for (const { copies } of stores)
    for (const { region, allowed } of copies) if (region !== undefined && !allowed([...homes])) homes.add(region);
  return [...homes].sort();
}
