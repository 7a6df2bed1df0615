import { type Entry, unread } from "../entry";

export const fileSystems: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_hpc_cache_nfs_target",
    "azurerm_hpc_cache_blob_target",
    "azurerm_hpc_cache_blob_nfs_target",
    "azurerm_hpc_cache_access_policy",
    "azurerm_hpc_cache",
    "azurerm_data_share",
    "azurerm_data_share_account",
    "azurerm_data_share_dataset_blob_storage",
    "azurerm_data_share_dataset_data_lake_gen2",
    "azurerm_data_share_dataset_kusto_cluster",
    "azurerm_data_share_dataset_kusto_database",
    "azurerm_elastic_san",
    "azurerm_elastic_san_volume",
    "azurerm_elastic_san_volume_group",
    "azurerm_managed_lustre_file_system",
    "azurerm_qumulo_file_system",
    "azurerm_storage_mover",
    "azurerm_storage_mover_agent",
    "azurerm_storage_mover_job_definition",
    "azurerm_storage_mover_project",
    "azurerm_storage_mover_source_endpoint",
    "azurerm_storage_mover_target_endpoint",
  ),
};
