import { nearMisses, type Resources } from "../near-miss";

nearMisses("SEC-02", {
  "a POC's database may take passwords, its registry may have no admin": {
    gate: "poc",
    resources: {
      "azurerm_container_registry.a": { name: "a" },
      "azurerm_container_registry.b": { name: "b", admin_enabled: true },
      "azurerm_postgresql_flexible_server.d": { name: "d" },
    },
    pass: ["azurerm_container_registry.a"],
    fail: ["azurerm_container_registry.b"],
  },
  "from the Pilot the provider's default, passwords, fails": {
    gate: "pilot",
    resources: {
      "azurerm_postgresql_flexible_server.d": { name: "d" },
      "azurerm_postgresql_flexible_server.e": { name: "e", authentication: { password_auth_enabled: false } },
    },
    pass: ["azurerm_postgresql_flexible_server.e"],
    fail: ["azurerm_postgresql_flexible_server.d"],
  },
});

nearMisses("SEC-03", {
  "roles hold by the new name and the old; the default and policies do not": {
    gate: "poc",
    resources: {
      "azurerm_key_vault.new": { name: "a", rbac_authorization_enabled: true },
      "azurerm_key_vault.old": { name: "b", enable_rbac_authorization: true },
      "azurerm_key_vault.none": { name: "c" },
      "azurerm_key_vault_access_policy.p": { key_vault_id: "${azurerm_key_vault.new.id}" },
    },
    pass: ["azurerm_key_vault.new", "azurerm_key_vault.old"],
    fail: ["azurerm_key_vault.none", "azurerm_key_vault_access_policy.p"],
  },
});

nearMisses("SEC-04", {
  "30 protected days hold at the Pilot and not at Pre-Production": {
    gate: "pilot",
    resources: {
      "azurerm_key_vault.good": { purge_protection_enabled: true, soft_delete_retention_days: 30 },
      "azurerm_key_vault.short": { purge_protection_enabled: true, soft_delete_retention_days: 7 },
      "azurerm_key_vault.purge": { soft_delete_retention_days: 90 },
    },
    pass: ["azurerm_key_vault.good"],
    fail: ["azurerm_key_vault.purge", "azurerm_key_vault.short"],
  },
  "the provider's 90 days hold at Pre-Production": {
    gate: "pre-production",
    resources: {
      "azurerm_key_vault.default": { purge_protection_enabled: true },
      "azurerm_key_vault.pilot": { purge_protection_enabled: true, soft_delete_retention_days: 30 },
    },
    pass: ["azurerm_key_vault.default"],
    fail: ["azurerm_key_vault.pilot"],
  },
});

const own = "${azurerm_log_analytics_workspace.w.id}";
const diagnostic = (target: string, category: string, workspace = own) => ({
  name: "d",
  target_resource_id: target,
  log_analytics_workspace_id: workspace,
  enabled_log: [{ category }],
});
const vaults = (setting: object): Resources => ({
  "azurerm_log_analytics_workspace.w": { name: "w" },
  "azurerm_key_vault.v": { name: "v" },
  "azurerm_key_vault.other": { name: "o", purge_protection_enabled: true },
  "azurerm_monitor_diagnostic_setting.d": setting as never,
});
const v = "azurerm_key_vault.v";
const other = "azurerm_key_vault.other";

nearMisses("SEC-05", {
  "audit events of this vault hold for this vault": {
    gate: "pilot",
    resources: vaults(diagnostic("${azurerm_key_vault.v.id}", "AuditEvent")),
    pass: [v],
    fail: [other],
  },
  "another category is no audit": {
    gate: "pilot",
    resources: vaults(diagnostic("${azurerm_key_vault.v.id}", "AzurePolicyEvaluationDetails")),
    fail: [other, v],
  },
  "another workspace is not the environment's": {
    gate: "pilot",
    resources: vaults(diagnostic("${azurerm_key_vault.v.id}", "AuditEvent", "${var.workspace}")),
    fail: [other, v],
  },
  "a setting whose target is not known leaves both unknown": {
    gate: "pilot",
    resources: vaults(diagnostic("${each.value}", "AuditEvent")),
    unknown: [other, v],
  },
});

const provider = (settings: object) => ({ provider: { azurerm: [settings] } }) as never;

nearMisses("IAM-02", {
  "no secret holds at a POC": { gate: "poc", stack: provider({}), pass: ["provider.azurerm"] },
  "a client secret fails, from a variable too": {
    gate: "poc",
    stack: provider({ client_secret: "${var.secret}" }),
    fail: ["provider.azurerm"],
  },
  "federation holds at the Pilot": { gate: "pilot", stack: provider({ use_oidc: true }), pass: ["provider.azurerm"] },
  "a provider that does not say how it signs in is unknown at the Pilot": {
    gate: "pilot",
    stack: provider({}),
    unknown: ["provider.azurerm"],
  },
  "a backend opened by key fails": {
    gate: "poc",
    stack: { terraform: { backend: { azurerm: { access_key: "${var.k}" } } } },
    fail: ["backend"],
  },
});

nearMisses("IAM-03", {
  "groups and identities hold, a person does not, an unnamed kind is unknown": {
    gate: "pilot",
    config: { access: { readers: "X" } },
    resources: {
      "azurerm_user_assigned_identity.a": { name: "a" },
      "azurerm_role_assignment.group": { principal_type: "Group", principal_id: "x" },
      "azurerm_role_assignment.identity": { principal_id: "${azurerm_user_assigned_identity.a.principal_id}" },
      "azurerm_role_assignment.person": { principal_type: "User", principal_id: "x" },
      "azurerm_role_assignment.unsaid": { principal_id: "x" },
      "azurerm_postgresql_flexible_server_active_directory_administrator.p": { principal_type: "User" },
    },
    pass: ["azurerm_role_assignment.group", "azurerm_role_assignment.identity"],
    fail: ["azurerm_postgresql_flexible_server_active_directory_administrator.p", "azurerm_role_assignment.person"],
    unknown: ["azurerm_role_assignment.unsaid"],
  },
});
