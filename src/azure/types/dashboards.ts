import { type Entry, entry, unread } from "../entry";

export const dashboards: Readonly<Record<string, Entry>> = {
  azurerm_dashboard_grafana: entry({ publicSide: { path: "public_network_access_enabled", off: false }, paid: true }),
  ...unread(
    "azurerm_dashboard_grafana_managed_private_endpoint",
    "azurerm_datadog_monitor",
    "azurerm_datadog_monitor_sso_configuration",
    "azurerm_datadog_monitor_tag_rule",
    "azurerm_dynatrace_monitor",
    "azurerm_dynatrace_tag_rules",
    "azurerm_elastic_cloud_elasticsearch",
    "azurerm_load_test",
    "azurerm_new_relic_monitor",
    "azurerm_new_relic_tag_rule",
    "azurerm_portal_dashboard",
    "azurerm_portal_tenant_configuration",
  ),
};
