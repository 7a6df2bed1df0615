import { type Entry, unread } from "../entry";

export const oracle: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_oracle_autonomous_database",
    "azurerm_oracle_autonomous_database_backup",
    "azurerm_oracle_autonomous_database_clone_from_backup",
    "azurerm_oracle_autonomous_database_clone_from_database",
    "azurerm_oracle_cloud_vm_cluster",
    "azurerm_oracle_exadata_infrastructure",
    "azurerm_oracle_exascale_database_storage_vault",
    "azurerm_oracle_resource_anchor",
  ),
};
