import { region } from "../../azure/regions";
import { unnamedQueues } from "../checks/scale";
import { type Cidr, formatCidr, overlaps, parseCidr } from "../cidr";
import { addDays } from "../dates";
import { valueAt } from "../path";
import { writerHosts } from "../writer-hosts";
import { networkAfter } from "./pre-production-answers";
import type { Situation } from "./rule";

/** Room above what the second region costs while nobody uses it. */
const BUDGET_MARGIN = 1.25;
/** A range for VPN clients, as a prefix length: as many clients as a gateway takes. */
const POOL_PREFIX = 24;
/** Days from a decision to the day on which an example's host names lead to the edge. */
const CUT_OVER_DAYS = 20;

const residencyOf = ({ from, answered }: Situation): readonly unknown[] => {
  const residency = answered?.["residency"] ?? from["residency"];
  return Array.isArray(residency) ? residency : [];
};

/** The paired region, where it has zones and data may be there. */
export function pairedRegion(situation: Situation): string | undefined {
  const pair = region(String(situation.from["location"]))?.pair;
  return pair !== undefined && region(pair)?.zones && residencyOf(situation).includes(pair) ? pair : undefined;
}

/** A second region as it could be: the pair, or another one whose data may be where the first one's is. */
export function regionExample({ from }: Situation): string {
  const pair = region(String(from["location"]))?.pair;
  if (pair !== undefined && region(pair)?.zones) return pair;
  return from["location"] === "swedencentral" ? "northeurope" : "swedencentral";
}

/** Residency is asked for again where the second region is not in it, or nobody knows yet which one that is. */
export function leavesResidency(situation: Situation): boolean {
  const wanted = valueAt(situation.answered, ["scale", "region"]) ?? pairedRegion(situation);
  const before = situation.from["residency"];
  return typeof wanted !== "string" || !Array.isArray(before) || !before.includes(wanted);
}

/** The regions of before and the second one. */
export function residencyExample(situation: Situation): readonly unknown[] {
  const wanted = valueAt(situation.answered, ["scale", "region"]) ?? regionExample(situation);
  return [...new Set([...residencyOf(situation), wanted])];
}

/** Every range that is taken: the two of the first region, and those of environments beside it. */
function takenBy({ from, ranges = [] }: Situation): Cidr[] {
  return [from["network"], valueAt(from, ["vpn", "pool"]), ...ranges].flatMap((text) => parseCidr(String(text)) ?? []);
}

/** The first range of a size behind another one that meets none of those that are taken. */
function freeBehind(text: string | undefined, prefix: number, taken: readonly Cidr[]): string | undefined {
  const start = text === undefined ? undefined : parseCidr(text);
  if (!start) return undefined;
  const size = 2 ** (32 - prefix);
  for (let first = Math.ceil(start.first / size) * size; first + size <= 2 ** 32; first += size) {
    const range = { first, prefix, last: first + size - 1 };
    const met = taken.find((one) => overlaps(one, range));
    if (!met) return formatCidr(range);
    first = Math.max(first, Math.ceil((met.last + 1) / size) * size - size);
  }
  return undefined;
}

/** The first network of the usual size behind the first region's that nobody has. */
export function secondNetwork(situation: Situation): string | undefined {
  const after = networkAfter(situation);
  return freeBehind(after, parseCidr(after ?? "")?.prefix ?? 0, takenBy(situation));
}

/** Addresses for VPN clients, the first behind those of the first region that nobody has. */
export function secondPool(situation: Situation): string | undefined {
  const network = parseCidr(String(valueAt(situation.answered, ["scale", "network"]) ?? secondNetwork(situation)));
  const pool = String(valueAt(situation.from, ["vpn", "pool"]));
  return freeBehind(pool, POOL_PREFIX, [...takenBy(situation), ...(network ? [network] : [])]);
}

/** True where people reach the second region over a VPN of its own. */
export function hasVpn({ answered }: Situation): boolean {
  return valueAt(answered, ["scale", "mode"]) !== "cold-standby";
}

