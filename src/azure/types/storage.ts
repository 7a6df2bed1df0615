import { type Entry, entry, unread } from "../entry";

export const storage: Readonly<Record<string, Entry>> = {
  azurerm_storage_account: entry({
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
    pairedCopy: { path: "account_replication_type", values: ["GRS", "RAGRS", "GZRS", "RAGZRS"] },
    retention: [
      "account_replication_type",
      "blob_properties.versioning_enabled",
      "blob_properties.delete_retention_policy.days",
      "blob_properties.container_delete_retention_policy.days",
    ],
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
  azurerm_storage_account_local_user: entry({
    localAuth: [
      { path: "ssh_password_enabled", off: false, what: "a password over SFTP", onRequest: true },
      { path: "ssh_key_enabled", off: false, what: "a key over SFTP", onRequest: true },
    ],
  }),
  azurerm_storage_account_static_website: entry({
    waysIn: [{ kind: "static-website", path: "storage_account_id", says: "serves a website to everyone" }],
  }),
  azurerm_storage_container: entry({
    arm: { segment: "blobServices/default/containers", parentId: "storage_account_id" },
  }),
  azurerm_storage_container_immutability_policy: entry({
    oneWay: [{ path: "locked", value: true, topic: "immutability", says: "its immutability is locked" }],
  }),
  azurerm_storage_object_replication: entry({
    waysOut: [{ what: "replicated blobs", to: ["destination_storage_account_id"], says: "sends replicated blobs to" }],
  }),
  azurerm_storage_queue: entry({ arm: { segment: "queueServices/default/queues", parentId: "storage_account_id" } }),
  azurerm_storage_share: entry({ arm: { segment: "fileServices/default/shares", parentId: "storage_account_id" } }),
  azurerm_storage_table: entry({ arm: { segment: "tableServices/default/tables", parentId: "storage_account_id" } }),
  ...unread(
    "azurerm_hpc_cache",
    "azurerm_hpc_cache_access_policy",
    "azurerm_hpc_cache_blob_nfs_target",
    "azurerm_hpc_cache_blob_target",
    "azurerm_hpc_cache_nfs_target",
    "azurerm_storage_account_customer_managed_key",
    "azurerm_storage_account_network_rules",
    "azurerm_storage_account_queue_properties",
    "azurerm_storage_account_table_properties",
    "azurerm_storage_blob",
    "azurerm_storage_blob_inventory_policy",
    "azurerm_storage_data_lake_gen2_filesystem",
    "azurerm_storage_data_lake_gen2_path",
    "azurerm_storage_encryption_scope",
    "azurerm_storage_management_policy",
    "azurerm_storage_share_directory",
    "azurerm_storage_share_file",
    "azurerm_storage_sync",
    "azurerm_storage_sync_cloud_endpoint",
    "azurerm_storage_sync_group",
    "azurerm_storage_sync_server_endpoint",
    "azurerm_storage_table_entity",
  ),
};
