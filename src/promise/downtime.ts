import type { Disaster } from "../config/promise";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { lacksZones, spansZones } from "../reach/zones";
import { durationText } from "./duration";
import { failoverOf } from "./failover";
import type { Limit } from "./limits";
import { lossOf, moreCopies } from "./loss";
import { storageGib } from "./money";
import { standby } from "./parts";
import { placeOf } from "./place";
import type { Fix, Measured, Topology } from "./promise";
import { rebuild } from "./rebuild";
import { MINUTES_PER_TIB, RECOVERY, type RecoveryFact, SWITCH_MINUTES } from "./recovery-facts";
import { replicasElsewhere, replicationsElsewhere } from "./region-copies";
import { twoRegions } from "./second-region";
import { restorable } from "./stored";

/** What serves requests and stands in zones. */
const SERVING = [
  "azurerm_application_gateway",
  "azurerm_container_app_environment",
  "azurerm_firewall",
  "azurerm_service_plan",
];

const AFTER: Readonly<Record<Disaster, string>> = {
  mistake: "After a mistake",
  zone: "After the loss of a zone",
  region: "After the loss of the region",
};

function fromFact(what: string, disaster: Disaster, fact: RecoveryFact, minutes = fact.minutes, fix?: Fix): Limit {
  const { basis, says, url, asOf, confidence } = fact;
  return {
    what,
    minutes,
    basis,
    says: `${AFTER[disaster]} ${what} is back within ${durationText(minutes)}: ${says}.`,
    ...(fix && { fix }),
    sources: [{ url, asOf, confidence }],
  };
}

/** Restoring one store from what its loss left, and leading the product to it. */
function restore(store: Resource, disaster: Disaster, fix?: Fix): Limit {
  if (store.type === "azurerm_storage_account") {
    const versions = disaster === "mistake" && store.value("blob_properties.versioning_enabled") === true;
    return fromFact(store.address, disaster, versions ? RECOVERY.blobRestore : RECOVERY.vaultRestore, undefined, fix);
  }
  const more = Math.max(0, Math.ceil(storageGib(store) / 1024) - 1) * MINUTES_PER_TIB;
  const minutes = RECOVERY.databaseRestore.minutes + more + SWITCH_MINUTES;
  return fromFact(store.address, disaster, RECOVERY.databaseRestore, minutes, fix);
}

function zoneOf(store: Resource): Limit {
  if (store.type !== "azurerm_storage_account") {
    if (spansZones(store) === true) return fromFact(store.address, "zone", RECOVERY.failover);
    return restore(store, "zone", standby(store));
  }
  const kind = String(store.value("account_replication_type"));
  if (kind.includes("ZRS")) return fromFact(store.address, "zone", RECOVERY.zoneBlobs);
  const fix = moreCopies(store, "zone");
  return kind.endsWith("GRS")
    ? fromFact(store.address, "zone", RECOVERY.regionBlobs, undefined, fix)
    : restore(store, "zone", fix);
}

function regionOf(store: Resource): Limit {
  const copied =
    store.type === "azurerm_storage_account" && /GZ?RS$/.test(store.text("account_replication_type") ?? "");
  return copied ? fromFact(store.address, "region", RECOVERY.regionBlobs) : restore(store, "region");
}

/** How long one store is away. What nothing survives of cannot come back. */
function awayOf(store: Resource, disaster: Disaster): Limit {
  const lost = lossOf(store, disaster);
  if (typeof lost.minutes !== "number") return lost;
  if (disaster === "mistake") return restore(store, disaster);
  const zoneless = disaster === "zone" && lacksZones(store.text("location"));
  return disaster === "region" || zoneless ? regionOf(store) : zoneOf(store);
}

