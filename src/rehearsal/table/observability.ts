import type { MockTable } from "./entry";

/** Log Analytics, Application Insights, Azure Monitor, Grafana, Automation. Types without their `azurerm_` prefix. */
export const observability: MockTable = {
  application_insights: [
    "{rg}/Microsoft.Insights/components/{name}",
    {
      app_id: "{guid}",
      instrumentation_key: "{guid}",
      connection_string:
        "InstrumentationKey={guid:instrumentation_key};IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/",
    },
  ],
  application_insights_analytics_item: "{application_insights_id:application_insights}/analyticsItems/{name}",
  application_insights_api_key: "{application_insights_id:application_insights}/apiKeys/{name}",
  application_insights_smart_detection_rule:
    "{application_insights_id:application_insights}/proactiveDetectionConfigs/{name}",
  application_insights_standard_web_test: "{rg}/Microsoft.Insights/webTests/{name}",
  application_insights_web_test: "{rg}/Microsoft.Insights/webTests/{name}",
  application_insights_workbook: "{rg}/Microsoft.Insights/workbooks/{name}",
  application_insights_workbook_template: "{rg}/Microsoft.Insights/workbookTemplates/{name}",
  automation_account: [
    "{rg}/Microsoft.Automation/automationAccounts/{name}",
    {
      dsc_server_endpoint: "https://{guid}.agentsvc.we.azure-automation.net/accounts/{guid}",
      hybrid_service_url: "https://{guid}.jrds.we.azure-automation.net/automationAccounts/{guid}",
    },
  ],
  automation_job_schedule:
    "{rg}/Microsoft.Automation/automationAccounts/{automation_account_name}/schedules/{schedule_name}|/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/Microsoft.Automation/automationAccounts/{automation_account_name}/runbooks/{runbook_name}",
  automation_runbook: "{rg}/Microsoft.Automation/automationAccounts/{automation_account_name}/runbooks/{name}",
  automation_schedule: "{rg}/Microsoft.Automation/automationAccounts/{automation_account_name}/schedules/{name}",
  dashboard_grafana: [
    "{rg}/Microsoft.Dashboard/grafana/{name}",
    { endpoint: "https://{name}.weu.grafana.azure.com", grafana_version: "11" },
  ],
  dashboard_grafana_managed_private_endpoint: "{grafana_id:dashboard_grafana}/managedPrivateEndpoints/{name}",
  load_test: [
    "{rg}/Microsoft.LoadTestService/loadTests/{name}",
    { data_plane_uri: "{guid}.westeurope.cnt-prod.loadtesting.azure.com" },
  ],
  log_analytics_cluster: "{rg}/Microsoft.OperationalInsights/clusters/{name}",
  log_analytics_cluster_customer_managed_key: "{log_analytics_cluster_id:log_analytics_cluster}",
  log_analytics_data_export_rule: "{workspace_resource_id:log_analytics_workspace}/dataExports/{name}",
  log_analytics_datasource_windows_event:
    "{rg}/Microsoft.OperationalInsights/workspaces/{workspace_name}/dataSources/{name}",
  log_analytics_datasource_windows_performance_counter:
    "{rg}/Microsoft.OperationalInsights/workspaces/{workspace_name}/dataSources/{name}",
  log_analytics_linked_service: "{workspace_id:log_analytics_workspace}/linkedServices/Automation",
  log_analytics_linked_storage_account:
    "{workspace_resource_id:log_analytics_workspace}/linkedStorageAccounts/{data_source_type}",
  log_analytics_query_pack: "{rg}/Microsoft.OperationalInsights/queryPacks/{name}",
  log_analytics_query_pack_query: "{query_pack_id:log_analytics_query_pack}/queries/{name}",
  log_analytics_saved_search: "{log_analytics_workspace_id:log_analytics_workspace}/savedSearches/{name}",
  log_analytics_solution: "{rg}/Microsoft.OperationsManagement/solutions/{solution_name}({workspace_name})",
  log_analytics_storage_insights: "{workspace_id:log_analytics_workspace}/storageInsightConfigs/{name}",
  log_analytics_workspace: [
    "{rg}/Microsoft.OperationalInsights/workspaces/{name}",
    { workspace_id: "{guid}", primary_shared_key: "{base64}", secondary_shared_key: "{base64}" },
  ],
  log_analytics_workspace_table: "{workspace_id:log_analytics_workspace}/tables/{name}",
  log_analytics_workspace_table_custom_log: ["{workspace_id:log_analytics_workspace}/tables/{name}", { solutions: [] }],
  monitor_aad_diagnostic_setting: "/providers/Microsoft.AADIAM/diagnosticSettings/{name}",
  monitor_action_group: "{rg}/Microsoft.Insights/actionGroups/{name}",
  monitor_activity_log_alert: "{rg}/Microsoft.Insights/activityLogAlerts/{name}",
  monitor_alert_processing_rule_action_group: "{rg}/Microsoft.AlertsManagement/actionRules/{name}",
  monitor_alert_processing_rule_suppression: "{rg}/Microsoft.AlertsManagement/actionRules/{name}",
  monitor_alert_prometheus_rule_group: "{rg}/Microsoft.AlertsManagement/prometheusRuleGroups/{name}",
  monitor_autoscale_setting: "{rg}/Microsoft.Insights/autoScaleSettings/{name}",
  monitor_data_collection_endpoint: [
    "{rg}/Microsoft.Insights/dataCollectionEndpoints/{name}",
    {
      configuration_access_endpoint: "https://{name}.westeurope-1.handler.control.monitor.azure.com",
      logs_ingestion_endpoint: "https://{name}.westeurope-1.ingest.monitor.azure.com",
      metrics_ingestion_endpoint: "https://{name}.westeurope-1.metrics.ingest.monitor.azure.com",
    },
  ],
  monitor_data_collection_rule: ["{rg}/Microsoft.Insights/dataCollectionRules/{name}", { immutable_id: "dcr-{hex}" }],
  monitor_data_collection_rule_association:
    "{target_resource_id:linux_virtual_machine}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{name}",
  monitor_diagnostic_setting: "{target_resource_id:key_vault}|{name}",
  monitor_metric_alert: "{rg}/Microsoft.Insights/metricAlerts/{name}",
  monitor_private_link_scope: "{rg}/Microsoft.Insights/privateLinkScopes/{name}",
  monitor_private_link_scoped_service: "{rg}/Microsoft.Insights/privateLinkScopes/{scope_name}/scopedResources/{name}",
  monitor_scheduled_query_rules_alert: "{rg}/Microsoft.Insights/scheduledQueryRules/{name}",
  monitor_scheduled_query_rules_alert_v2: "{rg}/Microsoft.Insights/scheduledQueryRules/{name}",
  monitor_scheduled_query_rules_log: "{rg}/Microsoft.Insights/scheduledQueryRules/{name}",
  monitor_smart_detector_alert_rule: "{rg}/Microsoft.AlertsManagement/smartDetectorAlertRules/{name}",
  monitor_workspace: [
    "{rg}/Microsoft.Monitor/accounts/{name}",
    {
      query_endpoint: "https://{name}.westeurope.prometheus.monitor.azure.com",
      default_data_collection_endpoint_id: "{id}/dataCollectionEndpoints/{name}",
      default_data_collection_rule_id: "{id}/dataCollectionRules/{name}",
    },
  ],
  network_watcher: "{rg}/Microsoft.Network/networkWatchers/{name}",
  network_watcher_flow_log: "{rg}/Microsoft.Network/networkWatchers/{network_watcher_name}/flowLogs/{name}",
  sentinel_log_analytics_workspace_onboarding:
    "{workspace_id:log_analytics_workspace}/providers/Microsoft.SecurityInsights/onboardingStates/default",
};
