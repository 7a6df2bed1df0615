import { type Entry, entry, unread } from "../entry";

export const synapse: Readonly<Record<string, Entry>> = {
  azurerm_synapse_workspace: entry({ publicSide: { path: "public_network_access_enabled", off: false }, paid: true }),
  ...unread(
    "azurerm_synapse_firewall_rule",
    "azurerm_synapse_integration_runtime_azure",
    "azurerm_synapse_integration_runtime_self_hosted",
    "azurerm_synapse_linked_service",
    "azurerm_synapse_managed_private_endpoint",
    "azurerm_synapse_private_link_hub",
    "azurerm_synapse_role_assignment",
    "azurerm_synapse_spark_pool",
    "azurerm_synapse_sql_pool",
    "azurerm_synapse_sql_pool_extended_auditing_policy",
    "azurerm_synapse_sql_pool_security_alert_policy",
    "azurerm_synapse_sql_pool_vulnerability_assessment",
    "azurerm_synapse_sql_pool_vulnerability_assessment_baseline",
    "azurerm_synapse_sql_pool_workload_classifier",
    "azurerm_synapse_sql_pool_workload_group",
    "azurerm_synapse_workspace_aad_admin",
    "azurerm_synapse_workspace_extended_auditing_policy",
    "azurerm_synapse_workspace_key",
    "azurerm_synapse_workspace_security_alert_policy",
    "azurerm_synapse_workspace_sql_aad_admin",
    "azurerm_synapse_workspace_vulnerability_assessment",
  ),
};
