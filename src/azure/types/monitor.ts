import { type Entry, entry, unread } from "../entry";

export const monitor: Readonly<Record<string, Entry>> = {
  azurerm_monitor_action_group: entry({ arm: { segment: "Microsoft.Insights/actionGroups" } }),
  azurerm_monitor_diagnostic_setting: entry({
    waysOut: [
      {
        what: "logs",
        to: ["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"],
        says: "sends logs to",
      },
    ],
  }),
  ...unread(
    "azurerm_monitor_aad_diagnostic_setting",
    "azurerm_monitor_activity_log_alert",
    "azurerm_monitor_alert_processing_rule_action_group",
    "azurerm_monitor_alert_processing_rule_suppression",
    "azurerm_monitor_alert_prometheus_rule_group",
    "azurerm_monitor_autoscale_setting",
    "azurerm_monitor_data_collection_endpoint",
    "azurerm_monitor_data_collection_rule",
    "azurerm_monitor_data_collection_rule_association",
    "azurerm_monitor_metric_alert",
    "azurerm_monitor_private_link_scope",
    "azurerm_monitor_private_link_scoped_service",
    "azurerm_monitor_scheduled_query_rules_alert",
    "azurerm_monitor_scheduled_query_rules_alert_v2",
    "azurerm_monitor_scheduled_query_rules_log",
    "azurerm_monitor_smart_detector_alert_rule",
    "azurerm_monitor_workspace",
  ),
};
