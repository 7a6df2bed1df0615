import { type CustomerPromise, USUAL_DISASTERS } from "../config/promise";
import { judgeAvailability } from "./availability";
import { downtimeOf } from "./downtime";
import { durationText, minutesOf } from "./duration";
import { judgeLimits, type Limit } from "./limits";
import { lossOf } from "./loss";
import { lostMessages } from "./messages";
import { requestPaths } from "./path";
import type { Measured, PromiseLine, Topology } from "./promise";
import { twoRegions } from "./second-region";
import { atHome, coverage } from "./services";
import { restorable } from "./stored";
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

/** What a failover drill lost stands beside what an alert bounds, and replaces what nothing bounds. */
function withFailover(limits: readonly Limit[], { failover }: Measured): Limit[] {
  const minutes = failover?.forced?.rpo;
  if (minutes === undefined) return [...limits];
  const says = `The last forced failover drill lost ${durationText(minutes)} of data.`;
  const fix = { says: "Find out in the drill's notes where they went, or promise rpo as it was measured." };
  const drill: Limit = { what: "failover drill", minutes, basis: "measured", says, fix, sources: [] };
  return [...limits.filter((one) => one.minutes !== "unbounded"), drill];
}

/** What each store lacks after the loss of the region, and what is in queues. */
function regionLoss(topology: Topology, limits: readonly Limit[]): Limit[] {
  const stands = twoRegions(topology) !== undefined;
  return [...(stands ? withFailover(limits, topology.measured ?? {}) : limits), ...lostMessages(topology)];
}

/** Recovery point: what each store loses in the disasters that are promised for. */
function lossLine(promised: number, promise: CustomerPromise, topology: Topology): PromiseLine {
  const { graph, measured = {} } = topology;
  const disasters = promise.disasters ?? USUAL_DISASTERS;
  const perDisaster = disasters.map((disaster) => {
    const limits = restorable(graph).map((one) => lossOf(one, disaster));
    if (disaster === "mistake") return withDrill(limits, measured);
    return disaster === "region" ? regionLoss(topology, limits) : limits;
  });
  return judgeLimits("rpo", promised, perDisaster.flat());
}

/** Recovery time: how long the product is away in the disasters that are promised for. */
function timeLine(promised: number, promise: CustomerPromise, topology: Topology): PromiseLine {
  const disasters = promise.disasters ?? USUAL_DISASTERS;
  const limits = disasters.flatMap((one) => downtimeOf(topology, one));
  return judgeLimits("rto", promised, limits);
}

/** Every line of a promise that can be computed, held against the topology as it stands. */
export function judgeLines(promise: CustomerPromise, topology: Topology): PromiseLine[] {
  const { graph } = topology;
  const { covered, missing } = coverage(promise, topology);
  const regions = twoRegions(topology);
  const paths = requestPaths(graph, atHome(covered, regions), regions);
  const [rpo, rto] = [minutesOf(promise.rpo), minutesOf(promise.rto)];
  const lines: PromiseLine[] = [];
  if (promise.availability !== undefined)
    lines.push(judgeAvailability(promise.availability, graph, paths, missing, regions));
  if (rpo !== undefined) lines.push(lossLine(rpo, promise, topology));
  if (rto !== undefined) lines.push(timeLine(rto, promise, topology));
  if (promise.plannedDowntime !== undefined) lines.push(judgeWindow(promise.plannedDowntime, graph));
  return lines;
}
