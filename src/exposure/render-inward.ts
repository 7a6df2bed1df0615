import type { Exposure } from "./exposure";
import { list, part } from "./render-part";

/** Every route of every way in. */
export function waysIn({ waysIn: all }: Exposure): string {
  const rows = all.flatMap((way) =>
    (way.routes.length > 0 ? way.routes : [{ asks: "nothing", leadsTo: [] }]).map(({ asks, leadsTo }) => [
      `${way.resource}${way.at === "" ? "" : ` ${way.at}`}`,
      `${way.says}${way.open === "perhaps" ? " (not known before apply)" : ""}`,
      asks,
      list(leadsTo, "nothing"),
      list(way.from),
      way.filter,
    ]),
  );
  return part(
    "What the Internet can reach",
    "Nothing answers the Internet.",
    ["way in", "what it does", "callers ask for", "which leads to", "open to", "filter"],
    rows,
  );
}

/** Who reaches each service. */
export function services({ services: all }: Exposure): string {
  return part(
    "Who reaches each service",
    "The plan has no service that takes requests.",
    ["service", "reached from", "by which path"],
    all.map(({ resource, reach, by }) => [resource, reach, by.join("; ")]),
  );
}

/** Data stores and platform services. */
export function platform({ platformServices: all }: Exposure): string {
  return part(
    "Data stores and platform services",
    "The plan has none.",
    ["resource", "what", "public side", "open to", "private side", "sign-in"],
    all.map((one) => [
      one.resource,
      one.holdsData ? `${one.what}, holds data` : one.what,
      one.publicSide,
      list(one.from, "nobody"),
      list(one.privately, "none"),
      one.signIn,
    ]),
  );
}

/** How people come in. */
export function people({ people: all }: Exposure): string {
  return part(
    "How people come into the network",
    "The plan has no VPN for people.",
    ["VPN", "leads into", "client addresses", "protocol", "sign-in", "who may connect", "names resolved by"],
    all.map((one) => [
      one.resource,
      one.network,
      list(one.pool),
      list(one.protocols),
      list(one.signIn),
      one.who,
      list(one.resolvers, "nothing"),
    ]),
  );
}

/** Every public address. */
export function addresses({ publicAddresses: all }: Exposure): string {
  return part(
    "Public addresses",
    "The plan has none, and Azure makes none for what it has.",
    ["resource", "address", "made", "held by", "why"],
    all.map((one) => [
      one.resource,
      one.address,
      one.made === "plan" ? "in the plan" : one.made,
      list(one.heldBy),
      one.why.join("; "),
    ]),
  );
}
