import { type Entry, entry, unread } from "../entry";

export const recoveryServices: Readonly<Record<string, Entry>> = {
  azurerm_recovery_services_vault: entry({
    arm: { segment: "Microsoft.RecoveryServices/vaults" },
    holds: "backups",
    publicSide: { path: "public_network_access_enabled", off: false },
    pairedCopy: { path: "storage_mode_type", values: ["GeoRedundant", null] },
    oneWay: [
      {
        path: "immutability",
        value: "Locked",
        topic: "immutability",
        says: "its immutability is locked",
      },
    ],
  }),
  ...unread(
    "azurerm_backup_container_storage_account",
    "azurerm_backup_policy_file_share",
    "azurerm_backup_policy_vm",
    "azurerm_backup_policy_vm_workload",
    "azurerm_backup_protected_file_share",
    "azurerm_backup_protected_vm",
    "azurerm_recovery_services_vault_resource_guard_association",
    "azurerm_site_recovery_fabric",
    "azurerm_site_recovery_hyperv_network_mapping",
    "azurerm_site_recovery_hyperv_replication_policy",
    "azurerm_site_recovery_hyperv_replication_policy_association",
    "azurerm_site_recovery_network_mapping",
    "azurerm_site_recovery_protection_container",
    "azurerm_site_recovery_protection_container_mapping",
    "azurerm_site_recovery_replicated_vm",
    "azurerm_site_recovery_replication_policy",
    "azurerm_site_recovery_replication_recovery_plan",
    "azurerm_site_recovery_services_vault_hyperv_site",
    "azurerm_site_recovery_vmware_replicated_vm",
    "azurerm_site_recovery_vmware_replication_policy",
    "azurerm_site_recovery_vmware_replication_policy_association",
  ),
};
