import { nearMisses, type Resources } from "../near-miss";

/** Secrets are put together here, so that no scanner takes this file for a leak. */
const token = ["ghp", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("_");
const app = (more: object, image = "orders/web:1") =>
  ({ template: { container: [{ name: "c", image, ...more }] } }) as never;

nearMisses("SEC-01", {
  "a known format is found wherever it stands": {
    gate: "poc",
    resources: {
      "azurerm_container_app.a": app({ env: [{ name: "GREETING", value: `hello ${token}` }] }),
      "azurerm_container_app.b": app({ env: [{ name: "GREETING", value: "hello" }] }),
    },
    stack: { variable: { x: { default: token } } },
    config: { services: { web: { env: { X: token } } } },
    pass: ["azurerm_container_app.b"],
    fail: ["azurerm_container_app.a", "config services.web.env.X", "variable"],
  },
  "a password by its name is found, one that comes from Key Vault is none": {
    gate: "poc",
    resources: {
      "azurerm_container_app.literal": app({ env: [{ name: "DB_PASSWORD", value: "correct-horse" }] }),
      "azurerm_container_app.reference": app({ env: [{ name: "DB_PASSWORD", secret_name: "db-password" }] }),
      "azurerm_container_app.value": { secret: [{ name: "x", value: "y" }] },
      "azurerm_container_app.vault": {
        secret: [{ name: "x", key_vault_secret_id: "https://kv/secrets/x", identity: "i" }],
      },
    },
    pass: ["azurerm_container_app.reference", "azurerm_container_app.vault"],
    fail: ["azurerm_container_app.literal", "azurerm_container_app.value"],
  },
  "notSecret lifts what a name suggests, not a known format": {
    gate: "poc",
    config: {
      notSecret: [
        { path: "services.web.env.DB_PASSWORD", why: "a label" },
        { path: "services.web.env.T", why: "no" },
      ],
    },
    resources: {
      "azurerm_container_app.lifted": app({ env: [{ name: "DB_PASSWORD", value: "correct-horse" }] }),
      "azurerm_container_app.known": app({ env: [{ name: "T", value: token }] }),
    },
    pass: ["azurerm_container_app.lifted"],
    fail: ["azurerm_container_app.known"],
  },
  "an empty assignment in a script does not hold the next line": {
    gate: "poc",
    resources: { "azurerm_container_app_job.j": app({ command: ["sh", "-c", "PGPASSWORD=\nexport PGPASSWORD"] }) },
    pass: ["azurerm_container_app_job.j"],
  },
});

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

const identity = (name: string) => ({
  type: "UserAssigned",
  identity_ids: [`\${azurerm_user_assigned_identity.${name}.id}`],
});
const grant = (more: object) =>
  ({ principal_type: "ServicePrincipal", scope: "${azurerm_key_vault.v.id}", ...more }) as never;

nearMisses("IAM-01", {
  "an identity each holds, a shared one and none do not": {
    gate: "poc",
    resources: {
      "azurerm_user_assigned_identity.a": { name: "a" },
      "azurerm_user_assigned_identity.b": { name: "b" },
      "azurerm_container_app.a": { identity: identity("a") },
      "azurerm_container_app.b": { identity: identity("b") },
      "azurerm_container_app_job.shared": { identity: identity("a") },
      "azurerm_container_app.none": { identity: { type: "SystemAssigned" } },
    },
    pass: ["azurerm_container_app.a", "azurerm_container_app.b"],
    fail: ["azurerm_container_app.none", "azurerm_container_app_job.shared"],
  },
  "wide roles, by name and by id, and wide scopes fail": {
    gate: "poc",
    resources: {
      "azurerm_resource_group.g": { name: "rg" },
      "azurerm_key_vault.v": { name: "v" },
      "azurerm_role_assignment.good": grant({ role_definition_name: "Key Vault Secrets User" }),
      "azurerm_role_assignment.owner": grant({ role_definition_name: "Owner" }),
      "azurerm_role_assignment.id": grant({
        role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
      }),
      "azurerm_role_assignment.wide": grant({
        role_definition_name: "Key Vault Secrets User",
        scope: "${azurerm_resource_group.g.id}",
      }),
      "azurerm_role_assignment.group": grant({ principal_type: "Group", role_definition_name: "Contributor" }),
    },
    pass: ["azurerm_role_assignment.good"],
    fail: ["azurerm_role_assignment.id", "azurerm_role_assignment.owner", "azurerm_role_assignment.wide"],
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
