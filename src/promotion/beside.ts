import { overlaps, parseCidr } from "../config/cidr";
import { hostsOf } from "../config/entry";
import { show } from "../config/issues";
import { environmentName } from "../config/names";
import type { PositionOf } from "../config/path";
import { valueAt } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import { freePool } from "../config/vpn-pool";
import type { Problem } from "../errors";

type Draft = Readonly<Record<string, unknown>>;

/**
 * What the new environment may not share with those that stand beside it, the promoted one among them: a network, a
 * subscription, a host name.
 */
export function sharedBeside(
  draft: Draft,
  from: EnvironmentConfig,
  others: readonly EnvironmentConfig[],
  locate: PositionOf,
): Problem[] {
  const beside = [from, ...others].filter(
    ({ workload, stage }) => workload !== from.workload || stage !== draft["stage"],
  );
  return beside.flatMap((other) => [
    ...sameNetwork(draft, other, locate),
    ...poolInside(draft, other, locate),
    ...sameSubscription(draft, other, locate),
    ...sameHost(draft, other, locate),
  ]);
}

/** NET-11: the networks of one workload's environments share no address, so that they can be joined one day. */
function sameNetwork({ network, workload }: Draft, other: EnvironmentConfig, locate: PositionOf): Problem[] {
  const range = typeof network === "string" ? parseCidr(network) : undefined;
  if (!range || !("network" in other) || other.workload !== workload) return [];
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
}

/** NET-09: a client of the VPN with an address of another network would reach itself instead of that one. */
function poolInside(draft: Draft, other: EnvironmentConfig, locate: PositionOf): Problem[] {
  const text = valueAt(draft, ["vpn", "pool"]);
  const pool = typeof text === "string" ? parseCidr(text) : undefined;
  if (!pool || !("network" in other) || other.workload !== draft["workload"]) return [];
  const taken = parseCidr(other.network);
  if (!taken || !overlaps(taken, pool)) return [];
  return [
    {
      path: "vpn.pool",
      says: `vpn.pool must not overlap ${other.network}, the network of ${environmentName(other)}, got ${show(text)}`,
      fix: `Clients get addresses of their own, for example ${freePool([String(draft["network"]), other.network])}.`,
      control: "NET-09",
      at: locate(["vpn", "pool"]),
    },
  ];
}

/** FND-02: a deploy identity is Contributor of its whole subscription. */
function sameSubscription({ subscription }: Draft, other: EnvironmentConfig, locate: PositionOf): Problem[] {
  if (subscription === undefined || !("subscription" in other) || other.subscription !== subscription) return [];
  return [
    {
      path: "subscription",
      says: `subscription must not be the one that holds ${environmentName(other)}, got ${show(subscription)}`,
      fix: "From Pilot on each environment has a subscription of its own: who deploys one could change all in the other.",
      control: "FND-02",
      at: locate(["subscription"]),
    },
  ];
}

/** A host name leads to one environment, as long as both stand. */
function sameHost(draft: Draft, other: EnvironmentConfig, locate: PositionOf): Problem[] {
  if (!("entry" in other)) return [];
  const taken = hostsOf(other.entry);
  const problem = (place: readonly string[], path: string, host: string): Problem => ({
    path,
    says: `${path} must not be a host name of ${environmentName(other)}, got ${show(host)}`,
    fix: "Both stand side by side, and a name leads to one of them: take one of its own.",
    at: locate(place),
  });
  const host = valueAt(draft, ["entry", "host"]);
  const routes = valueAt(draft, ["entry", "routes"]);
  const inRoutes = Object.keys(routes !== null && typeof routes === "object" ? routes : {}).flatMap((route) => {
    const name = route.slice(0, Math.max(route.indexOf("/"), 0));
    return taken.includes(name) ? [problem(["entry", "routes", route], "entry.routes", name)] : [];
  });
  return [
    ...(typeof host === "string" && taken.includes(host) ? [problem(["entry", "host"], "entry.host", host)] : []),
    ...inRoutes,
  ];
}