/** True where apps of both regions write to one database. */
export function hasWriter({ from, answered }: Situation): boolean {
  const stores = Object.values((from["stores"] ?? {}) as Record<string, { readonly type?: string }>);
  return valueAt(answered, ["scale", "mode"]) === "active-active" && stores.some(({ type }) => type === "postgresql");
}

/** The first region's database as apps of both regions would reach it. */
export function firstWriter({ from, answered }: Situation): string {
  const second = valueAt(answered, ["scale", "region"]) ?? valueAt(from, ["scale", "region"]);
  return writerHosts(from, second)[0] ?? "psql-database-orders-prod-weu-g1.postgres.database.azure.com";
}

/** A quarter above what the second region costs when it is up, rounded up to tens. */
export function secondBudget({ floorOfSecond }: Situation): number | undefined {
  return floorOfSecond === undefined ? undefined : Math.ceil((floorOfSecond * BUDGET_MARGIN) / 10) * 10;
}

/** More than was recommended needs a reason, less does not. */
export function costsMore(answer: unknown, recommended: unknown): boolean {
  return Number(answer) > Number(recommended);
}

/** The first region and the edge keep their budget: the edge takes the place of the gateway. */
export function keptBudget({ from }: Situation): unknown {
  return from["monthlyBudget"];
}

/** An edge as it could be. */
export function edgeExample({ decided }: Situation): Record<string, unknown> {
  return {
    certificate: "managed",
    cutOver: addDays(decided, CUT_OVER_DAYS),
    worldwide: "TLS ends at the edge nearest to the caller; nothing is kept there",
  };
}

/** Numbers as they could be. */
export function triggerExample({ from, decided }: Situation): Record<string, unknown> {
  return {
    usage: { measure: "orders a day", was: 900, now: 4200, mark: 3500 },
    expectation: { measure: "contracts that ask for 1 hour after the loss of a region", now: 3, mark: 1 },
    supportLoad: { measure: "tickets about availability a month", was: 2, now: 11, mark: 8 },
    unitCost: { measure: "order", now: 0.42, after: 0.51, carries: 3.1 },
    measured: decided,
    by: from["owner"],
  };
}

/** Those who lead and repair in an incident decide on a failover and carry it out. */
export function failoverOf({ from }: Situation): Record<string, unknown> | undefined {
  const decides = valueAt(from, ["incidents", "coordinator"]);
  const acts = valueAt(from, ["incidents", "responder"]);
  return decides === undefined || acts === undefined ? undefined : { decides, acts };
}

/** The promise of before, for the loss of a region too. */
export function promiseExample({ from }: Situation): Record<string, unknown> {
  const before = from["promise"] as Record<string, unknown>;
  return { ...before, rto: "1 hour", rpo: "15 minutes", disasters: ["mistake", "zone", "region"] };
}

/** The queues that a promise for the loss of a region makes a risk, and no risk names. */
function unaccepted({ from, answered }: Situation): readonly string[] {
  const disasters =
    valueAt(answered, ["promise", "disasters"]) ?? (answered?.["promise"] === undefined ? ["region"] : []);
  return unnamedQueues({ promise: { disasters }, risks: from["risks"], stores: from["stores"] });
}

/** Risks are asked for again where a queue is lost with a region and nobody has accepted it. */
export function risksAnew(situation: Situation): boolean {
  return unaccepted(situation).length > 0;
}

/** The risks of before, and those that a second region leaves. */
export function risksWithQueues(situation: Situation): readonly unknown[] {
  const { from, decided } = situation;
  const before = Array.isArray(from["risks"]) ? from["risks"] : [];
  return [
    ...before,
    ...unaccepted(situation).map((name) => ({
      risk: `what waits in ${name} when the region is lost is lost with it`,
      class: "data",
      owner: from["owner"],
      accepted: decided,
    })),
  ];
}
