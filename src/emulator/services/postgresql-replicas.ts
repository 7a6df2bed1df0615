import type { Azure, Deletion, Write } from "../arm/azure";
import type { TypeBehaviour } from "../arm/behaviour";
import { keyOf } from "../arm/id";
import { Refusal } from "../arm/refusal";
import type { Resource } from "../arm/store";
import { at, fill, type Json, object, put, text } from "../json";

const SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
const ENDPOINT = `${SERVER}/virtualEndpoints`;
const MOST_REPLICAS = 5;

/**
 * That Azure refuses stands in its documentation, with which code does not.
 *
 * @see https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas
 * @see https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas-promote
 */
const refused = (says: string) => new Refusal(400, "BadRequest", says);

const nameOf = ({ body }: Pick<Resource, "body">) => text(body["name"]);
const sourceOf = (body: Json | undefined) => text(at(body, "properties.sourceServerResourceId"));
const isBurstable = (body: Json) => text(at(body, "sku.tier")) === "Burstable";
const gigabytes = (body: Json) => Number(at(body, "properties.storage.storageSizeGB") ?? 32);
/** `Standard_D4ds_v5` has four. */
const cores = (body: Json) => Number(/_[A-Z]+(\d+)/.exec(text(at(body, "sku.name")))?.[1] ?? 0);

function replicasOf(azure: Azure, server: string): Resource[] {
  return azure.store.ofType(SERVER).filter((one) => keyOf(sourceOf(one.body)) === keyOf(server));
}

/** A new replica: of a server that can have one, not smaller than it, without what replicas cannot have. */
export function checkReplica({ azure, body, before }: Write): void {
  if (before || at(body, "properties.createMode") !== "Replica") return;
  const source = azure.store.get(sourceOf(body));
  if (!source) throw refused("A replica needs the server that it copies: sourceServerResourceId.");
  if (isBurstable(source.body) || isBurstable(body))
    throw refused("Read replicas are not supported for the Burstable compute tier.");
  if (replicasOf(azure, source.id).length >= MOST_REPLICAS)
    throw refused(`The server ${nameOf(source)} has ${MOST_REPLICAS} read replicas, which is the most it can have.`);
  if (at(body, "sku.name") && cores(body) < cores(source.body))
    throw refused("The compute of a read replica must not be smaller than its primary's.");
  if (at(body, "properties.storage.storageSizeGB") && gigabytes(body) < gigabytes(source.body))
    throw refused("The storage of a read replica must not be smaller than its primary's.");
  if (
    at(source.body, "properties.storage.autoGrow") === "Enabled" &&
    at(body, "properties.storage.autoGrow") !== "Enabled"
  )
    throw refused("Storage autogrow must be enabled on a read replica when it is on the primary.");
  if ((at(body, "properties.highAvailability.mode") ?? "Disabled") !== "Disabled")
    throw refused("High availability is not supported on read replicas.");
  if (at(body, "properties.backup.geoRedundantBackup") === "Enabled")
    throw refused("Geo-redundant backup is not supported on read replicas.");
}

/** What a replica has from its primary, and what it is. */
export function fillReplica({ azure, body, before }: Write): void {
  const source = azure.store.get(sourceOf(body));
  if (before || !source) return;
  const { version, storage, authConfig } = object(source.body["properties"]);
  fill(body, { sku: source.body["sku"] });
  fill(object(body["properties"]), { version, storage, authConfig, ...roleOf(body, source.body) });
}

function roleOf(replica: Json, primary: Json) {
  const role = replica["location"] === primary["location"] ? "AsyncReplica" : "GeoAsyncReplica";
  return { replicationRole: role, replicaCapacity: 0, replica: { role, capacity: 0, replicationState: "Active" } };
}

const PRIMARY = { replicationRole: "Primary", replicaCapacity: MOST_REPLICAS };

interface Promotion {
  readonly mode: "switchover" | "standalone";
  readonly forced: boolean;
}

/** What a PATCH asks for: the first form is the present API's, the other an older one that the provider sends. */
function promotionOf({ sent }: Write): Promotion | undefined {
  const mode = at(sent, "properties.replica.promoteMode");
  const forced = text(at(sent, "properties.replica.promoteOption")).toLowerCase() === "forced";
  if (mode === "switchover" || mode === "standalone") return { mode, forced };
  return at(sent, "properties.replicationRole") === "None" ? { mode: "standalone", forced } : undefined;
}

