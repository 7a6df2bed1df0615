import { type Entry, entry, part, plain } from "../entry";

const ALERTING = "whom it tells stands in its action groups";
const DCR = "azurerm_monitor_data_collection_rule";
const PRIVATE = "azurerm_monitor_private_link_scope";

/** Azure Monitor: alerts, and where logs and metrics go. */
export const monitor: Readonly<Record<string, Entry>> = {
  azurerm_monitor_action_group: plain("it tells people", {
    waysOut: [
      {
        what: "alerts",
        to: [
          "automation_runbook_receiver.automation_account_id",
          "azure_function_receiver.function_app_resource_id",
          "azure_function_receiver.http_trigger_url",
          "event_hub_receiver.subscription_id",
          "itsm_receiver.workspace_id",
          "logic_app_receiver.callback_url",
          "logic_app_receiver.resource_id",
          "webhook_receiver.service_uri",
        ],
        says: "sends alerts to",
      },
    ],
    arm: { segment: "Microsoft.Insights/actionGroups" },
  }),
  azurerm_monitor_diagnostic_setting: plain("it has no endpoint", {
    waysOut: [
      {
        what: "logs",
        to: [
          "log_analytics_workspace_id",
          "storage_account_id",
          "eventhub_authorization_rule_id",
          "partner_solution_id",
        ],
        says: "sends logs to",
      },
    ],
  }),
  azurerm_monitor_aad_diagnostic_setting: plain("it has no endpoint", {
    waysOut: [
      {
        what: "logs of the directory",
        to: ["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"],
        says: "sends logs of the directory to",
      },
    ],
  }),
  azurerm_monitor_activity_log_alert: plain(ALERTING),
  azurerm_monitor_alert_processing_rule_action_group: plain(ALERTING),
  azurerm_monitor_alert_processing_rule_suppression: plain(ALERTING),
  azurerm_monitor_alert_prometheus_rule_group: plain(ALERTING),
  azurerm_monitor_autoscale_setting: plain("it scales what is judged by itself", {
    waysOut: [{ what: "notices", to: ["notification.webhook.service_uri"], says: "sends notices to" }],
  }),
  azurerm_monitor_data_collection_endpoint: entry({
    noun: "data collection endpoint",
    holds: { none: "logs pass through" },
    publicSide: { none: "monitoring stays reachable by decision" },
    waysIn: { none: "monitoring stays reachable by decision" },
    waysOut: { none: "its rules say where logs go" },
    localAuth: { none: "senders have Entra identities" },
    gives: { none: "it gives nobody a right" },
  }),
  [DCR]: plain("it has no endpoint", {
    waysOut: [
      {
        what: "logs",
        to: [
          "destinations.event_hub.event_hub_id",
          "destinations.event_hub_direct.event_hub_id",
          "destinations.log_analytics.workspace_resource_id",
          "destinations.monitor_account.monitor_account_id",
          "destinations.storage_blob.storage_account_id",
          "destinations.storage_blob_direct.storage_account_id",
          "destinations.storage_table_direct.storage_account_id",
        ],
        says: "sends logs to",
      },
    ],
  }),
  azurerm_monitor_data_collection_rule_association: part(DCR),
  azurerm_monitor_metric_alert: plain(ALERTING),
  [PRIVATE]: plain("it puts monitoring behind private endpoints"),
  azurerm_monitor_private_link_scoped_service: part(PRIVATE),
  azurerm_monitor_scheduled_query_rules_alert: plain(ALERTING),
  azurerm_monitor_scheduled_query_rules_alert_v2: plain(ALERTING),
  azurerm_monitor_scheduled_query_rules_log: plain("it makes metrics of logs"),
  azurerm_monitor_smart_detector_alert_rule: plain(ALERTING),
  azurerm_monitor_workspace: entry({
    noun: "Monitor workspace",
    holds: "logs",
    publicSide: { none: "monitoring stays reachable by decision" },
    waysIn: { none: "monitoring stays reachable by decision" },
    waysOut: { none: "it answers queries" },
    localAuth: { none: "callers have Entra identities" },
    gives: { none: "it gives nobody a right" },
  }),
};
