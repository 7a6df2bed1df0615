import { overlaps, parseCidr } from "../config/cidr";
import { hostsOf } from "../config/entry";
import { show } from "../config/issues";
import { environmentName } from "../config/names";
import type { PositionOf } from "../config/path";
import { formatPath, valueAt } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import { freePool } from "../config/vpn-pool";
import type { Problem } from "../errors";
import type { Stage } from "../stages/stage";

type Draft = Readonly<Record<string, unknown>>;

/** The environments that stand beside the one that comes to be: all but itself, as it is and as it was. */
export function besides(
  from: EnvironmentConfig,
  to: Stage,
  others: readonly EnvironmentConfig[],
): readonly EnvironmentConfig[] {
  const name = environmentName({ workload: from.workload, stage: to });
  return [from, ...others].filter((other) => environmentName(other) !== name);
}

/** Networks and VPN pools of an environment, one of each a region. */
export function rangesOf(config: EnvironmentConfig): readonly OwnRange[] {
  return [...networksOf(config), ...poolsOf(config as unknown as Draft)];
}

/** A range and where its file says it. */
interface OwnRange {
  readonly place: readonly string[];
  readonly text: string;
}

const placed = (config: Draft, ...places: readonly (readonly string[])[]): OwnRange[] =>
  places.flatMap((place) => {
    const text = valueAt(config, place);
    return typeof text === "string" ? [{ place, text }] : [];
  });
const networksOf = (config: Draft | EnvironmentConfig) => placed(config as Draft, ["network"], ["scale", "network"]);
const poolsOf = (config: Draft) => placed(config, ["vpn", "pool"], ["scale", "vpnPool"]);

/**
 * What the new environment may not share with those that stand beside it, the promoted one among them: a network, a
 * subscription, a host name.
 */
export function sharedBeside(
  draft: Draft,
  from: EnvironmentConfig,
  to: Stage,
  others: readonly EnvironmentConfig[],
  locate: PositionOf,
): Problem[] {
  return besides(from, to, others).flatMap((other) => [
    ...sameNetwork(draft, other, locate),
    ...poolInside(draft, other, locate),
    ...sameSubscription(draft, other, locate),
    ...sameHost(draft, other, locate),
  ]);
}

/** Ranges of the draft that overlap a network of another environment of its workload, and that network. */
function met(draft: Draft, own: readonly OwnRange[], other: EnvironmentConfig) {
  if (other.workload !== draft["workload"]) return [];
  return own.flatMap(({ place, text }) =>
    networksOf(other).flatMap(({ text: taken }) => {
      const [range, there] = [parseCidr(text), parseCidr(taken)];
      return range && there && overlaps(range, there) ? [{ path: formatPath(place), place, text, taken }] : [];
    }),
  );
}

/** NET-11: the networks of one workload's environments share no address, so that they can be joined one day. */
function sameNetwork(draft: Draft, other: EnvironmentConfig, locate: PositionOf): Problem[] {
  return met(draft, networksOf(draft), other).map(({ path, place, text, taken }) => ({
    path,
    says: `${path} must not overlap ${taken}, the network of ${environmentName(other)}, got ${show(text)}`,
    fix: "Take a range of its own, for example the next /22.",
    control: "NET-11",
    at: locate(place),
  }));
}

/** NET-09: a client of the VPN with an address of another network would reach itself instead of that one. */
function poolInside(draft: Draft, other: EnvironmentConfig, locate: PositionOf): Problem[] {
  return met(draft, poolsOf(draft), other).map(({ path, place, text, taken }) => ({
    path,
    says: `${path} must not overlap ${taken}, the network of ${environmentName(other)}, got ${show(text)}`,
    fix: `Clients get addresses of their own, for example ${freePool([String(draft["network"]), taken])}.`,
    control: "NET-09",
    at: locate(place),
  }));
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
