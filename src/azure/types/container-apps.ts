import { type Entry, entry, unread } from "../entry";

export const containerApps: Readonly<Record<string, Entry>> = {
  azurerm_container_app: entry({
    arm: { segment: "Microsoft.App/containerApps" },
    minutes: { usual: 2, what: "app", safe: 5 },
  }),
  azurerm_container_app_environment: entry({
    arm: { segment: "Microsoft.App/managedEnvironments" },
    holds: "customer data",
    zones: { path: "zone_redundancy_enabled", spans: { oneOf: [true] }, want: "zone_redundancy_enabled = true" },
    diagnosed: true,
    inSubnets: [{ path: "infrastructure_subnet_id" }],
    minutes: { usual: 10, what: "Container Apps environment", safe: 15 },
  }),
  azurerm_container_app_job: entry({ arm: { segment: "Microsoft.App/jobs" } }),
  ...unread(
    "azurerm_container_app_custom_domain",
    "azurerm_container_app_environment_certificate",
    "azurerm_container_app_environment_custom_domain",
    "azurerm_container_app_environment_dapr_component",
    "azurerm_container_app_environment_managed_certificate",
    "azurerm_container_app_environment_storage",
  ),
};
