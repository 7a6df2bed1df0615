import type { MockTable } from "./entry";

/** Backup vaults, their policies and instances. Types without their `azurerm_` prefix. */
export const backup: MockTable = {
  backup_container_storage_account:
    "{rg}/Microsoft.RecoveryServices/vaults/{recovery_vault_name}/backupFabrics/Azure/protectionContainers/StorageContainer;storage;{resource_group_name};{storage_account_id:storage_account.name}",
  backup_policy_file_share: "{rg}/Microsoft.RecoveryServices/vaults/{recovery_vault_name}/backupPolicies/{name}",
  backup_policy_vm: "{rg}/Microsoft.RecoveryServices/vaults/{recovery_vault_name}/backupPolicies/{name}",
  backup_policy_vm_workload: "{rg}/Microsoft.RecoveryServices/vaults/{recovery_vault_name}/backupPolicies/{name}",
  backup_protected_file_share:
    "{rg}/Microsoft.RecoveryServices/vaults/{recovery_vault_name}/backupFabrics/Azure/protectionContainers/StorageContainer;storage;{resource_group_name};{source_storage_account_id:storage_account.name}/protectedItems/AzureFileShare;{source_file_share_name}",
  backup_protected_vm:
    "{rg}/Microsoft.RecoveryServices/vaults/{recovery_vault_name}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;{resource_group_name};{source_vm_id:linux_virtual_machine.name}/protectedItems/vm;iaasvmcontainerv2;{resource_group_name};{source_vm_id:linux_virtual_machine.name}",
  data_protection_backup_instance_blob_storage: "{vault_id:data_protection_backup_vault}/backupInstances/{name}",
  data_protection_backup_instance_disk: "{vault_id:data_protection_backup_vault}/backupInstances/{name}",
  data_protection_backup_instance_kubernetes_cluster: "{vault_id:data_protection_backup_vault}/backupInstances/{name}",
  data_protection_backup_instance_mysql_flexible_server:
    "{vault_id:data_protection_backup_vault}/backupInstances/{name}",
  data_protection_backup_instance_postgresql: "{vault_id:data_protection_backup_vault}/backupInstances/{name}",
  data_protection_backup_instance_postgresql_flexible_server:
    "{vault_id:data_protection_backup_vault}/backupInstances/{name}",
  data_protection_backup_policy_blob_storage: "{vault_id:data_protection_backup_vault}/backupPolicies/{name}",
  data_protection_backup_policy_disk: "{vault_id:data_protection_backup_vault}/backupPolicies/{name}",
  data_protection_backup_policy_kubernetes_cluster:
    "{rg}/Microsoft.DataProtection/backupVaults/{vault_name}/backupPolicies/{name}",
  data_protection_backup_policy_mysql_flexible_server: "{vault_id:data_protection_backup_vault}/backupPolicies/{name}",
  data_protection_backup_policy_postgresql:
    "{rg}/Microsoft.DataProtection/backupVaults/{vault_name}/backupPolicies/{name}",
  data_protection_backup_policy_postgresql_flexible_server:
    "{vault_id:data_protection_backup_vault}/backupPolicies/{name}",
  data_protection_backup_vault: "{rg}/Microsoft.DataProtection/backupVaults/{name}",
  data_protection_backup_vault_customer_managed_key: "{data_protection_backup_vault_id:data_protection_backup_vault}",
  data_protection_resource_guard: "{rg}/Microsoft.DataProtection/resourceGuards/{name}",
  recovery_services_vault: "{rg}/Microsoft.RecoveryServices/vaults/{name}",
  recovery_services_vault_resource_guard_association:
    "{vault_id:recovery_services_vault}/backupResourceGuardProxies/VaultProxy",
};
