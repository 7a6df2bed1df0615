import { type CustomerPromise, USUAL_DISASTERS } from "../config/promise";
import { judgeLines } from "./lines";
import { lossOf } from "./loss";
import { keeping, modeChoices } from "./modes";
import { leftOutOf, requestPaths } from "./path";
import type { Fix, LeftOut, ModeChoice, PromiseLine, PromiseLineName, PromiseReport, Topology } from "./promise";
import { twoRegions } from "./second-region";
import { atHome, coverage } from "./services";
import { neverRestored, restorable } from "./stored";

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

/** What to choose instead of a mode that cannot keep a line, and what would make the line be kept. */
function otherMode(choices: readonly ModeChoice[], fix: Fix | undefined): Fix {
  const [cheapest] = keeping(choices);
  const rest = fix ? ` ${fix.says}` : "";
  if (!cheapest) return { ...fix, says: `No scale.mode keeps it.${rest}` };
  const cost = cheapest.monthly === undefined ? "" : `, about ${cheapest.monthly} USD a month in all`;
  const says = `Choose scale.mode ${cheapest.mode}, the cheapest that keeps it${cost}.${rest}`;
  return { says, setting: "scale.mode" };
}

/** Lines that the mode of the second region breaks, with the cheapest mode that does not. */
function refused(promise: CustomerPromise, topology: Topology, lines: readonly PromiseLine[]): readonly PromiseLine[] {
  const regions = twoRegions(topology);
  if (!regions || !lines.some(({ verdict }) => verdict === "not kept")) return lines;
  const choices = modeChoices(promise, topology);
  const own = choices.find(({ mode }) => mode === regions.mode);
  const broken = new Set<PromiseLineName>(own?.against.map(({ line }) => line));
  broken.delete("availability");
  if (broken.size === 0) return lines;
  return lines.map((one) =>
    broken.has(one.line) && one.verdict === "not kept" ? { ...one, fix: otherMode(choices, one.fix) } : one,
  );
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
  const { covered } = coverage(promise, topology);
  const regions = twoRegions(topology);
  const paths = requestPaths(graph, atHome(covered, regions), regions);
  return {
    lines: refused(promise, topology, judgeLines(promise, topology)),
    leftOut: [...leftOutOf(graph, paths), ...neverRestored(graph), ...regionNote(topology, promise)],
  };
}
