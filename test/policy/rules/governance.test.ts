import { nearMisses, type Resources } from "../near-miss";

const told = (kind: string, email = "ada@orders.example") => ({ threshold_type: kind, contact_emails: [email] });
const budget = (notification: object[], group = "${azurerm_resource_group.g.id}") => ({
  name: "b",
  resource_group_id: group,
  notification,
});
const rg = "azurerm_resource_group.g";
const b = "azurerm_consumption_budget_resource_group.b";
const config = { owner: "ada@orders.example" };

nearMisses("CST-01", {
  "a budget on the group that warns the owner of both holds": {
    gate: "poc",
    config,
    resources: { [rg]: { name: "rg" }, [b]: budget([told("Actual"), told("Forecasted")]) as never },
    pass: [b],
  },
  "a budget on another group, and one that tells someone else, do not": {
    gate: "poc",
    config,
    resources: {
      [rg]: { name: "rg" },
      "azurerm_resource_group.other": { name: "rg-other" },
      [b]: budget(
        [told("Actual"), told("Forecasted", "bob@orders.example")],
        "${azurerm_resource_group.other.id}",
      ) as never,
    },
    fail: [b, rg],
  },
  "the default threshold is the actual cost": {
    gate: "poc",
    config,
    resources: {
      [rg]: { name: "rg" },
      [b]: budget([{ contact_emails: ["ada@orders.example"] }, told("Forecasted")]) as never,
    },
    pass: [b],
  },
});

nearMisses("CST-02", {
  "cheap sizes hold, others and what a POC does without fail": {
    gate: "poc",
    resources: {
      "azurerm_container_registry.a": { sku: "Basic" },
      "azurerm_container_registry.b": { sku: "Premium" },
      "azurerm_postgresql_flexible_server.a": { sku_name: "B_Standard_B1ms" },
      "azurerm_postgresql_flexible_server.b": { sku_name: "GP_Standard_D2ds_v5" },
      "azurerm_storage_account.a": { account_replication_type: "LRS", account_tier: "Standard" },
      "azurerm_storage_account.b": { account_replication_type: "GRS", account_tier: "Standard" },
      "azurerm_container_app.a": { template: { max_replicas: 3 } },
      "azurerm_container_app.b": { template: {} },
      "azurerm_container_app_environment.e": { workload_profile: { name: "D4", workload_profile_type: "D4" } },
      "azurerm_firewall.f": { name: "f" },
    },
    pass: [
      "azurerm_container_app.a",
      "azurerm_container_registry.a",
      "azurerm_postgresql_flexible_server.a",
      "azurerm_storage_account.a",
    ],
    fail: [
      "azurerm_container_app.b",
      "azurerm_container_app_environment.e",
      "azurerm_container_registry.b",
      "azurerm_firewall.f",
      "azurerm_postgresql_flexible_server.b",
      "azurerm_storage_account.b",
    ],
  },
});

const tags = { workload: "orders", stage: "poc", owner: "ada", generation: "1", "managed-by": "gatewright" };

nearMisses("GOV-01", {
  "every taggable resource carries every tag; what takes none is left out": {
    gate: "poc",
    resources: {
      "azurerm_key_vault.full": { name: "a", tags: { ...tags, "expires-on": "2026-12-19" } },
      "azurerm_key_vault.partly": { name: "b", tags },
      "azurerm_key_vault.none": { name: "c" },
      "azurerm_key_vault.computed": { name: "d", tags: "${var.tags}" },
      "azurerm_subnet.s": { name: "s" },
    },
    pass: ["azurerm_key_vault.full"],
    fail: ["azurerm_key_vault.none", "azurerm_key_vault.partly"],
    unknown: ["azurerm_key_vault.computed"],
  },
  "from the Pilot the classification counts, not the expiry": {
    gate: "pilot",
    resources: {
      "azurerm_key_vault.a": { tags: { ...tags, "data-classification": "customer" } },
      "azurerm_key_vault.b": { tags: { ...tags, "expires-on": "2026-12-19" } },
    },
    pass: ["azurerm_key_vault.a"],
    fail: ["azurerm_key_vault.b"],
  },
});

const named = (...names: string[]): Resources =>
  Object.fromEntries(names.map((name) => [`azurerm_key_vault.${name}`, { name }]));

nearMisses("GOV-02", {
  "the stage is a token of the name": {
    gate: "poc",
    resources: {
      ...named("kv-orders-poc-weu", "kv-orders-weu", "kv-epoch-weu"),
      "azurerm_storage_account.s": { name: "storderspocweu" },
    },
    pass: ["azurerm_key_vault.kv-orders-poc-weu", "azurerm_storage_account.s"],
    fail: ["azurerm_key_vault.kv-epoch-weu", "azurerm_key_vault.kv-orders-weu"],
  },
  "preprod is a token of its own, prod below Production is a lie": {
    gate: "pre-production",
    resources: named("kv-orders-preprod", "kv-prod-preprod", "kv-orders-prod", "kv-products-preprod"),
    pass: ["azurerm_key_vault.kv-orders-preprod", "azurerm_key_vault.kv-products-preprod"],
    fail: ["azurerm_key_vault.kv-orders-prod", "azurerm_key_vault.kv-prod-preprod"],
  },
});

const promotion = {
  from: "orders-poc",
  digest: "sha256:x",
  answers: "orders.pilot.answers.yaml",
  by: "ada",
  decided: "2026-12-15",
};
const said = ["answers", "by", "decided", "digest", "from"].map((one) => `config promotion.${one}`);

nearMisses("GOV-03", {
  "a promotion with its decision, and the old environment's end, hold": {
    gate: "pilot",
    config: { promotion, previous: { data: "drop", destroyBy: "2026-12-31" } },
    pass: ["config previous.data", "config previous.destroyBy", ...said],
  },
  "on the day of the decision it holds": {
    gate: "pilot",
    today: "2026-12-15",
    config: { created: "2026-12-15", promotion, previous: { data: "drop", destroyBy: "2026-12-31" } },
    pass: ["config previous.data", "config previous.destroyBy", ...said],
  },
  "on the day before there is no such environment": {
    gate: "pilot",
    today: "2026-12-14",
    config: { created: "2026-12-15", promotion, previous: { data: "drop", destroyBy: "2026-12-31" } },
    pass: [
      "config previous.data",
      "config previous.destroyBy",
      ...said.filter((one) => one !== "config promotion.decided"),
    ],
    fail: ["config created", "config promotion.decided"],
  },
  "a day that does not exist and an end that nobody set fail": {
    gate: "pilot",
    config: { promotion: { ...promotion, decided: "2026-02-30" }, previous: { data: "drop" } },
    pass: ["config previous.data", ...said.filter((one) => one !== "config promotion.decided")],
    fail: ["config previous.destroyBy", "config promotion.decided"],
  },
});

nearMisses("GOV-04", {
  "without waivers there is nothing to decide": { gate: "poc", config: {}, pass: ["config waivers"] },
});
