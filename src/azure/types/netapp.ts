import { type Entry, unread } from "../entry";

export const netapp: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_netapp_account",
    "azurerm_netapp_account_encryption",
    "azurerm_netapp_backup_policy",
    "azurerm_netapp_backup_vault",
    "azurerm_netapp_pool",
    "azurerm_netapp_snapshot",
    "azurerm_netapp_snapshot_policy",
    "azurerm_netapp_volume",
    "azurerm_netapp_volume_bucket",
    "azurerm_netapp_volume_bucket_with_server",
    "azurerm_netapp_volume_group_oracle",
    "azurerm_netapp_volume_group_sap_hana",
    "azurerm_netapp_volume_quota_rule",
  ),
};
