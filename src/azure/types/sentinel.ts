import { type Entry, part, parts } from "../entry";

const WORKSPACE = "azurerm_log_analytics_workspace";
const reads = (what: string, ...to: readonly string[]) =>
  part(WORKSPACE, { waysOut: [{ what, to, says: `reads ${what} from` }] });
/** Without a tenant it reads its own. */
const OF_TENANT = reads("records of a tenant", "tenant_id");
/** Without a subscription it reads its own. */
const OF_SUBSCRIPTION = reads("alerts", "subscription_id");

/** Microsoft Sentinel on a workspace: rules, what they start, and whose records are read. */
export const sentinel: Readonly<Record<string, Entry>> = {
  ...parts(
    WORKSPACE,
    "azurerm_sentinel_alert_rule_anomaly_built_in",
    "azurerm_sentinel_alert_rule_anomaly_duplicate",
    "azurerm_sentinel_alert_rule_fusion",
    "azurerm_sentinel_alert_rule_machine_learning_behavior_analytics",
    "azurerm_sentinel_alert_rule_ms_security_incident",
    "azurerm_sentinel_alert_rule_nrt",
    "azurerm_sentinel_alert_rule_scheduled",
    "azurerm_sentinel_alert_rule_threat_intelligence",
  ),
  azurerm_sentinel_automation_rule: part(WORKSPACE, {
    waysOut: [{ what: "incidents", to: ["action_playbook.logic_app_id"], says: "sends incidents to" }],
  }),
  azurerm_sentinel_data_connector_aws_cloud_trail: reads("logs", "aws_role_arn"),
  azurerm_sentinel_data_connector_aws_s3: reads("logs", "sqs_urls"),
  azurerm_sentinel_data_connector_azure_active_directory: OF_TENANT,
  azurerm_sentinel_data_connector_azure_advanced_threat_protection: OF_TENANT,
  azurerm_sentinel_data_connector_azure_security_center: OF_SUBSCRIPTION,
  azurerm_sentinel_data_connector_dynamics_365: OF_TENANT,
  azurerm_sentinel_data_connector_iot: OF_SUBSCRIPTION,
  azurerm_sentinel_data_connector_microsoft_cloud_app_security: OF_TENANT,
  azurerm_sentinel_data_connector_microsoft_defender_advanced_threat_protection: OF_TENANT,
  azurerm_sentinel_data_connector_microsoft_threat_intelligence: OF_TENANT,
  azurerm_sentinel_data_connector_microsoft_threat_protection: OF_TENANT,
  azurerm_sentinel_data_connector_office_365: OF_TENANT,
  azurerm_sentinel_data_connector_office_365_project: OF_TENANT,
  azurerm_sentinel_data_connector_office_atp: OF_TENANT,
  azurerm_sentinel_data_connector_office_irm: OF_TENANT,
  azurerm_sentinel_data_connector_office_power_bi: OF_TENANT,
  azurerm_sentinel_data_connector_threat_intelligence: OF_TENANT,
  azurerm_sentinel_data_connector_threat_intelligence_taxii: reads("indicators", "api_root_url"),
  ...parts(
    WORKSPACE,
    "azurerm_sentinel_log_analytics_workspace_onboarding",
    "azurerm_sentinel_metadata",
    "azurerm_sentinel_threat_intelligence_indicator",
    "azurerm_sentinel_watchlist",
  ),
  azurerm_sentinel_watchlist_item: part("azurerm_sentinel_watchlist"),
};
