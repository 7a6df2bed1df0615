import { type Entry, entry, part, parts, plain } from "../entry";

const VAULT = "azurerm_data_protection_backup_vault";
const COPIES = [{ what: "backups", to: ["vault_id"], says: "sends backups to" }];

/** Azure Backup: vaults, policies, and what is copied into them. */
export const backup: Readonly<Record<string, Entry>> = {
  azurerm_data_protection_backup_instance_blob_storage: part(VAULT, { dataPart: true, waysOut: COPIES }),
  azurerm_data_protection_backup_instance_data_lake_storage: part(VAULT, {
    dataPart: true,
    waysOut: [{ what: "backups", to: ["data_protection_backup_vault_id"], says: "sends backups to" }],
  }),
  azurerm_data_protection_backup_instance_disk: part(VAULT, { dataPart: true, waysOut: COPIES }),
  azurerm_data_protection_backup_instance_kubernetes_cluster: part(VAULT, { dataPart: true, waysOut: COPIES }),
  azurerm_data_protection_backup_instance_mysql_flexible_server: part(VAULT, { dataPart: true, waysOut: COPIES }),
  azurerm_data_protection_backup_instance_postgresql: part(VAULT, { dataPart: true, waysOut: COPIES }),
  azurerm_data_protection_backup_instance_postgresql_flexible_server: part(VAULT, { dataPart: true, waysOut: COPIES }),
  azurerm_data_protection_backup_vault: entry({
    arm: { segment: "Microsoft.DataProtection/backupVaults" },
    noun: "backup vault",
    holds: "backups",
    publicSide: { none: "what it copies comes to it over Azure's own network" },
    waysIn: { none: "nobody calls it" },
    waysOut: { none: "a restore is an act of people" },
    localAuth: { none: "people sign in to Azure" },
    gives: { none: "it gives nobody a right" },
    zones: {
      path: "redundancy",
      spans: { oneOf: ["ZoneRedundant", "GeoRedundant"] },
      want: 'redundancy = "ZoneRedundant"',
    },
    pairedCopy: [{ path: "redundancy", values: ["GeoRedundant"] }],
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
  ...parts(
    VAULT,
    "azurerm_data_protection_backup_policy_blob_storage",
    "azurerm_data_protection_backup_policy_data_lake_storage",
    "azurerm_data_protection_backup_policy_disk",
    "azurerm_data_protection_backup_policy_kubernetes_cluster",
    "azurerm_data_protection_backup_policy_mysql_flexible_server",
    "azurerm_data_protection_backup_policy_postgresql",
    "azurerm_data_protection_backup_policy_postgresql_flexible_server",
    "azurerm_data_protection_backup_vault_customer_managed_key",
  ),
  azurerm_data_protection_resource_guard: plain("it asks a second person before a vault is changed"),
};
