import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8);
LOOPBACK.addAddress("::1", "ipv6");

/** Where a name leads: to addresses of this machine alone, or not, and why. */
export type Whereabouts = { readonly addresses: readonly string[] } | { readonly elsewhere: string };

/** The addresses of a name or an address, where all of them are loopback. */
export async function onThisMachine(host: string): Promise<Whereabouts> {
  const addresses = isIP(host) ? [host] : await addressesOf(host);
  if (addresses.length === 0) return { elsewhere: `${host} has no address` };
  const foreign = addresses.find((one) => !LOOPBACK.check(one, isIP(one) === 6 ? "ipv6" : "ipv4"));
  if (foreign === undefined) return { addresses };
  return { elsewhere: foreign === host ? `${host} is no loopback address` : `${host} leads to ${foreign}` };
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