/** Both servers have to be alike, and to share a virtual endpoint, before they change roles; forced, only the latter. */
export function checkPromotion(write: Write): void {
  const { azure, before, id } = write;
  const promotion = promotionOf(write);
  if (!promotion) return;
  const primary = azure.store.get(sourceOf(before));
  if (!primary || !before) throw refused(`The server ${id.name} is not a read replica.`);
  if (promotion.mode === "standalone") return;
  if (!endpointsOf(azure, primary).some((one) => membersOf(one).includes(id.name)))
    throw refused(`A virtual endpoint of ${nameOf(primary)} and ${id.name} is needed to promote to primary server.`);
  const alike = (path: string) => at(before, path) === at(primary.body, path);
  if (!promotion.forced && !["sku.name", "sku.tier", "properties.storage.storageSizeGB"].every(alike))
    throw refused("Primary and replica must have the same tier, compute and storage size to change roles.");
}

/** The promoted server forgets its source; in a switchover its source becomes its replica. */
export function promote(write: Write): void {
  const { azure, id, body, before } = write;
  const promotion = promotionOf(write);
  const primary = azure.store.get(sourceOf(before));
  if (!promotion || !primary) return;
  become(body, PRIMARY);
  if (promotion.mode === "standalone") leaveEndpoints(azure, primary, id.name);
  else switchRoles(write, primary);
}

function switchRoles({ azure, id, body }: Write, primary: Resource): void {
  for (const one of replicasOf(azure, primary.id)) put(one.body, "properties.sourceServerResourceId", id.text);
  become(primary.body, { ...roleOf(primary.body, body), sourceServerResourceId: id.text });
  // Neither has a standby afterwards: a replica cannot, and the new primary did not.
  put(primary.body, "properties.highAvailability", { mode: "Disabled", state: "NotEnabled" });
  for (const endpoint of endpointsOf(azure, primary)) {
    const moved = `${id.text}/virtualEndpoints/${nameOf(endpoint)}`;
    put(endpoint.body, "properties.members", [id.name, nameOf(primary)]);
    azure.store.remove(endpoint.id);
    azure.store.add({ ...endpoint, id: moved, body: { ...endpoint.body, id: moved } });
  }
}

function become(body: Json, role: Json): void {
  const { sourceServerResourceId: _, ...properties } = object(body["properties"]);
  const isPrimary = role["replicationRole"] === "Primary";
  body["properties"] = {
    ...properties,
    ...(isPrimary && { replica: { role: "Primary", capacity: MOST_REPLICAS } }),
    ...role,
  };
}

/** Replicas go before their primary; what goes leaves its endpoints. */
export function checkServerDelete({ azure, id }: Deletion): void {
  const replicas = replicasOf(azure, id.text);
  if (replicas.length > 0)
    throw refused(
      `The server ${id.name} has read replicas, which must be deleted first: ${replicas.map(nameOf).join(", ")}.`,
    );
}

export function afterServerDelete({ azure, id, body }: Deletion): void {
  const primary = azure.store.get(sourceOf(body));
  if (primary) leaveEndpoints(azure, primary, id.name);
}

function leaveEndpoints(azure: Azure, primary: Resource, replica: string): void {
  for (const one of endpointsOf(azure, primary))
    if (membersOf(one).includes(replica)) put(one.body, "properties.members", [nameOf(primary)]);
}

function endpointsOf(azure: Azure, server: Resource): Resource[] {
  return azure.store.below(server.id).filter((one) => one.type === ENDPOINT);
}

function membersOf({ body }: Pick<Resource, "body">): readonly string[] {
  return (at(body, "properties.members") ?? []) as string[];
}

/** Two names that lead to whoever has a role. It belongs to the primary, one to each. */
export const virtualEndpoints: TypeBehaviour = {
  type: ENDPOINT,
  check: ({ azure, id, body, before }) => {
    const server = azure.store.get(id.parent);
    if (!server) return;
    if (sourceOf(server.body)) throw refused(`Virtual endpoints of ${nameOf(server)} are managed on its primary.`);
    const known = [server, ...replicasOf(azure, server.id)].map(nameOf);
    const strangers = membersOf({ body }).filter((one) => !known.includes(one));
    if (strangers.length > 0) throw refused(`${strangers.join(", ")} is no read replica of ${nameOf(server)}.`);
    if (!before && endpointsOf(azure, server).length > 0) throw refused(`${nameOf(server)} has a virtual endpoint.`);
    if (!before && azure.store.ofType(ENDPOINT).some((one) => nameOf(one) === id.name))
      throw refused(`The virtual endpoint name ${id.name} is already used.`);
  },
  fill: ({ azure, id, body }) => {
    const server = text(azure.store.get(id.parent)?.body["name"]);
    const replica = membersOf({ body }).find((one) => one !== server);
    put(body, "properties.members", replica ? [server, replica] : [server]);
    put(
      body,
      "properties.virtualEndpoints",
      ["writer", "reader"].map((role) => `${id.name}.${role}.postgres.database.azure.com`),
    );
  },
};
