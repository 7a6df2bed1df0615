import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { contentsOf } from "../reach/evidence-stores";
import { isReplica } from "../reach/followers";
import { isElsewhere } from "./place";

const REPLICATION = "azurerm_storage_object_replication";
const CONTAINERS = ["azurerm_storage_container", "azurerm_storage_data_lake_gen2_filesystem"] as const;

/** Read replicas of a server in other regions. */
export function replicasElsewhere(server: Resource): readonly Resource[] {
  const made = server.graph.by(server.type, "source_server_id").get(server) ?? [];
  return made.filter((one) => isReplica(one) && isElsewhere(one, server));
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

/** Holds the rules of a policy against the containers of the account that it copies. */
export function leftBehind(account: Resource, { policy }: BlobReplication): LeftBehind {
  const rules = policy.blocks("rules");
  const named = rules.map((one) => one.value("source_container_name"));
  const own = contentsOf(account, ...CONTAINERS).map((one) => one.value("name"));
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
