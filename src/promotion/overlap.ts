import { overlaps, parseCidr } from "../config/cidr";
import { show } from "../config/issues";
import { environmentName } from "../config/names";
import type { EnvironmentConfig } from "../config/schema";
import type { PositionOf } from "../config/validate";
import type { Problem } from "../errors";

/** NET-11: the networks of one workload's environments share no address, so that they can be joined one day. */
export function overlapping(
  draft: Readonly<Record<string, unknown>>,
  from: EnvironmentConfig,
  others: readonly EnvironmentConfig[],
  locate: PositionOf,
): Problem[] {
  const { network } = draft;
  const range = typeof network === "string" ? parseCidr(network) : undefined;
  if (!range) return [];
  return others.flatMap((other) => {
    if (!("network" in other) || other.workload !== from.workload || other.stage === draft["stage"]) return [];
    const taken = parseCidr(other.network);
    if (!taken || !overlaps(taken, range)) return [];
    return [
      {
        path: "network",
        says: `network must not overlap ${other.network}, the network of ${environmentName(other)}, got ${show(network)}`,
        fix: "Take a range of its own, for example the next /22.",
        control: "NET-11",
        at: locate(["network"]),
      },
    ];
  });
}
