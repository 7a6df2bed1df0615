import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { contentsOf } from "./evidence-stores";
import { target } from "./network";

const REPLICATION = "azurerm_storage_object_replication";

/** True for a server that is made as a read replica. */
export function isReplica(server: Resource): boolean {
  return server.text("create_mode") === "Replica";
}

/** The server that a replica copies, where that is one of this plan and no replica itself. */
function serverBehind(server: Resource): Resource | undefined {
  const source = isReplica(server) ? target(server.refs("source_server_id")[0], server.type) : undefined;
  return source?.mode === "managed" && !isReplica(source) ? source : undefined;
}

/** The account that blobs are copied from, where there are no others in it and none are copied on. */
function accountBehind(account: Resource): Resource | undefined {
  const { graph } = account;
  const policies = graph.by(REPLICATION, "destination_storage_account_id").get(account) ?? [];
  if (graph.by(REPLICATION, "source_storage_account_id").has(account)) return undefined;
  const copies = new Set(
    policies.flatMap((one) => one.blocks("rules")).map((one) => one.value("destination_container_name")),
  );
  // Of an account backups have the blobs alone, so that they alone decide whether copies are demanded.
  const contents = contentsOf(account, "azurerm_storage_container", "azurerm_storage_data_lake_gen2_filesystem");
  const isCopy = (one: Resource) => one.value("name") !== UNKNOWN && copies.has(one.value("name"));
  const source = target(policies[0]?.refs("source_storage_account_id")[0], account.type);
  return contents.length > 0 && contents.every(isCopy) && source?.mode === "managed" ? source : undefined;
}

/**
 * The store of this plan that another one only follows: what is in it is the other's, and is kept and copied there.
 * `undefined` for a store with data or blobs of its own.
 */
export function followed(store: Resource): Resource | undefined {
  return serverBehind(store) ?? accountBehind(store);
}
