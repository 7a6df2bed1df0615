import { nearMisses } from "./said";

const partner = { kind: "other", owner: "ada@orders.example", why: "they hold the second copy" };
const replication = (destination_storage_account_id: string) => ({
  "azurerm_resource_group.g": { name: "rg" },
  "azurerm_storage_account.a": { name: "a", resource_group_name: "${azurerm_resource_group.g.name}" },
  "azurerm_storage_object_replication.r": {
    source_storage_account_id: "${azurerm_storage_account.a.id}",
    destination_storage_account_id,
  },
});
const all = ["azurerm_resource_group.g", "azurerm_storage_account.a", "azurerm_storage_object_replication.r"];
const input = (...names: string[]) => ({ variable: Object.fromEntries(names.map((one) => [one, { type: "string" }])) });
const resources = replication("${var.partner_account}");

nearMisses("REC-01", {
  "what the config declares is an external, and what every stack takes is given": {
    gate: "poc",
    config: { externals: { "partner-account": partner } },
    stack: input("partner_account", "subscription_id", "tenant_id", "apps_domain"),
    resources,
    pass: [...all, "var.partner_account", "var.subscription_id", "var.tenant_id", "var.apps_domain"],
  },
  "any other variable is a stranger": {
    gate: "poc",
    config: { externals: { other: partner } },
    stack: input("partner_account"),
    resources,
    pass: all,
    fail: {
      "var.partner_account": "var.partner_account is an input that the config does not declare under externals.",
    },
  },
  "so is an external of which nobody says whose it is": {
    gate: "poc",
    config: { externals: { "partner-account": { kind: "other", owner: "ada@orders.example" } } },
    stack: input("partner_account"),
    resources,
    pass: all,
    fail: { "var.partner_account": "The external partner_account does not say whose it is and why." },
  },
  "without a config nobody knows": {
    gate: "poc",
    stack: input("partner_account"),
    resources,
    pass: all,
    unknown: {
      "var.partner_account": "Whether var.partner_account is a declared external is not known without a config.",
    },
  },
});
