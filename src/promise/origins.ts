import type { ScaleMode } from "../config/scale-mode";
import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { ORIGIN } from "../reach/front-door";
import { lesser } from "./mode";
import { placeOf } from "./place";

/** An origin of Front Door, and the region that it leads to. */
export interface PlacedOrigin {
  readonly origin: Resource;
  readonly place: string;
}

/** Where an origin leads: to what its private link or its host name refers to. */
function leadsTo(origin: Resource): string | undefined {
  const ways = [...origin.refs("private_link.private_link_target_id"), ...origin.refs("host_name")];
  for (const way of ways) {
    const place = way.kind === "resource" ? placeOf(way.resource) : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

function placed(origins: readonly Resource[]): PlacedOrigin[] {
  return origins.flatMap((origin) => {
    const place = leadsTo(origin);
    return place === undefined ? [] : [{ origin, place }];
  });
}

/** The origins of which the region is seen, the one that requests go to first before the others. */
export function placedOrigins(graph: PlanGraph): readonly PlacedOrigin[] {
  return graph.once("placed origins", () => placed(graph.of(ORIGIN)).sort((a, b) => rank(a) - rank(b)));
}

function rank({ origin }: PlacedOrigin): number {
  if (origin.value("enabled") === false) return 9;
  const priority = origin.value("priority");
  return typeof priority === "number" ? priority : 1;
}

/** What the origins of one group say: whether the second region is asked, and when. */
function modeOf(group: readonly PlacedOrigin[], home: string, second: string): ScaleMode {
  const best = (place: string) => Math.min(9, ...group.filter((one) => one.place === place).map(rank));
  if (group.some(({ origin }) => [origin.value("enabled"), origin.value("priority")].includes(UNKNOWN)))
    return "warm-standby";
  if (best(second) === 9) return "warm-standby";
  return best(second) > best(home) ? "hot-failover" : "active-active";
}

/** What Front Door does by itself when the first region is lost; of several services, what the least of them has. */
export function modeOfOrigins(graph: PlanGraph, home: string, second: string): ScaleMode {
  const groups = [...graph.by(ORIGIN, "cdn_frontdoor_origin_group_id").values()].map(placed);
  const ours = groups.filter((group) => group.some(({ place }) => place === home || place === second));
  if (ours.length === 0) return "warm-standby";
  return ours.map((group) => modeOf(group, home, second)).reduce(lesser);
}

/** Minutes until Front Door leaves an origin that does not answer: as many probes as are looked at. */
export function probeMinutes(graph: PlanGraph): number | undefined {
  const groups = graph.of("azurerm_cdn_frontdoor_origin_group");
  const each = groups.map((one) => {
    const [every, samples] = [one.value("health_probe.interval_in_seconds"), one.value("load_balancing.sample_size")];
    return typeof every === "number" && typeof samples === "number" ? Math.ceil((every * samples) / 60) : undefined;
  });
  const known = each.filter((one) => one !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
