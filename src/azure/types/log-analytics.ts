import { type Entry, entry, part, parts, plain } from "../entry";

const INSIGHTS = "azurerm_application_insights";
const WORKSPACE = "azurerm_log_analytics_workspace";
/** Monitoring keeps its endpoint by decision: whether it should is not asked. */
const BY_DECISION = { none: "monitoring stays reachable by decision" };

/** Log workspaces and Application Insights. */
export const logAnalytics: Readonly<Record<string, Entry>> = {
  azurerm_application_insights: entry({
    noun: "telemetry",
    publicSide: BY_DECISION,
    waysIn: BY_DECISION,
    gives: { none: "its keys are resources of their own" },
    renamed: { local_authentication_disabled: { to: "local_authentication_enabled", opposite: true } },
    arm: { segment: "Microsoft.Insights/components" },
    holds: "logs",
    passing: true,
    localAuth: [{ path: "local_authentication_disabled", off: true, what: "its key" }],
    waysOut: [{ what: "telemetry", to: ["workspace_id"], says: "sends telemetry to" }],
  }),
  azurerm_log_analytics_data_export_rule: part(WORKSPACE, {
    waysOut: [{ what: "exported logs", to: ["destination_resource_id"], says: "sends exported logs to" }],
  }),
  azurerm_log_analytics_workspace: entry({
    noun: "log workspace",
    publicSide: BY_DECISION,
    waysIn: BY_DECISION,
    waysOut: { none: "exports are resources of their own" },
    gives: { none: "it gives nobody a right" },
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
  azurerm_application_insights_analytics_item: part(INSIGHTS),
  azurerm_application_insights_api_key: part(INSIGHTS, {
    gives: { what: "a key to the telemetry", right: "read_permissions" },
  }),
  azurerm_application_insights_smart_detection_rule: part(INSIGHTS),
  azurerm_application_insights_standard_web_test: part(INSIGHTS, {
    waysOut: [{ what: "probes", to: ["request.url"], says: "sends probes to" }],
  }),
  // What it asks stands in its XML.
  azurerm_application_insights_web_test: entry({
    partOf: INSIGHTS,
    publicSide: { none: "it asks, and answers nobody" },
    holds: { none: "results are in Application Insights" },
    waysIn: { none: "it asks, and answers nobody" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_application_insights_workbook: plain("it is a page of queries"),
  azurerm_application_insights_workbook_template: plain("it is a page of queries"),
  azurerm_log_analytics_cluster: plain("its workspaces are judged by themselves", { paid: true }),
  azurerm_log_analytics_cluster_customer_managed_key: part("azurerm_log_analytics_cluster"),
  azurerm_log_analytics_workspace_table_custom_log: part(WORKSPACE, { dataPart: true }),
  ...parts(
    WORKSPACE,
    "azurerm_log_analytics_datasource_windows_event",
    "azurerm_log_analytics_datasource_windows_performance_counter",
    "azurerm_log_analytics_linked_service",
    "azurerm_log_analytics_saved_search",
    "azurerm_log_analytics_solution",
    "azurerm_log_analytics_workspace_table",
    "azurerm_log_analytics_workspace_table_microsoft",
  ),
  azurerm_log_analytics_linked_storage_account: part(WORKSPACE, {
    waysOut: [{ what: "logs and queries", to: ["storage_account_ids"], says: "keeps logs and queries in" }],
  }),
  azurerm_log_analytics_query_pack: plain("it is a list of queries"),
  azurerm_log_analytics_query_pack_query: part("azurerm_log_analytics_query_pack"),
  azurerm_log_analytics_storage_insights: part(WORKSPACE, {
    waysOut: [{ what: "logs", to: ["storage_account_id"], says: "reads logs from" }],
  }),
};
