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

const STRANGER = "99999999-0000-0000-0000-000000000009";
const READERS = "00000000-0000-0000-0000-00000000000a";
const NOBODYS = `It is for ${STRANGER}, which is neither an identity of the environment nor a group that the config names.`;
const role = (principal_id: string) => ({ principal_id, principal_type: "ServicePrincipal" });
const grants = {
  "azurerm_user_assigned_identity.a": { name: "a" },
  "azurerm_data_protection_backup_vault.b": { name: "b", identity: { type: "SystemAssigned" } },
  "azurerm_role_assignment.own": role("${azurerm_user_assigned_identity.a.principal_id}"),
  "azurerm_role_assignment.resource": role("${azurerm_data_protection_backup_vault.b.identity[0].principal_id}"),
  "azurerm_role_assignment.group": role(READERS.toUpperCase()),
  "azurerm_role_assignment.literal": role(STRANGER),
  "azurerm_role_assignment.variable": role("${var.auditors}"),
  "azurerm_role_assignment.looked_up": role("${data.azuread_service_principal.other.object_id}"),
  "azurerm_key_vault.v": { name: "v", access_policy: [{ object_id: STRANGER }] },
  "azurerm_key_vault_access_policy.p": { object_id: STRANGER },
  "azurerm_cosmosdb_sql_role_assignment.c": { principal_id: STRANGER },
  "azurerm_pim_eligible_role_assignment.e": { principal_id: STRANGER },
};
const held = {
  pass: ["azurerm_role_assignment.own", "azurerm_role_assignment.resource"],
  strangers: [
    "azurerm_role_assignment.literal",
    "azurerm_key_vault.v",
    "azurerm_key_vault_access_policy.p",
    "azurerm_cosmosdb_sql_role_assignment.c",
    "azurerm_pim_eligible_role_assignment.e",
  ],
};
const NOT_KNOWN = { "azurerm_role_assignment.looked_up": "Whom it is for is not known before apply." };
const undeclared = (text: string) => `Whether ${text} is not known without a config.`;

nearMisses("IAM-03", {
  "whoever is neither of the environment nor of the config's groups is a stranger, by whatever type a right is given": {
    gate: "pre-production",
    config: { access: { readers: READERS } },
    resources: grants,
    pass: [...held.pass, "azurerm_role_assignment.group"],
    fail: {
      ...Object.fromEntries(held.strangers.map((one) => [one, NOBODYS])),
      "azurerm_role_assignment.variable": "var.auditors is an input that the config does not declare under externals.",
    },
    unknown: NOT_KNOWN,
  },
  "without a config nobody knows whose a literal id is": {
    gate: "pre-production",
    resources: grants,
    pass: held.pass,
    unknown: {
      ...NOT_KNOWN,
      ...Object.fromEntries(
        held.strangers.map((one) => [one, undeclared(`${STRANGER} is one of the company's groups`)]),
      ),
      "azurerm_role_assignment.group": undeclared(`${READERS.toUpperCase()} is one of the company's groups`),
      "azurerm_role_assignment.variable": undeclared("var.auditors is a declared external"),
    },
  },
});