/** What comes back only when the environment is there again. */
function after(first: Limit, then: Limit, made = first.says): Limit {
  if (typeof first.minutes !== "number" || typeof then.minutes !== "number") return then;
  const minutes = first.minutes + then.minutes;
  const measured = first.basis === "measured" && then.basis !== "estimate";
  const longer = first.minutes > then.minutes ? first : then;
  return {
    ...longer,
    minutes,
    basis: measured ? "measured" : "estimate",
    says: `${then.says} Before that, ${made}: ${durationText(minutes)} in all.`,
    sources: [...then.sources, ...first.sources],
  };
}

/** What a restore drill measured, in place of the estimates of restores. */
function drilled(limit: Limit, { restore: minutes }: Measured): Limit {
  if (minutes === undefined || limit.basis !== "estimate" || typeof limit.minutes !== "number") return limit;
  const says = `The last restore drill had ${limit.what} back after ${durationText(minutes)}.`;
  const fix = { says: "Find out in the drill's notes what took so long, or promise rto as it was measured." };
  return { ...limit, minutes, basis: "measured", says, fix, sources: [] };
}

/** Where the environment itself stands after the loss of a zone: what spans zones stays, the rest is made again. */
function zonesOf(topology: Topology): { readonly limit: Limit; readonly made?: Limit } {
  const { graph, measured } = topology;
  const second = twoRegions(topology)?.second;
  const isHere = (one: Resource) => second === undefined || placeOf(one) !== second;
  const serving = graph.of(...SERVING).filter(isHere);
  const single = serving.find((one) => spansZones(one) === false);
  const open = serving.find((one) => spansZones(one) === UNKNOWN);
  if (single) {
    const made = rebuild(graph, measured, graph.managed().filter(isHere));
    const says = `${AFTER.zone} ${single.address} may be gone, as it does not span zones: ${made.says}.`;
    const fix = { says: `Let ${single.address} span zones, at no extra cost; it is a new one then.`, monthly: 0 };
    return { limit: { ...made, what: single.address, says, fix }, made };
  }
  const limit = fromFact("environment", "zone", RECOVERY.zoneApps);
  if (!open) return { limit };
  const says = `${AFTER.zone} it depends on the zones of ${open.address}, which are not known before apply.`;
  return { limit: { ...limit, what: open.address, minutes: "unknown", says } };
}

/** True for a store that the second region has a copy of, which people make the store. */
function isCopied(store: Resource): boolean {
  const copies = store.type === "azurerm_storage_account" ? replicationsElsewhere(store) : replicasElsewhere(store);
  return copies.length > 0 && lossOf(store, "region").minutes !== undefined;
}

/** What comes back when the region is lost: in the second one, or in one that is made again. */
function regionsOf(topology: Topology, stores: readonly Resource[]): Limit[] {
  const { graph, measured = {} } = topology;
  const regions = twoRegions(topology);
  const away = (one: Resource) => drilled(awayOf(one, "region"), measured);
  if (regions) {
    const limits = failoverOf(graph, regions, measured);
    const whole = limits.at(-1);
    const rest = stores.filter((one) => !isCopied(one)).map(away);
    const made = `${regions.second} takes over`;
    return [...limits, ...rest.map((one) => (whole ? after(whole, one, made) : one))];
  }
  const made = rebuild(graph, measured);
  const says = `${AFTER.region} ${made.says}.`;
  return [{ ...made, says }, ...stores.map((one) => after(made, away(one)))];
}

/** How long the product is away after one disaster, part by part. */
export function downtimeOf(topology: Topology, disaster: Disaster): Limit[] {
  const { graph, measured = {} } = topology;
  const all = restorable(graph);
  if (disaster === "region") return regionsOf(topology, all);
  const stores = all.map((one) => drilled(awayOf(one, disaster), measured));
  if (disaster === "mistake") return stores.length > 0 ? stores : [fromFact("environment", disaster, RECOVERY.release)];
  const { limit, made } = zonesOf(topology);
  return [limit, ...(made ? stores.map((one) => after(limit, one, made.says)) : stores)];
}
