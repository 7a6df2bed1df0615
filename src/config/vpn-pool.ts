import { overlaps, parseCidr } from "./cidr";

/** Ranges for VPN clients, the usual one first. */
const POOLS = ["172.20.0.0/24", "192.168.220.0/24", "10.220.0.0/24"] as const;

/** A range for VPN clients that lies in none of these networks, each written as `10.20.0.0/22`. */
export function freePool(networks: readonly string[]): string {
  const taken = networks.flatMap((text) => parseCidr(text) ?? []);
  return POOLS.find((pool) => !taken.some((range) => overlaps(range, parseCidr(pool) ?? range))) ?? POOLS[0];
}
