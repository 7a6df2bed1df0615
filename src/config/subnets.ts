import { isAtLeast, type Stage } from "../stages/stage";
import { type Cidr, formatCidr, parseCidr } from "./cidr";

/** One subnet that an environment needs, with the sizes that its service accepts, as prefix lengths. */
export interface SubnetNeed {
  readonly name: string;
  /** Smallest size that Azure accepts for what lives in it. */
  readonly smallest: number;
  /** Size to take while there is room. */
  readonly preferred: number;
}

/**
 * What a Pilot's network holds. Container Apps with workload profiles needs a /27 and takes an address per replica and
 * more during a release; private endpoints take one address each.
 *
 * @see https://learn.microsoft.com/azure/container-apps/custom-virtual-networks#subnet
 */
export const PILOT_SUBNETS = [
  { name: "apps", smallest: 27, preferred: 23 },
  { name: "endpoints", smallest: 28, preferred: 26 },
] as const satisfies readonly SubnetNeed[];

/**
 * What a network from Pre-Production on holds beside it: the gateway, endpoints of databases apart from the others, the
 * firewall with the address that manages it, the VPN gateway and the resolver. Three of the names are Azure's own.
 *
 * @see https://learn.microsoft.com/azure/firewall/firewall-faq
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#size-of-the-subnet
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
 */
export const HARDENED_SUBNETS = [
  { name: "apps", smallest: 27, preferred: 23 },
  { name: "gateway", smallest: 27, preferred: 25 },
  { name: "endpoints", smallest: 28, preferred: 27 },
  { name: "data", smallest: 28, preferred: 28 },
  { name: "AzureFirewallSubnet", smallest: 26, preferred: 26 },
  { name: "AzureFirewallManagementSubnet", smallest: 26, preferred: 26 },
  { name: "GatewaySubnet", smallest: 27, preferred: 27 },
  { name: "resolver", smallest: 28, preferred: 28 },
] as const satisfies readonly SubnetNeed[];

/** The subnets of a stage's network. */
export function subnetsOf(stage: Stage): readonly SubnetNeed[] {
  return isAtLeast(stage, "pre-production") ? HARDENED_SUBNETS : PILOT_SUBNETS;
}

/**
 * Divides an address space: largest first, each aligned to its size, so that the same range always gives the same plan.
 * When the preferred sizes do not fit, the largest gives way first.
 *
 * @returns CIDR by subnet name, or `undefined` when not even the smallest sizes fit
 */
export function planSubnets(space: string, needs: readonly SubnetNeed[]): Readonly<Record<string, string>> | undefined {
  const range = parseCidr(space);
  if (!range) return undefined;
  const sizes = needs.map((need) => ({
    ...need,
    prefix: Math.min(need.smallest, Math.max(need.preferred, range.prefix)),
  }));
  for (;;) {
    const plan = place(range, sizes);
    if (plan) return plan;
    const widest = sizes.filter((size) => size.prefix < size.smallest).sort((a, b) => a.prefix - b.prefix)[0];
    if (!widest) return undefined;
    widest.prefix += 1;
  }
}

/** The smallest network that holds all needs, as a prefix length. */
export function smallestNetwork(needs: readonly SubnetNeed[]): number {
  for (let prefix = 32; prefix >= 0; prefix -= 1) if (planSubnets(`0.0.0.0/${prefix}`, needs)) return prefix;
  return 0;
}

function place(range: Cidr, sizes: readonly { readonly name: string; readonly prefix: number }[]) {
  const plan: Record<string, string> = {};
  let next = range.first;
  for (const { name, prefix } of sizes.toSorted((a, b) => a.prefix - b.prefix || (a.name < b.name ? -1 : 1))) {
    const size = 2 ** (32 - prefix);
    if (next + size - 1 > range.last || prefix > 32) return undefined;
    plan[name] = formatCidr({ first: next, prefix });
    next += size;
  }
  return plan;
}
