import { type Entry, entry, parts } from "../entry";

/** App Configuration. */
export const appConfiguration: Readonly<Record<string, Entry>> = {
  azurerm_app_configuration: entry({
    hosts: ["azconfig.io"],
    noun: "App Configuration",
    arm: { segment: "Microsoft.AppConfiguration/configurationStores" },
    holds: "customer data",
    publicSide: { path: "public_network_access", off: "Disabled" },
    privateLink: [{ name: "configurationStores", zone: "privatelink.azconfig.io" }],
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "it replicates to its own regions" },
    gives: { none: "it gives nobody a right" },
    regions: ["replica.location"],
    retention: ["soft_delete_retention_days"],
    softDelete: {
      trap: "T7",
      block: "app_configuration",
      purge: "purge_soft_delete_on_destroy",
      recover: "recover_soft_deleted",
    },
    paid: true,
  }),
  ...parts("azurerm_app_configuration", "azurerm_app_configuration_feature", "azurerm_app_configuration_key"),
};
