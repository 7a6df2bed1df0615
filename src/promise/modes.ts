import { type CustomerPromise, USUAL_DISASTERS } from "../config/promise";
import { SCALE_MODES, type ScaleMode } from "../config/scale-mode";
import { judgeLines } from "./lines";
import { floorInMode } from "./mode-floor";
import type { ModeChoice, PromiseLine, Topology } from "./promise";
import { type TwoRegions, twoRegions } from "./second-region";

/** A drill showed what the mode can do in which it was held. */
function measuredOf({ measured }: Topology, mode: ScaleMode, now: TwoRegions): Topology["measured"] {
  if (!measured || mode === now.mode) return measured;
  const { failover: _, ...others } = measured;
  return others;
}

/**
 * The four modes of a second region, for the topology that one of them has: its stacks say what the others apply, its
 * services how many replicas they keep. None for a product in one region.
 */
export function modeChoices(promise: CustomerPromise, topology: Topology): readonly ModeChoice[] {
  const regions = twoRegions(topology);
  if (!regions) return [];
  const promised = (promise.disasters ?? USUAL_DISASTERS).includes("region");
  const { plannedDowntime: _, ...rest } = promise;
  return SCALE_MODES.map((mode) => {
    const measured = measuredOf(topology, mode, regions);
    const lines = judgeLines({ ...rest, disasters: ["region"] }, { ...topology, mode, ...(measured && { measured }) });
    const monthly = floorInMode(topology.graph, regions, mode);
    const counts = ({ line, verdict }: PromiseLine) => verdict === "not kept" && (promised || line === "availability");
    return { mode, ...(monthly !== undefined && { monthly }), lines, against: lines.filter(counts) };
  });
}

/** Those of the modes that can keep the promise, the cheapest first; of equal ones the one in which less stands. */
export function keeping(choices: readonly ModeChoice[]): readonly ModeChoice[] {
  return choices.filter(({ against }) => against.length === 0).sort((a, b) => (a.monthly ?? 0) - (b.monthly ?? 0));
}

/** The modes that can keep a promise, the cheapest first. */
export function modesThatKeep(promise: CustomerPromise, topology: Topology): readonly ModeChoice[] {
  return keeping(modeChoices(promise, topology));
}
