import { type Entry, entry, part, parts } from "../entry";

const VAULT = "azurerm_recovery_services_vault";

/** Recovery Services: vaults, and machines that are copied to another region. */
export const recoveryServices: Readonly<Record<string, Entry>> = {
  azurerm_recovery_services_vault: entry({
    arm: { segment: "Microsoft.RecoveryServices/vaults" },
    noun: "Recovery Services vault",
    holds: "backups",
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "replication is a resource of its own" },
    localAuth: { none: "people sign in to Azure" },
    gives: { none: "it gives nobody a right" },
    pairedCopy: [{ path: "storage_mode_type", values: ["GeoRedundant"] }],
    oneWay: [
      {
        path: "immutability",
        value: "Locked",
        topic: "immutability",
        says: "its immutability is locked",
      },
    ],
  }),
  azurerm_backup_protected_file_share: part(VAULT, { dataPart: true }),
  azurerm_backup_protected_vm: part(VAULT, { dataPart: true }),
  ...parts(
    VAULT,
    "azurerm_backup_container_storage_account",
    "azurerm_backup_policy_file_share",
    "azurerm_backup_policy_vm",
    "azurerm_backup_policy_vm_workload",
    "azurerm_recovery_services_vault_resource_guard_association",
    "azurerm_site_recovery_hyperv_network_mapping",
    "azurerm_site_recovery_hyperv_replication_policy",
    "azurerm_site_recovery_hyperv_replication_policy_association",
    "azurerm_site_recovery_network_mapping",
    "azurerm_site_recovery_protection_container",
    "azurerm_site_recovery_replication_policy",
    "azurerm_site_recovery_replication_recovery_plan",
    "azurerm_site_recovery_services_vault_hyperv_site",
    "azurerm_site_recovery_vmware_replication_policy",
    "azurerm_site_recovery_vmware_replication_policy_association",
  ),
  azurerm_site_recovery_fabric: part(VAULT, { regions: ["location"] }),
  azurerm_site_recovery_protection_container_mapping: part(VAULT),
  azurerm_site_recovery_replicated_vm: part(VAULT, {
    waysOut: [
      {
        what: "a copy of the machine",
        to: ["target_resource_group_id", "managed_disk.target_resource_group_id"],
        says: "sends a copy of the machine to",
      },
    ],
  }),
  azurerm_site_recovery_vmware_replicated_vm: part(VAULT, {
    waysOut: [
      { what: "a copy of the machine", to: ["target_resource_group_id"], says: "sends a copy of the machine to" },
    ],
  }),
};
