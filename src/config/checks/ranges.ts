import type { Stage } from "../../stages/stage";
import { contains, formatCidr, overlaps, parseCidr } from "../cidr";
import { planSubnets, type SubnetNeed, smallestNetwork, subnetsOf } from "../subnets";
import { freePool } from "../vpn-pool";
import type { Found } from "./draft";

const listed = (names: readonly string[]) => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Ranges for networks that the Internet does not route. */
export const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((range) => parseCidr(range) ?? []);
/** Ranges that Container Apps keeps for itself. @see https://learn.microsoft.com/azure/container-apps/custom-virtual-networks */
export const RESERVED = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"].flatMap(
  (range) => parseCidr(range) ?? [],
);

/**
 * Addresses that the DNS private resolver cannot stand in.
 *
 * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#subnet-restrictions
 */
const NO_RESOLVER = { from: "10.0.1.0", to: "10.0.16.255" } as const;

/** The subnet of the resolver, where it lies among addresses that the resolver cannot have. */
function refusedResolver(network: string, needs: readonly SubnetNeed[]): string | undefined {
  const text = planSubnets(network, needs)?.["resolver"];
  const subnet = text === undefined ? undefined : parseCidr(text);
  const [from, to] = [parseCidr(`${NO_RESOLVER.from}/32`), parseCidr(`${NO_RESOLVER.to}/32`)];
  if (!subnet || !from || !to || subnet.last < from.first || subnet.first > to.last) return undefined;
  return text;
}

/** NET-03: a network is private, large enough for its subnets, and none of the ranges that the platform keeps. */
export function unfitNetwork(place: readonly string[], text: unknown, stage: Stage): Found[] {
  const range = typeof text === "string" ? parseCidr(text) : undefined;
  if (!range) return [];
  const name = place.join(".");
  const problem = (says: string, fix: string): Found => ({ place, says, fix, control: "NET-03" });
  const needs = subnetsOf(stage);
  const smallest = smallestNetwork(needs);
  if (range.prefix > smallest)
    return [
      problem(
        `${name} must be at least a /${smallest} to hold ${listed(needs.map(({ name }) => name))}, got ${text}`,
        "A /22 leaves room to grow, for example 10.20.0.0/22.",
      ),
    ];
  if (!PRIVATE.some((outer) => outer.first <= range.first && range.last <= outer.last))
    return [
      problem(
        `${name} must be a private range, got ${text}`,
        "Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
      ),
    ];
  const taken = RESERVED.find((reserved) => overlaps(reserved, range));
  if (taken)
    return [
      problem(
        `${name} must not overlap ${formatCidr(taken)}, which Container Apps keeps for itself, got ${text}`,
        "Take another range, for example 10.20.0.0/22.",
      ),
    ];
  const refused = refusedResolver(`${text}`, needs);
  if (refused !== undefined)
    return [
      problem(
        `${name} must keep the DNS resolver out of ${NO_RESOLVER.from} to ${NO_RESOLVER.to}, which Azure reserves; its subnet would be ${refused}, got ${text}`,
        "Take another range, for example 10.30.0.0/22.",
      ),
    ];
  return [];
}

/**
 * NET-09: VPN clients get private addresses that lie outside of every range that they are to reach.
 *
 * @param ranges  what it must not overlap: what each is, and the range
 */
export function unfitPool(
  place: readonly string[],
  text: unknown,
  ranges: readonly (readonly [what: string, range: unknown])[],
): Found[] {
  const pool = typeof text === "string" ? parseCidr(text) : undefined;
  if (!pool) return [];
  const name = place.join(".");
  const problem = (says: string, fix: string): Found[] => [
    { place, says: `${name} must ${says}, got ${text}`, fix, control: "NET-09" },
  ];
  const known = ranges.flatMap(([what, range]) => {
    const parsed = typeof range === "string" ? parseCidr(range) : undefined;
    return parsed ? [{ what, range, parsed }] : [];
  });
  const met = known.find(({ parsed }) => overlaps(parsed, pool));
  if (met)
    return problem(
      `not overlap ${met.what} ${met.range}`,
      `Clients get addresses of their own, for example ${freePool(known.map(({ range }) => String(range)))}.`,
    );
  if (!PRIVATE.some((outer) => contains(outer, pool)))
    return problem("be a private range", "Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.");
  const taken = RESERVED.find((reserved) => overlaps(reserved, pool));
  if (taken)
    return problem(
      `not overlap ${formatCidr(taken)}, which Container Apps keeps for itself`,
      "Take another range, for example 172.20.0.0/24.",
    );
  if (pool.prefix > 26 || pool.prefix < 16)
    return problem("be between a /16 and a /26", "A /24 serves as many clients as the gateway takes.");
  return [];
}
