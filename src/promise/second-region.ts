import { normalLocation } from "../azure/regions";
import { isScaleMode, type ScaleMode } from "../config/scale-mode";
import type { PlanGraph } from "../plan/graph";
import { isAccount } from "../reach/evidence-stores";
import { lesser } from "./mode";
import { modeOfOrigins, placedOrigins } from "./origins";
import { RUNNERS, STORES } from "./parts";
import { placeOf } from "./place";
import type { Topology } from "./promise";
import { replicasElsewhere, replicationsElsewhere } from "./region-copies";

/** Two regions of one product, and how much of the second stands. */
export interface TwoRegions {
  /** Where the product runs, and its data is written. */
  readonly home: string;
  /** Where it goes when that is lost. */
  readonly second: string;
  readonly mode: ScaleMode;
}

interface Pair {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** From which region to which data is copied. */
function copied(graph: PlanGraph): readonly Pair[] {
  return graph.once("copied between regions", () =>
    graph.of(...STORES).flatMap((store) => {
      const copies = isAccount(store) ? replicationsElsewhere(store).map(({ copy }) => copy) : replicasElsewhere(store);
      return copies.map((copy) => ({ from: placeOf(store), to: placeOf(copy) }));
    }),
  );
}

function said(location: string | undefined): string | undefined {
  return location === undefined ? undefined : normalLocation(location);
}

/** What the plan shows: data only, services that nobody is led to, services that are asked second, or at once. */
function seen(graph: PlanGraph, home: string, second: string): ScaleMode {
  const runs = graph.of(...RUNNERS).some((one) => placeOf(one) === second);
  return runs ? modeOfOrigins(graph, home, second) : "cold-standby";
}

/**
 * The region that takes over, as the config says, or else as copies of data and origins of the edge show. `undefined` for
 * a product in one region. A config may say more than stands: the lesser of both counts.
 */
export function twoRegions({ graph, config, mode }: Topology): TwoRegions | undefined {
  const pairs = copied(graph);
  const origins = placedOrigins(graph);
  const home = said(config?.location) ?? pairs[0]?.from ?? origins[0]?.place;
  if (home === undefined) return undefined;
  const second =
    said(config?.scale?.region) ??
    pairs.find(({ from, to }) => from === home && to !== undefined)?.to ??
    origins.find(({ place }) => place !== home)?.place;
  if (second === undefined || second === home) return undefined;
  if (mode) return { home, second, mode };
  const shown = seen(graph, home, second);
  const chosen = config?.scale?.mode;
  return { home, second, mode: isScaleMode(chosen) ? lesser(chosen, shown) : shown };
}
