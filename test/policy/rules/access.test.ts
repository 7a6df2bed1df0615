import { nearMisses, type Resources } from "../near-miss";

/** Secrets are put together here, so that no scanner takes this file for a leak. */
const token = ["ghp", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("_");
const app = (more: object, image = "orders/web:1") =>
  ({ template: { container: [{ name: "c", image, ...more }] } }) as never;

const env = (name: string, value: string) => app({ env: [{ name, value }] });

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
  "a name needs no separator, and a word is a password": {
    gate: "poc",
    resources: {
      "azurerm_container_app.joined": env("PGPASSWORD", "Correct-Horse-9"),
      "azurerm_container_app.camel": env("dbPassword", "Correct-Horse-9"),
      "azurerm_container_app.word": env("ADMIN_PASSWORD", "correcthorse"),
      "azurerm_container_app.compass": env("COMPASS", "Correct-Horse-9"),
      "azurerm_container_app.file": env("PGPASSFILE", "/run/pgpass"),
    },
    pass: ["azurerm_container_app.compass", "azurerm_container_app.file"],
    fail: ["azurerm_container_app.camel", "azurerm_container_app.joined", "azurerm_container_app.word"],
  },
  "a key of another resource is no setting; where telemetry goes, and an address, are": {
    gate: "poc",
    resources: {
      "azurerm_container_app.key": env("CONNECTION", "${azurerm_storage_account.s.primary_connection_string}"),
      "azurerm_container_app.drawn": env("GREETING", "hello ${random_password.p.result}"),
      "azurerm_container_app.looked_up": env("GREETING", "${data.azurerm_key_vault_secret.s.value}"),
      "azurerm_container_app.local": env("GREETING", "${local.greeting}"),
      "azurerm_container_app.telemetry": env("TELEMETRY", "${azurerm_application_insights.i.connection_string}"),
      "azurerm_container_app.address": env("VAULT", "${azurerm_key_vault.v.vault_uri}"),
    },
    stack: {
      locals: { greeting: "${azurerm_redis_cache.r.primary_access_key}" },
      output: { key: { value: "${azurerm_storage_account.s.primary_access_key}", sensitive: true } },
    },
    pass: ["azurerm_container_app.address", "azurerm_container_app.local", "azurerm_container_app.telemetry"],
    fail: [
      "azurerm_container_app.drawn",
      "azurerm_container_app.key",
      "azurerm_container_app.looked_up",
      "locals",
      "output",
    ],
  },
  "what stands under a secret's name and comes from elsewhere is unknown": {
    gate: "poc",
    config: { notSecret: [{ path: "services.web.env.PUBLIC_KEY", why: "it is public" }] },
    resources: {
      "azurerm_container_app.variable": env("DB_PASSWORD", "${var.password}"),
      "azurerm_container_app.lifted": env("PUBLIC_KEY", "${var.key}"),
      "azurerm_container_app.plain": env("REGION", "${var.region}"),
      "azurerm_container_app.text": env("PRICE", "$${amount}"),
    },
    pass: ["azurerm_container_app.lifted", "azurerm_container_app.plain", "azurerm_container_app.text"],
    unknown: ["azurerm_container_app.variable"],
  },
  "a vault's secret is not written by Terraform, unless no state keeps it": {
    gate: "poc",
    resources: {
      "azurerm_key_vault_secret.literal": { name: "a", value: "x" },
      "azurerm_key_vault_secret.variable": { name: "b", value: "${var.x}" },
      "azurerm_key_vault_secret.write_only": {
        name: "c",
        value_wo: "${random_password.p.result}",
        value_wo_version: 1,
      },
    },
    pass: ["azurerm_key_vault_secret.write_only"],
    fail: ["azurerm_key_vault_secret.literal", "azurerm_key_vault_secret.variable"],
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

const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const roleId = (id: string) =>
  `/subscriptions/\${var.subscription_id}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const granted = (roles: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(roles).map(([name, role]) => [
      `azurerm_role_assignment.${name}`,
      grant({ role_definition_name: role }),
    ]),
  );
const assignments = (...names: readonly string[]) => names.map((name) => `azurerm_role_assignment.${name}`);
const held = (role: string) => ({
  principal_id: "${azurerm_user_assigned_identity.a.principal_id}",
  role_definition_id: roleId(role),
  scope: "${azurerm_key_vault.v.id}",
});
const trusting = (subject: string, issuer = "https://token.actions.githubusercontent.com") => ({
  name: "f",
  parent_id: "${azurerm_user_assigned_identity.a.id}",
  issuer,
  subject,
});

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
  "a role that manages what it is on is more than using it, in small letters and by id too": {
    gate: "poc",
    resources: {
      "azurerm_key_vault.v": { name: "v" },
      ...granted({
        secrets: "key vault secrets user",
        blobs: "Storage Blob Data Contributor",
        settings: "App Configuration Data Owner",
        backup: "Storage Account Backup Contributor",
        owner: "owner",
        administrator: "Key Vault Administrator",
        access: "Key Vault Data Access Administrator",
        vaults: "Key Vault Contributor",
        officer: "Key Vault Secrets Officer",
        all_blobs: "Storage Blob Data Owner",
        keys: "Reader and Data Access",
        operator: "Storage Account Key Operator Service Role",
        factory: "Data Factory Contributor",
      }),
      "azurerm_role_assignment.by_id": grant({ role_definition_id: roleId("B7E6DC6D-F1E8-4753-8033-0F276BB0955B") }),
      "azurerm_role_assignment.good_id": grant({ role_definition_id: roleId("4633458b-17de-408a-b874-0445c86b69e6") }),
      "azurerm_role_assignment.other_id": grant({ role_definition_id: roleId("00000000-0000-0000-0000-00000000000f") }),
      "azurerm_role_assignment.variable": grant({ role_definition_name: "${var.role}" }),
    },
    pass: assignments("secrets", "blobs", "settings", "backup", "good_id"),
    fail: assignments(
      "access",
      "administrator",
      "all_blobs",
      "by_id",
      "factory",
      "keys",
      "officer",
      "operator",
      "owner",
      "vaults",
    ),
    unknown: assignments("other_id", "variable"),
  },
  "a role of one's own is what it permits": {
    gate: "poc",
    resources: {
      "azurerm_key_vault.v": { name: "v" },
      "azurerm_role_definition.all": { name: "all", permissions: [{ actions: ["*"] }] },
      "azurerm_role_definition.writes": { name: "writes", permissions: { actions: ["*/write"] } },
      "azurerm_role_definition.roles": {
        name: "roles",
        permissions: [{ actions: ["Microsoft.Authorization/roleAssignments/write"] }],
      },
      "azurerm_role_definition.reads": {
        name: "reads",
        permissions: [{ actions: ["*/read"], data_actions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"] }],
      },
      "azurerm_role_definition.later": { name: "later", permissions: [{ actions: "${var.actions}" }] },
      ...Object.fromEntries(
        ["all", "writes", "roles", "reads", "later"].map((name) => [
          `azurerm_role_assignment.${name}`,
          grant({ role_definition_id: `\${azurerm_role_definition.${name}.role_definition_resource_id}` }),
        ]),
      ),
    },
    pass: [...assignments("reads"), "azurerm_role_definition.reads", "azurerm_role_definition.roles"],
    fail: [...assignments("all", "roles", "writes"), "azurerm_role_definition.all", "azurerm_role_definition.writes"],
    unknown: [...assignments("later"), "azurerm_role_definition.later"],
  },
  "what a service may activate it may use": {
    gate: "pre-production",
    resources: {
      "azurerm_user_assigned_identity.a": { name: "a" },
      "azurerm_key_vault.v": { name: "v" },
      "azurerm_pim_active_role_assignment.owner": held(OWNER),
      "azurerm_pim_eligible_role_assignment.owner": held(OWNER),
      "azurerm_pim_eligible_role_assignment.secrets": held("4633458b-17de-408a-b874-0445c86b69e6"),
      "azurerm_pim_eligible_role_assignment.people": { ...held(OWNER), principal_id: "${var.writers}" },
    },
    pass: ["azurerm_pim_eligible_role_assignment.secrets"],
    fail: ["azurerm_pim_active_role_assignment.owner", "azurerm_pim_eligible_role_assignment.owner"],
  },
  "nobody else signs in as a service": {
    gate: "pre-production",
    config: { workload: "orders", stage: "pre-production" },
    resources: {
      "azurerm_user_assigned_identity.a": { name: "a" },
      "azurerm_federated_identity_credential.branch": trusting("repo:evil/evil:ref:refs/heads/main"),
      "azurerm_federated_identity_credential.pull": trusting("repo:orders/orders:pull_request"),
      "azurerm_federated_identity_credential.other": trusting("repo:orders/orders:environment:orders-pilot"),
      "azurerm_federated_identity_credential.cluster": trusting("x", "https://cluster.evil.example/"),
      "azurerm_federated_identity_credential.own": trusting("repo:orders/orders:environment:orders-pre-production"),
      "azurerm_federated_identity_credential.later": trusting("${var.subject}"),
    },
    fail: [
      "azurerm_federated_identity_credential.branch",
      "azurerm_federated_identity_credential.cluster",
      "azurerm_federated_identity_credential.other",
      "azurerm_federated_identity_credential.pull",
    ],
    unknown: ["azurerm_federated_identity_credential.later", "azurerm_federated_identity_credential.own"],
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
