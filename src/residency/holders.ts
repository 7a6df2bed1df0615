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
