import { nearMisses } from "../near-miss";

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

const own = "${azurerm_user_assigned_identity.i.id}";

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
  "an identity of the system beside the one that a service is given is a second one": {
    gate: "poc",
    resources: Object.fromEntries(
      ["UserAssigned", "SystemAssigned, UserAssigned"].flatMap((type, i) => [
        [`azurerm_user_assigned_identity.i${i}`, { name: `i${i}` }],
        [
          `azurerm_container_app.a${i}`,
          { name: `a${i}`, identity: { type, identity_ids: [`\${azurerm_user_assigned_identity.i${i}.id}`] } },
        ],
      ]),
    ),
    pass: ["azurerm_container_app.a0"],
    fail: ["azurerm_container_app.a1"],
  },
  "whatever runs the product's images; one of the system alone is not judged beyond apps": {
    gate: "poc",
    resources: {
      "azurerm_user_assigned_identity.i": { name: "i" },
      ...Object.fromEntries(
        ["azurerm_container_group", "azurerm_linux_web_app", "azurerm_windows_function_app"].flatMap((type) =>
          [
            ["both", { type: "SystemAssigned, UserAssigned", identity_ids: [own] }],
            ["given", { type: "UserAssigned", identity_ids: [own] }],
            ["system", { type: "SystemAssigned" }],
          ].map(([name, identity]) => [`${type}.${name}`, { name: "x", identity }]),
        ),
      ),
    },
    fail: ["azurerm_container_group.both", "azurerm_linux_web_app.both", "azurerm_windows_function_app.both"],
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
        pull: "AcrPull",
        push: "AcrPush",
        images: "Container Registry Repository Writer",
      }),
      "azurerm_role_assignment.by_id": grant({ role_definition_id: roleId("B7E6DC6D-F1E8-4753-8033-0F276BB0955B") }),
      "azurerm_role_assignment.good_id": grant({ role_definition_id: roleId("4633458b-17de-408a-b874-0445c86b69e6") }),
      "azurerm_role_assignment.other_id": grant({ role_definition_id: roleId("00000000-0000-0000-0000-00000000000f") }),
      "azurerm_role_assignment.variable": grant({ role_definition_name: "${var.role}" }),
    },
    pass: assignments("secrets", "blobs", "settings", "backup", "good_id", "pull"),
    fail: assignments(
      "images",
      "push",
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
