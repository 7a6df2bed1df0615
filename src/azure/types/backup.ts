import { type Entry, entry, unread } from "../entry";

export const backup: Readonly<Record<string, Entry>> = {
  azurerm_data_protection_backup_instance_blob_storage: entry({
    waysOut: [{ what: "backups", to: ["vault_id"], says: "sends backups to" }],
  }),
  azurerm_data_protection_backup_instance_postgresql_flexible_server: entry({
    waysOut: [{ what: "backups", to: ["vault_id"], says: "sends backups to" }],
  }),
  azurerm_data_protection_backup_vault: entry({
    arm: { segment: "Microsoft.DataProtection/backupVaults" },
    holds: "backups",
    zones: {
      path: "redundancy",
      spans: { oneOf: ["ZoneRedundant", "GeoRedundant"] },
      want: 'redundancy = "ZoneRedundant"',
    },
    pairedCopy: { path: "redundancy", values: ["GeoRedundant"] },
    retention: ["soft_delete", "retention_duration_in_days"],
    diagnosed: true,
    oneWay: [
      {
        path: "immutability",
        value: "Locked",
        topic: "immutability",
        says: "its immutability is locked",
      },
      {
        path: "soft_delete",
        value: "AlwaysOn",
        topic: "soft-delete",
        says: "its soft delete is always on",
      },
    ],
  }),
  ...unread(
    "azurerm_data_protection_backup_instance_data_lake_storage",
    "azurerm_data_protection_backup_instance_disk",
    "azurerm_data_protection_backup_instance_kubernetes_cluster",
    "azurerm_data_protection_backup_instance_mysql_flexible_server",
    "azurerm_data_protection_backup_instance_postgresql",
    "azurerm_data_protection_backup_policy_blob_storage",
    "azurerm_data_protection_backup_policy_data_lake_storage",
    "azurerm_data_protection_backup_policy_disk",
    "azurerm_data_protection_backup_policy_kubernetes_cluster",
    "azurerm_data_protection_backup_policy_mysql_flexible_server",
    "azurerm_data_protection_backup_policy_postgresql",
    "azurerm_data_protection_backup_policy_postgresql_flexible_server",
    "azurerm_data_protection_backup_vault_customer_managed_key",
    "azurerm_data_protection_resource_guard",
  ),
};
