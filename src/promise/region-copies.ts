import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { contentsOf } from "../reach/evidence-stores";
import { isReplica } from "../reach/followers";
import { isElsewhere } from "./place";

const REPLICATION = "azurerm_storage_object_replication";
const CONTAINERS = ["azurerm_storage_container", "azurerm_storage_data_lake_gen2_filesystem"] as const;

/** Read replicas of a server in other regions. */
export function replicasElsewhere(server: Resource): readonly Resource[] {
  return replicasOf(server).filter((one) => isElsewhere(one, server));
}

function replicasOf(server: Resource): readonly Resource[] {
  const made = server.graph.by(server.type, "source_server_id").get(server) ?? [];
  return made.filter(isReplica);
}

/** One policy that copies blobs of an account into an account of another region. */
export interface BlobReplication {
  readonly policy: Resource;
  readonly copy: Resource;
}

/** Where the blobs of an account are copied to, beyond its region. */
export function replicationsElsewhere(account: Resource): readonly BlobReplication[] {
  return (account.graph.by(REPLICATION, "source_storage_account_id").get(account) ?? []).flatMap((policy) => {
    const to = policy.ref("destination_storage_account_id");
    return to.kind === "resource" && isElsewhere(to.resource, account) ? [{ policy, copy: to.resource }] : [];
  });
}

/** What a policy leaves behind in the account that it copies. */
export interface LeftBehind {
  /** Containers that no rule names; `unknown` where a rule's container is not known before apply. */
  readonly containers: readonly string[] | "unknown";
  /** Containers of which a rule copies only some blobs, with the argument that says so. */
  readonly partly: readonly { readonly container: string; readonly path: string }[];
}

/** Holds the rules of a policy against the containers that the account keeps for itself. */
export function leftBehind(account: Resource, { policy }: BlobReplication): LeftBehind {
  const rules = policy.blocks("rules");
  const named = rules.map((one) => one.value("source_container_name"));
  const own = ownContainers(account);
  const partly = rules.flatMap((one) => {
    const container = String(one.text("source_container_name") ?? "a container");
    if (one.value("copy_blobs_created_after") !== "Everything")
      return [{ container, path: "copy_blobs_created_after" }];
    const some = one.texts("filter_out_blobs_with_prefix").length > 0 || one.isUnknown("filter_out_blobs_with_prefix");
    return some ? [{ container, path: "filter_out_blobs_with_prefix" }] : [];
  });
  const missing = own.filter((name) => !named.includes(name));
  const open = missing.length > 0 && (named.includes(UNKNOWN) || missing.includes(UNKNOWN));
  return { containers: open ? "unknown" : missing.map(String), partly };
}

/** Names of the containers that nothing is copied into. */
function ownContainers(account: Resource): unknown[] {
  const filled = new Set(copiedInto(account));
  return contentsOf(account, ...CONTAINERS)
    .map((one) => one.value("name"))
    .filter((name) => !filled.has(name));
}

/** Names of the containers that blobs of the environment's accounts in other regions are copied into. */
function copiedInto(account: Resource): unknown[] {
  const policies = account.graph.by(REPLICATION, "destination_storage_account_id").get(account) ?? [];
  return policies
    .filter((one) => {
      const from = one.ref("source_storage_account_id");
      return from.kind === "resource" && isElsewhere(from.resource, account);
    })
    .flatMap((one) => one.blocks("rules").map((each) => each.value("destination_container_name")));
}

/**
 * True for what only holds a copy of something else in the environment: a read replica, an account that blobs of
 * another region are replicated into. It is what a disaster is survived by, and nothing that must be brought back itself.
 */
export function isCopy(store: Resource): boolean {
  if (store.type === "azurerm_storage_account")
    return copiedInto(store).length > 0 && ownContainers(store).length === 0;
  return isReplica(store) && store.ref("source_server_id").kind === "resource";
}
