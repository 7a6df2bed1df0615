import { gate } from "./egress-plans";
import { nearMisses } from "./said";

nearMisses("NET-08", {
  "an account whose blobs may go to another tenant lets them": {
    gate,
    resources: {
      "azurerm_storage_account.on": { name: "a", cross_tenant_replication_enabled: true },
      "azurerm_storage_account.off": { name: "b", cross_tenant_replication_enabled: false },
      "azurerm_storage_account.default": { name: "c" },
      "azurerm_storage_account.later": { name: "d", cross_tenant_replication_enabled: "${var.on}" },
      "azurerm_storage_account.copied": { name: "e", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.b": {
        name: "b",
        storage_account_id: "${azurerm_storage_account.copied.id}",
        backup_policy_id: "${azurerm_data_protection_backup_policy_blob_storage.vault.id}",
      },
      "azurerm_storage_account.kept": { name: "f", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.operational": {
        name: "o",
        storage_account_id: "${azurerm_storage_account.kept.id}",
        backup_policy_id: "${azurerm_data_protection_backup_policy_blob_storage.operational.id}",
      },
      "azurerm_storage_account.elsewhere": { name: "g", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.elsewhere": {
        name: "e",
        storage_account_id: "${azurerm_storage_account.elsewhere.id}",
        backup_policy_id: "${var.policy}",
      },
      "azurerm_data_protection_backup_policy_blob_storage.vault": {
        name: "v",
        vault_default_retention_duration: "P90D",
      },
      "azurerm_data_protection_backup_policy_blob_storage.operational": {
        name: "o",
        operational_default_retention_duration: "P30D",
      },
    },
    pass: ["azurerm_storage_account.copied"],
    fail: {
      "azurerm_storage_account.kept": "Its blobs may be replicated into another tenant.",
      "azurerm_storage_account.on": "Its blobs may be replicated into another tenant.",
    },
    unknown: {
      "azurerm_storage_account.elsewhere": "Whether a backup vault needs its blobs to be replicated is not known here.",
      "azurerm_storage_account.later": "cross_tenant_replication_enabled is not known before apply.",
    },
  },
  "a vault may copy the blobs of an account, where the plan does not show which one": {
    gate,
    resources: {
      "azurerm_storage_account.on": { name: "a", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.b": { name: "b", storage_account_id: "${lower(local.x)}" },
    },
    unknown: {
      "azurerm_storage_account.on": "Whether a backup vault needs its blobs to be replicated is not known here.",
    },
  },
});
