import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const located = (values: object) => ({ name: "x", location: "westeurope", ...values });
const ZONES = { zones: ["1", "2", "3"] };

nearMisses("RES-01", {
  "each type says it in its own way": {
    gate: "production",
    resources: {
      "azurerm_application_gateway.a": located(ZONES),
      "azurerm_container_app_environment.a": located({ zone_redundancy_enabled: true }),
      "azurerm_container_registry.a": located({ sku: "Premium", zone_redundancy_enabled: true }),
      "azurerm_data_protection_backup_vault.a": located({ redundancy: "ZoneRedundant" }),
      "azurerm_firewall.a": located(ZONES),
      "azurerm_postgresql_flexible_server.a": located({ high_availability: { mode: "ZoneRedundant" } }),
      "azurerm_public_ip.a": located(ZONES),
      "azurerm_storage_account.a": located({ account_replication_type: "GZRS" }),
      "azurerm_virtual_network_gateway.a": located({ sku: "VpnGw1AZ" }),
      "azurerm_key_vault.a": located({}),
    },
    pass: [
      "azurerm_application_gateway.a",
      "azurerm_container_app_environment.a",
      "azurerm_container_registry.a",
      "azurerm_data_protection_backup_vault.a",
      "azurerm_firewall.a",
      "azurerm_postgresql_flexible_server.a",
      "azurerm_public_ip.a",
      "azurerm_storage_account.a",
      "azurerm_virtual_network_gateway.a",
    ],
  },
  "one zone, no setting, a standby next door and local copies do not": {
    gate: "production",
    resources: {
      "azurerm_application_gateway.a": located({ zones: ["1"] }),
      "azurerm_container_app_environment.a": located({}),
      "azurerm_container_registry.a": located({ sku: "Premium" }),
      "azurerm_data_protection_backup_vault.a": located({ redundancy: "LocallyRedundant" }),
      "azurerm_firewall.a": located({}),
      "azurerm_postgresql_flexible_server.a": located({ high_availability: { mode: "SameZone" } }),
      "azurerm_storage_account.a": located({ account_replication_type: "GRS" }),
      "azurerm_virtual_network_gateway.a": located({ sku: "VpnGw1" }),
    },
    fail: {
      "azurerm_application_gateway.a": "It stands in one zone: zones is [1].",
      "azurerm_container_app_environment.a": "It stands in one zone: zone_redundancy_enabled is false.",
      "azurerm_container_registry.a": "It stands in one zone: zone_redundancy_enabled is false.",
      "azurerm_data_protection_backup_vault.a": "It stands in one zone: redundancy is LocallyRedundant.",
      "azurerm_firewall.a": "It stands in one zone: zones is nothing.",
      "azurerm_postgresql_flexible_server.a": "It stands in one zone: high_availability.mode is SameZone.",
      "azurerm_storage_account.a": "It stands in one zone: account_replication_type is GRS.",
      "azurerm_virtual_network_gateway.a": "It stands in one zone: sku is VpnGw1.",
    },
  },
  "a region without zones is one line, not one for everything in it": {
    gate: "production",
    resources: {
      "azurerm_resource_group.group": { name: "rg", location: "westus" },
      "azurerm_firewall.a": { name: "a", location: "West US", ...ZONES },
      "azurerm_public_ip.a": { name: "b", location: "westus" },
      "azurerm_storage_account.other": located({ account_replication_type: "ZRS" }),
    },
    pass: ["azurerm_storage_account.other"],
    fail: {
      "azurerm_resource_group.group": "westus has no availability zones: nothing in it can span any.",
    },
  },
  "what is not known is unknown": {
    gate: "production",
    resources: { "azurerm_storage_account.a": located({ account_replication_type: "${var.copies}" }) },
    unknown: { "azurerm_storage_account.a": "account_replication_type is not known before apply." },
  },
});

const app = (name: string, replicas: number | string | undefined, external = true): Resources => ({
  [`azurerm_container_app.${name}`]: {
    name: `ca-${name}`,
    ingress: { external_enabled: external },
    template: { ...(replicas !== undefined && { min_replicas: replicas }), container: [{ name }] },
  },
});

nearMisses("RES-02", {
  "every public service has two; a private one may have one, unless the promise covers it": {
    gate: "production",
    config: { services: { web: { exposure: "public" }, api: {} } },
    resources: { ...app("web", 2), ...app("api", 1) },
    pass: ["azurerm_container_app.web"],
  },
  "named services are looked at, public or not": {
    gate: "production",
    config: { promise: { covers: ["web", "api"] } },
    resources: { ...app("web", 2), ...app("api", 1, false) },
    pass: ["azurerm_container_app.web"],
    fail: { "azurerm_container_app.api": "api may run on 1 replicas; the promise covers it." },
  },
  "no number is none, without a config what takes requests counts": {
    gate: "production",
    resources: { ...app("web", undefined), ...app("api", 1, false) },
    fail: { "azurerm_container_app.web": "web may run on 0 replicas; the promise covers it." },
  },
  "a number that is not known is unknown": {
    gate: "production",
    resources: app("web", "${var.replicas}"),
    unknown: { "azurerm_container_app.web": "template.min_replicas is not known before apply." },
  },
  "a job has no replicas, and what nothing runs cannot be promised": {
    gate: "production",
    config: { promise: { covers: ["cleanup", "shop"] } },
    resources: { "azurerm_container_app_job.cleanup": { name: "caj", template: { container: [{ name: "cleanup" }] } } },
    fail: { "config promise.covers": "The promise covers shop, which nothing runs." },
  },
});
