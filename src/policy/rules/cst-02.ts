import { rule } from "../rule";

const CHEAP: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  azurerm_container_app: [],
  azurerm_container_app_environment: [["zone_redundancy_enabled", /^false$/]],
  azurerm_container_registry: [["sku", /^Basic$/]],
  azurerm_key_vault: [["sku_name", /^standard$/]],
  azurerm_postgresql_flexible_server: [
    ["sku_name", /^B_/],
    ["high_availability.mode", /^$/],
  ],
  azurerm_redis_cache: [["sku_name", /^Basic$/]],
  azurerm_service_plan: [["sku_name", /^(F|D|B)\d|^Y1$/]],
  azurerm_servicebus_namespace: [["sku", /^(Basic|Standard)$/]],
  azurerm_storage_account: [
    ["account_replication_type", /^LRS$/],
    ["account_tier", /^Standard$/],
  ],
};
const EXPENSIVE = [
  "azurerm_application_gateway",
  "azurerm_bastion_host",
  "azurerm_cdn_frontdoor_profile",
  "azurerm_firewall",
  "azurerm_nat_gateway",
  "azurerm_virtual_network_gateway",
];

export const cst02 = rule({
  control: "CST-02",
  title: "Only cheap sizes are used",
  why: "A POC answers a question; it does not need what a product needs.",
  fix: "Use the size that the stage's stance names, or promote.",
  severity: "low",
  only: "poc",
  types: [...Object.keys(CHEAP), ...EXPENSIVE],
  needs: ["plan"],
  check(context) {
    for (const [type, settings] of Object.entries(CHEAP))
      for (const one of context.resources(type))
        for (const [path, cheap] of settings) {
          if (one.read(path).state === "absent") continue;
          context.expect(
            one,
            path,
            (value) => cheap.test(String(value)),
            (value) => `${path} is ${value}.`,
          );
        }
    for (const one of context.resources(...EXPENSIVE)) context.fail(one, "name", "A POC does without one of these.");
    for (const one of context.resources("azurerm_container_app_environment"))
      for (const profile of one.blocks("workload_profile"))
        context.expect(
          profile,
          "workload_profile_type",
          (value) => value === "Consumption",
          (value) => `The workload profile ${value} costs while nothing runs.`,
        );
    const limit = context.stance.apps.replicaLimit;
    for (const one of context.resources("azurerm_container_app"))
      context.expect(
        one,
        "template.max_replicas",
        (value) => Number(value) <= limit,
        (value) => `It scales to ${value} replicas; ${limit} are allowed.`,
      );
  },
});
