import { parseImage } from "../../azure/image";
import { formatCidr, parseCidr } from "../cidr";
import { addDays } from "../dates";
import { outsideHosts } from "../outside-hosts";
import { valueAt } from "../path";
import { freePool } from "../vpn-pool";
import type { Situation } from "./rule";

/** Days between two recreations when nobody names others. */
const RECREATE_DAYS = 90;
/** A network that holds every subnet with room to grow, as a prefix length. */
const NETWORK_PREFIX = 22;
/** Days until the data of an example is moved, and until the old environment of an example is gone. */
const MIGRATION_DAYS = 19;
const GOODBYE_DAYS = 45;

/** The first range of the usual size behind that of the environment before. */
export function networkAfter({ from }: Situation): string | undefined {
  const before = parseCidr(String(from["network"]));
  if (!before) return undefined;
  const size = 2 ** (32 - NETWORK_PREFIX);
  return formatCidr({ first: Math.ceil((before.last + 1) / size) * size, prefix: NETWORK_PREFIX });
}

/** Addresses for VPN clients that lie in neither network. */
export function poolBeside(situation: Situation): { pool: string; audience: string } {
  const { from, answered } = situation;
  const networks = [from["network"], answered?.["network"] ?? networkAfter(situation)];
  return { pool: freePool(networks.map(String)), audience: "vpn-audience" };
}

/** What was external before, and the two things that every Pre-Production uses and does not own. */
export function externalsOf({ from }: Situation): Record<string, unknown> {
  const { owner } = from;
  return {
    "build-registry": { kind: "registry", owner, why: "images are built, scanned and signed there" },
    "vpn-audience": { kind: "vpn-audience", owner, why: "the app registration that people sign in to the VPN with" },
    ...(from["externals"] as object | undefined),
  };
}

/** The digest that was proved before, imported into the environment's own registry. */
export function ownImage({ from, place }: Situation): string | undefined {
  const image = valueAt(from, place);
  const { repository, digest } = (typeof image === "string" ? parseImage(image) : undefined) ?? {};
  return digest === undefined ? undefined : `${repository}@${digest}`;
}

/** A way in for every public service, the first at the root. */
export function entryExample({ from }: Situation): Record<string, unknown> {
  const services = Object.entries((from["services"] ?? {}) as Record<string, { exposure?: string; domain?: string }>);
  const open = services.filter(([, { exposure }]) => exposure === "public").map(([name]) => name);
  const host = services.find(([, { domain }]) => domain !== undefined)?.[1].domain ?? "preprod.orders.example";
  const routes = Object.fromEntries(open.map((name, index) => [index === 0 ? "/" : `/${name}`, name]));
  return { host, certificate: "entry-certificate", routes };
}

/**
 * Nothing leaves, where nothing says that something must. Where a service names a host or there is an external, only a
 * person knows what is to be reached: an empty list would cut it off.
 */
export function egressOf({ from }: Situation): Record<string, unknown> {
  const asks = outsideHosts(from).length > 0 || Object.keys((from["externals"] ?? {}) as object).length > 0;
  return asks ? { sku: "Basic" } : { sku: "Basic", allow: {} };
}

/** The hosts that services name, a line each, for somebody to own and to give reasons for. */
export function egressExample({ from }: Situation): Record<string, unknown> {
  const { owner } = from;
  const hosts = outsideHosts(from);
  const entry = (host: string) => ({ fqdns: [host], owner, why: `a service names ${host}` });
  const allow = (hosts.length > 0 ? hosts : ["api.payments.example"]).map((host) => [
    host.split(".").join("-"),
    entry(host),
  ]);
  return { sku: "Basic", allow: Object.fromEntries(allow) };
}

/** How data comes back and how often the whole environment is made anew. */
export const RECOVERY = {
  path: "restore the database to a point in time beside the old server and blobs from their versions, then move the entry",
  recreateEvery: `${RECREATE_DAYS} days`,
} as const;

/** An incident's people and places, as they could look. */
export const INCIDENTS_EXAMPLE = {
  coordinator: "ada@orders.example",
  responder: "grace@orders.example",
  channel: "https://chat.orders.example/incidents",
  postMortems: "https://wiki.orders.example/post-mortems",
} as const;

/** A migration as it could look, within the time that an old environment may stay. */
export function migrationExample({ decided }: Situation): Record<string, unknown> {
  return {
    data: "migrate",
    destroyBy: addDays(decided, GOODBYE_DAYS),
    migration: {
      owner: "ada@orders.example",
      date: addDays(decided, MIGRATION_DAYS),
      runbook: "https://wiki.orders.example/migrate",
    },
  };
}

const groupExample = (last: number) => `00000000-0000-0000-0000-00000000000${last}`;

/** Groups as they could look. */
export const ACCESS_EXAMPLE = {
  readers: groupExample(1),
  operators: groupExample(2),
  approvers: groupExample(3),
  breakGlass: groupExample(4),
  writers: "eligible",
} as const;
