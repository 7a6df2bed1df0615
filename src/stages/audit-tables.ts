/**
 * Tables that say who did what, by the type of resource that writes them.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables-index
 */
export const AUDIT_TABLES = {
  azurerm_application_gateway: ["AGWAccessLogs", "AGWFirewallLogs"],
  azurerm_container_registry: ["ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"],
  azurerm_firewall: ["AZFWApplicationRule", "AZFWNetworkRule"],
  azurerm_key_vault: ["AZKVAuditLogs"],
  azurerm_log_analytics_workspace: ["LAQueryLogs"],
  azurerm_postgresql_flexible_server: ["PGSQLServerLogs"],
  azurerm_storage_container: ["StorageBlobLogs"],
  azurerm_storage_queue: ["StorageQueueLogs"],
} as const;

/** Types whose rows reach their own tables only from a diagnostic setting of destination type `Dedicated`. */
export const DEDICATED_ONLY = [
  "azurerm_application_gateway",
  "azurerm_firewall",
  "azurerm_key_vault",
  "azurerm_postgresql_flexible_server",
] as const;
