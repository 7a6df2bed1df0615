import { type CustomerPromise, USUAL_DISASTERS } from "../config/promise";
import { judgeAvailability } from "./availability";
import { downtimeOf } from "./downtime";
import { durationText, minutesOf } from "./duration";
import { judgeLimits, type Limit } from "./limits";
import { lossOf } from "./loss";
import { leftOutOf, requestPaths } from "./path";
import type { LeftOut, Measured, PromiseLine, PromiseReport, Topology } from "./promise";
import { coverage } from "./services";
import { neverRestored, restorable } from "./stored";
import { judgeWindow } from "./window";

/** What a restore drill lost stands beside what is published, and replaces what is estimated. */
function withDrill(limits: readonly Limit[], { loss: minutes }: Measured): Limit[] {
  if (minutes === undefined) return [...limits];
  const says = `The last restore drill lost ${durationText(minutes)} of data.`;
  const fix = { says: "Find out in the drill's notes where they went, or promise rpo as it was measured." };
  const drill: Limit = { what: "restore drill", minutes, basis: "measured", says, fix, sources: [] };
  const guessed = ({ basis, minutes: estimate }: Limit) => basis === "estimate" && typeof estimate === "number";
  return [...limits.filter((one) => !guessed(one)), drill];
}

/** Recovery point: what each store loses in the disasters that are promised for. */
function lossLine(promised: number, promise: CustomerPromise, { graph, measured = {} }: Topology): PromiseLine {
  const disasters = promise.disasters ?? USUAL_DISASTERS;
  const perDisaster = disasters.map((disaster) => {
    const limits = restorable(graph).map((one) => lossOf(one, disaster));
    return disaster === "mistake" ? withDrill(limits, measured) : limits;
  });
  return judgeLimits("rpo", promised, perDisaster.flat());
}

/** Recovery time: how long the product is away in the disasters that are promised for. */
function timeLine(promised: number, promise: CustomerPromise, { graph, measured = {} }: Topology): PromiseLine {
  const disasters = promise.disasters ?? USUAL_DISASTERS;
  const limits = disasters.flatMap((one) => downtimeOf(graph, one, measured));
  return judgeLimits("rto", promised, limits);
}

/** Says what the loss of the region would mean, where that is not promised for. */
function regionNote({ graph, config }: Topology, promise: CustomerPromise): LeftOut[] {
  if ((promise.disasters ?? USUAL_DISASTERS).includes("region")) return [];
  const lost = restorable(graph).filter((one) => lossOf(one, "region").minutes === undefined);
  const allowed = config?.residency;
  const home = allowed?.length === 1 ? ` (residency allows ${allowed[0]} only)` : "";
  const why =
    lost.length > 0
      ? `the promise does not cover it: nothing of ${lost.map(({ address }) => address).join(", ")} would be left, unless geo backup is on${home}`
      : "the promise does not cover it, although every store has a copy elsewhere: name it under promise.disasters";
  return [{ what: "loss of the region", why }];
}

/**
 * Computes what an environment can keep of a promise: availability from published figures, recovery point and time from
 * how its data is kept and from what drills measured, planned downtime from maintenance windows. Works on any plan; what
 * a line does not find it says.
 *
 * Lines that are not promised are left out, and so are words that nothing can be computed from (`support`,
 * `customers`) and `latency`, which only measuring shows.
 *
 * @example
 * judgePromise({ availability: 99.9, rto: "8 hours", rpo: "1 hour" }, { graph: buildGraph(inputs) }).lines;
 */
export function judgePromise(promise: CustomerPromise, topology: Topology): PromiseReport {
  const { graph } = topology;
  const { covered, missing } = coverage(promise, topology);
  const paths = requestPaths(graph, covered);
  const [rpo, rto] = [minutesOf(promise.rpo), minutesOf(promise.rto)];
  const lines: PromiseLine[] = [];
  if (promise.availability !== undefined) lines.push(judgeAvailability(promise.availability, graph, paths, missing));
  if (rpo !== undefined) lines.push(lossLine(rpo, promise, topology));
  if (rto !== undefined) lines.push(timeLine(rto, promise, topology));
  if (promise.plannedDowntime !== undefined) lines.push(judgeWindow(promise.plannedDowntime, graph));
  return { lines, leftOut: [...leftOutOf(graph, paths), ...neverRestored(graph), ...regionNote(topology, promise)] };
}
