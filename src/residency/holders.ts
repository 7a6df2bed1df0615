/** What kind of data a resource type keeps. */
export type Holds = "customer data" | "secrets" | "logs" | "images" | "state" | "backups";

/** Resource types that keep data where they are, by what they keep. Types that only move or configure are not listed. */
export const HOLDERS: Readonly<Record<string, Holds>> = {
  azurerm_app_configuration: "customer data",
  azurerm_application_insights: "logs",
  azurerm_cognitive_account: "customer data",
  azurerm_container_app_environment: "customer data",
  azurerm_container_registry: "images",
  azurerm_cosmosdb_account: "customer data",
  azurerm_data_protection_backup_vault: "backups",
  azurerm_eventhub_namespace: "customer data",
  azurerm_key_vault: "secrets",
  azurerm_linux_virtual_machine: "customer data",
  azurerm_linux_web_app: "customer data",
  azurerm_log_analytics_workspace: "logs",
  azurerm_managed_disk: "customer data",
  azurerm_managed_redis: "customer data",
  azurerm_mssql_server: "customer data",
  azurerm_mysql_flexible_server: "customer data",
  azurerm_postgresql_flexible_server: "customer data",
  azurerm_recovery_services_vault: "backups",
  azurerm_redis_cache: "customer data",
  azurerm_search_service: "customer data",
  azurerm_servicebus_namespace: "customer data",
  azurerm_snapshot: "backups",
  azurerm_storage_account: "customer data",
};

/** Resource types that send data somewhere: which attribute names the source, and which the destination. */
export const FLOWS: Readonly<
  Record<string, { readonly from: readonly string[]; readonly to: readonly string[]; readonly what: string }>
> = {
  azurerm_application_insights: { from: [], to: ["workspace_id"], what: "telemetry" },
  azurerm_data_protection_backup_instance_blob_storage: {
    from: ["storage_account_id"],
    to: ["vault_id"],
    what: "backups",
  },
  azurerm_data_protection_backup_instance_postgresql_flexible_server: {
    from: ["server_id"],
    to: ["vault_id"],
    what: "backups",
  },
  azurerm_log_analytics_data_export_rule: {
    from: ["workspace_resource_id"],
    to: ["destination_resource_id"],
    what: "exported logs",
  },
  azurerm_monitor_diagnostic_setting: {
    from: ["target_resource_id"],
    to: ["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"],
    what: "logs",
  },
  azurerm_mssql_failover_group: { from: ["server_id"], to: ["partner_server.id"], what: "replicas" },
  azurerm_network_watcher_flow_log: {
    from: ["network_security_group_id", "target_resource_id"],
    to: ["storage_account_id"],
    what: "flow logs",
  },
  azurerm_postgresql_flexible_server: { from: ["source_server_id"], to: [], what: "a replica" },
  azurerm_storage_object_replication: {
    from: ["source_storage_account_id"],
    to: ["destination_storage_account_id"],
    what: "replicated blobs",
  },
};
