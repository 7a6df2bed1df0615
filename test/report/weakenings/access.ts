import { smallTeam } from "../../support/pre-production";
import { add, inConfig, type Json, type Stacks, type Weakening } from "../../support/weakenings";

/** `access.operators` of the config. */
const OPERATORS = "00000000-0000-0000-0000-000000000002";
const GROUP = { principal_id: OPERATORS, principal_type: "Group", scope: "${azurerm_resource_group.group.id}" };
const READER = { role_definition_name: "Reader" };
const SERVICE = {
  principal_id: "${azurerm_user_assigned_identity.identity-api.principal_id}",
  principal_type: "ServicePrincipal",
};

/** Writers who always write, with a small team's word. */
const standing = (word: ReturnType<typeof smallTeam>) => (_: Stacks, given: Json) => {
  given.config.access.writers = "standing";
  given.evidence.push(word);
};

/** Who may do what, and what they hold when they do nothing. */
export const ACCESS: readonly Weakening[] = [
  {
    what: "Contributor for an app",
    change: add("platform", "azurerm_role_assignment.more", {
      ...SERVICE,
      scope: "${azurerm_container_registry.registry.id}",
      role_definition_name: "Contributor",
    }),
    caught: ["IAM-01", "REC-09"],
  },
  {
    what: "an app that may push images to the whole group",
    change: add("platform", "azurerm_role_assignment.more", {
      ...SERVICE,
      scope: "${azurerm_resource_group.group.id}",
      role_definition_name: "AcrPush",
    }),
    caught: ["IAM-01", "REC-09"],
  },
  {
    what: "an app that owns the vault, in small letters",
    change: add("platform", "azurerm_role_assignment.more", {
      ...SERVICE,
      scope: "${azurerm_key_vault.vault.id}",
      role_definition_name: "owner",
    }),
    caught: ["IAM-01", "REC-09"],
  },
  {
    what: "an app that writes secrets",
    change: add("platform", "azurerm_role_assignment.more", {
      ...SERVICE,
      scope: "${azurerm_key_vault.vault.id}",
      role_definition_name: "Key Vault Secrets Officer",
    }),
    caught: ["IAM-01", "REC-09"],
  },
  {
    what: "a role that an app may activate, and that owns the registry",
    change: add("platform", "azurerm_pim_eligible_role_assignment.more", {
      principal_id: SERVICE.principal_id,
      scope: "${azurerm_container_registry.registry.id}",
      role_definition_id: `/subscriptions/\${var.subscription_id}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`,
    }),
    caught: ["IAM-01"],
  },
  {
    what: "a branch of somebody's repository that signs in as an app",
    change: add("platform", "azurerm_federated_identity_credential.more", {
      name: "more",
      resource_group_name: "${azurerm_resource_group.group.name}",
      parent_id: "${azurerm_user_assigned_identity.identity-api.id}",
      issuer: "https://token.actions.githubusercontent.com",
      subject: "repo:somebody/else:ref:refs/heads/main",
      audience: ["api://AzureADTokenExchange"],
    }),
    caught: ["IAM-01"],
  },
  {
    what: "an identity for two apps",
    change: ({ services: { resource } }) => {
      const { azurerm_container_app: apps } = resource;
      apps["app-rates"].identity = apps["app-web"].identity;
    },
    caught: ["IAM-01"],
  },
  {
    what: "a client secret in the provider",
    change: ({ entry }) => Object.assign([entry.provider.azurerm].flat()[0], { client_secret: "${var.client_secret}" }),
    caught: ["IAM-02"],
  },
  {
    what: "sign-in without federation",
    change: ({ entry }) => Object.assign([entry.provider.azurerm].flat()[0], { use_oidc: false }),
    caught: ["IAM-02"],
  },
  {
    what: "access for one person",
    change: add("platform", "azurerm_role_assignment.more", { ...GROUP, ...READER, principal_type: "User" }),
    caught: ["IAM-03"],
  },
  {
    what: "a role that people always hold",
    change: add("platform", "azurerm_role_assignment.more", { ...GROUP, role_definition_name: "Contributor" }),
    caught: ["IAM-04"],
  },
  {
    what: "a role that a person always holds",
    change: add("platform", "azurerm_role_assignment.more", {
      ...GROUP,
      principal_type: "User",
      role_definition_name: "Storage Blob Data Contributor",
    }),
    caught: ["IAM-03", "IAM-04"],
  },
  {
    what: "people who administer the database",
    change: add("platform", "azurerm_postgresql_flexible_server_active_directory_administrator.people", {
      server_name: "${azurerm_postgresql_flexible_server.database-database.name}",
      resource_group_name: "${azurerm_resource_group.group.name}",
      tenant_id: "${var.tenant_id}",
      object_id: OPERATORS,
      principal_name: "operators",
      principal_type: "Group",
    }),
    caught: ["IAM-04"],
  },
  {
    what: "writers who always write",
    change: inConfig(({ access }) => Object.assign(access, { writers: "standing" })),
    caught: ["IAM-04"],
  },
  {
    what: "writers who always write, with a small team's word that has run out",
    change: standing(smallTeam("2027-03-12")),
    caught: ["IAM-04"],
  },
  {
    what: "writers who always write, with a small team's word for half a year",
    change: standing(smallTeam("2027-09-30")),
    caught: ["IAM-04"],
  },
  {
    what: "writers who always write, with the word of another environment's team",
    change: standing({ ...smallTeam(), env: "orders-pilot" }),
    caught: ["IAM-04"],
  },
  {
    what: "no group for emergencies",
    change: inConfig(({ access }) => delete access.breakGlass),
    caught: ["IAM-04"],
  },
  {
    what: "emergency accounts that are everybody's",
    change: inConfig(({ access }) => Object.assign(access, { breakGlass: access.readers })),
    caught: ["IAM-04"],
  },
  {
    what: "an approver who approves their own change",
    change: inConfig(({ change }) => Object.assign(change, { approves: "Grace@orders.example" })),
    caught: ["IAM-05"],
  },
  { what: "no group of approvers", change: inConfig(({ access }) => delete access.approvers), caught: ["IAM-05"] },
];
