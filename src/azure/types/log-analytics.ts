import { type Entry, entry, unread } from "../entry";

export const logAnalytics: Readonly<Record<string, Entry>> = {
  azurerm_application_insights: entry({
    renamed: { local_authentication_disabled: { to: "local_authentication_enabled", opposite: true } },
    arm: { segment: "Microsoft.Insights/components" },
    holds: "logs",
    localAuth: [{ path: "local_authentication_disabled", off: true, what: "its key" }],
    waysOut: [{ what: "telemetry", to: ["workspace_id"], says: "sends telemetry to" }],
  }),
  azurerm_log_analytics_data_export_rule: entry({
    waysOut: [{ what: "exported logs", to: ["destination_resource_id"], says: "sends exported logs to" }],
  }),
  azurerm_log_analytics_workspace: entry({
    renamed: {
      local_authentication_disabled: { to: "local_authentication_enabled", opposite: true },
      internet_ingestion_enabled: {
        to: "internet_ingestion_access_type",
        values: { Enabled: true, Disabled: false, SecuredByPerimeter: false },
      },
      internet_query_enabled: {
        to: "internet_query_access_type",
        values: { Enabled: true, Disabled: false, SecuredByPerimeter: false },
      },
    },
    arm: { segment: "Microsoft.OperationalInsights/workspaces" },
    holds: "logs",
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "the workspace's key" }],
    retention: ["retention_in_days"],
    softDelete: { trap: "T5", block: "log_analytics_workspace", purge: "permanently_delete_on_destroy" },
  }),
  ...unread(
    "azurerm_application_insights_analytics_item",
    "azurerm_application_insights_api_key",
    "azurerm_application_insights_smart_detection_rule",
    "azurerm_application_insights_standard_web_test",
    "azurerm_application_insights_web_test",
    "azurerm_application_insights_workbook",
    "azurerm_application_insights_workbook_template",
    "azurerm_log_analytics_cluster",
    "azurerm_log_analytics_cluster_customer_managed_key",
    "azurerm_log_analytics_datasource_windows_event",
    "azurerm_log_analytics_datasource_windows_performance_counter",
    "azurerm_log_analytics_linked_service",
    "azurerm_log_analytics_linked_storage_account",
    "azurerm_log_analytics_query_pack",
    "azurerm_log_analytics_query_pack_query",
    "azurerm_log_analytics_saved_search",
    "azurerm_log_analytics_solution",
    "azurerm_log_analytics_storage_insights",
    "azurerm_log_analytics_workspace_table",
    "azurerm_log_analytics_workspace_table_custom_log",
    "azurerm_log_analytics_workspace_table_microsoft",
  ),
};
