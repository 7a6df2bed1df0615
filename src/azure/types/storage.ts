import { type Entry, entry, part, parts } from "../entry";

const ACCOUNT = "azurerm_storage_account";

/** Storage accounts with what is in them, and file synchronization. */
export const storage: Readonly<Record<string, Entry>> = {
  azurerm_storage_account: entry({
    sla: { usual: "storage" },
    hosts: [
      "blob.core.windows.net",
      "dfs.core.windows.net",
      "file.core.windows.net",
      "queue.core.windows.net",
      "table.core.windows.net",
      "*.web.core.windows.net",
    ],
    noun: "storage account",
    arm: { segment: "Microsoft.Storage/storageAccounts" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_rules", ips: "ip_rules" },
    },
    privateLink: [
      { name: "blob", zone: "privatelink.blob.core.windows.net", neededBy: ["azurerm_storage_container"] },
      { name: "queue", zone: "privatelink.queue.core.windows.net", neededBy: ["azurerm_storage_queue"] },
      { name: "file", zone: "privatelink.file.core.windows.net", neededBy: ["azurerm_storage_share"] },
      { name: "table", zone: "privatelink.table.core.windows.net", neededBy: ["azurerm_storage_table"] },
      { name: "dfs", zone: "privatelink.dfs.core.windows.net", neededBy: [] },
      { name: "web", zone: "privatelink.web.core.windows.net", neededBy: [] },
    ],
    localAuth: [
      { path: "shared_access_key_enabled", off: false, what: "shared keys" },
      { path: "local_user_enabled", off: false, what: "passwords and keys of local users" },
    ],
    tls: [
      { path: "https_traffic_only_enabled", good: [true] },
      { path: "min_tls_version", good: ["TLS1_2", "TLS1_3"] },
    ],
    zones: {
      path: "account_replication_type",
      spans: { oneOf: ["ZRS", "GZRS", "RAGZRS"] },
      want: "account_replication_type ZRS or GZRS",
    },
    pairedCopy: [{ path: "account_replication_type", values: ["GRS", "RAGRS", "GZRS", "RAGZRS"] }],
    retention: [
      "account_replication_type",
      "blob_properties.versioning_enabled",
      "blob_properties.delete_retention_policy.days",
      "blob_properties.container_delete_retention_policy.days",
    ],
    waysIn: { none: "a website of its own is judged with the paths from the Internet" },
    waysOut: { none: "replication and exports are resources of their own" },
    gives: { none: "roles, keys and users are resources of their own, or switches" },
    diagnosed: true,
    oneWay: [
      {
        path: "immutability_policy.state",
        value: "Locked",
        topic: "immutability",
        says: "its immutability is locked",
      },
    ],
  }),
  ...parts(
    ACCOUNT,
    "azurerm_storage_account_customer_managed_key",
    "azurerm_storage_account_queue_properties",
    "azurerm_storage_account_table_properties",
    "azurerm_storage_blob_inventory_policy",
    "azurerm_storage_encryption_scope",
    "azurerm_storage_management_policy",
  ),
  azurerm_storage_account_local_user: part(ACCOUNT, {
    localAuth: [
      { path: "ssh_password_enabled", off: false, what: "a password over SFTP", onRequest: true },
      { path: "ssh_key_enabled", off: false, what: "a key over SFTP", onRequest: true },
    ],
    gives: { what: "a sign-in over SFTP", right: "permission_scope.permissions" },
  }),
  azurerm_storage_account_network_rules: part(ACCOUNT),
  azurerm_storage_account_static_website: part(ACCOUNT, {
    waysIn: [{ kind: "static-website", path: "storage_account_id", says: "serves a website to everyone" }],
  }),
  azurerm_storage_blob: part("azurerm_storage_container", {
    dataPart: true,
    waysOut: [{ what: "a file", to: ["source_uri"], says: "is filled from" }],
  }),
  azurerm_storage_container: part(ACCOUNT, {
    dataPart: true,
    arm: { segment: "blobServices/default/containers", parentId: "storage_account_id" },
  }),
  azurerm_storage_container_immutability_policy: part("azurerm_storage_container", {
    oneWay: [{ path: "locked", value: true, topic: "immutability", says: "its immutability is locked" }],
  }),
  azurerm_storage_data_lake_gen2_filesystem: part(ACCOUNT, {
    dataPart: true,
    gives: { what: "access to files", to: "ace.id" },
  }),
  azurerm_storage_data_lake_gen2_path: part(ACCOUNT, {
    dataPart: true,
    gives: { what: "access to files", to: "ace.id" },
  }),
  azurerm_storage_object_replication: part(ACCOUNT, {
    waysOut: [{ what: "replicated blobs", to: ["destination_storage_account_id"], says: "sends replicated blobs to" }],
  }),
  azurerm_storage_queue: part(ACCOUNT, {
    noBackup: "messages",
    dataPart: true,
    arm: { segment: "queueServices/default/queues", parentId: "storage_account_id" },
  }),
  azurerm_storage_share: part(ACCOUNT, {
    dataPart: true,
    arm: { segment: "fileServices/default/shares", parentId: "storage_account_id" },
    gives: { what: "a stored access policy, which signs keys", right: "acl.access_policy.permissions" },
  }),
  azurerm_storage_share_directory: part("azurerm_storage_share", { dataPart: true }),
  azurerm_storage_share_file: part("azurerm_storage_share", { dataPart: true }),
  ...parts("azurerm_storage_share"),
  azurerm_storage_sync: entry({
    noun: "Storage Sync service",
    holds: { none: "files are in the account that it synchronizes" },
    publicSide: { path: "incoming_traffic_policy", off: "AllowVirtualNetworksOnly" },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "its endpoints say what is synchronized" },
    localAuth: { none: "servers register by certificate, people by Entra ID" },
    gives: { none: "it gives nobody a right" },
    privateLink: [{ name: "afs", zone: "privatelink.afs.azure.net" }],
  }),
  azurerm_storage_sync_cloud_endpoint: part("azurerm_storage_sync", {
    waysOut: [{ what: "files", to: ["storage_account_id"], says: "synchronizes files with" }],
  }),
  azurerm_storage_sync_group: part("azurerm_storage_sync"),
  azurerm_storage_sync_server_endpoint: part("azurerm_storage_sync", {
    waysOut: [{ what: "files", to: ["registered_server_id"], says: "synchronizes files with" }],
  }),
  azurerm_storage_table: part(ACCOUNT, {
    dataPart: true,
    arm: { segment: "tableServices/default/tables", parentId: "storage_account_id" },
    gives: { what: "a stored access policy, which signs keys", right: "acl.access_policy.permissions" },
  }),
  azurerm_storage_table_entity: part("azurerm_storage_table", { dataPart: true }),
};
