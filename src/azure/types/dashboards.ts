import { type Entry, entry, part, plain } from "../entry";

const GRAFANA = "azurerm_dashboard_grafana";
const PAGE = "it is a page";

/** A company's monitoring that Azure sends logs and metrics to by itself. */
const partner = (host: string) =>
  plain(`${host} keeps what it is sent`, {
    waysOut: [{ what: "logs and metrics", to: [], host, says: "sends logs and metrics to" }],
  });

/** Dashboards, load tests, and monitoring by other companies. */
export const dashboards: Readonly<Record<string, Entry>> = {
  azurerm_dashboard_grafana: entry({
    noun: "Grafana",
    holds: { none: "it asks those that hold data" },
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: [
      { what: "queries", to: ["azure_monitor_workspace_integrations.resource_id"], says: "reads metrics from" },
      { what: "mail", to: ["smtp.host"], says: "sends mail through" },
    ],
    localAuth: [{ path: "api_key_enabled", off: false, what: "API keys", onRequest: true }],
    gives: { none: "roles in it are resources of their own" },
    privateLink: [{ name: "grafana", zone: "privatelink.grafana.azure.com" }],
    paid: true,
  }),
  azurerm_dashboard_grafana_managed_private_endpoint: part(GRAFANA, {
    waysOut: [
      {
        what: "requests",
        to: ["private_link_resource_id", "private_link_service_url"],
        says: "sends requests to",
      },
    ],
  }),
  azurerm_datadog_monitor: partner("datadoghq.com"),
  azurerm_datadog_monitor_sso_configuration: part("azurerm_datadog_monitor"),
  azurerm_datadog_monitor_tag_rule: part("azurerm_datadog_monitor"),
  azurerm_dynatrace_monitor: partner("dynatrace.com"),
  azurerm_dynatrace_tag_rules: part("azurerm_dynatrace_monitor"),
  azurerm_elastic_cloud_elasticsearch: partner("elastic.co"),
  azurerm_load_test: entry({
    noun: "load test",
    holds: { none: "it keeps tests and their results" },
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "whom its tests call is set inside it" },
    localAuth: { none: "people sign in by Entra ID" },
    gives: { none: "roles in it are resources of their own" },
  }),
  azurerm_new_relic_monitor: partner("newrelic.com"),
  azurerm_new_relic_tag_rule: part("azurerm_new_relic_monitor"),
  azurerm_portal_dashboard: plain(PAGE),
  azurerm_portal_tenant_configuration: plain("it is a setting of the portal"),
};
