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
  "the domain of the apps in another region is an output of that region's platform": {
    gate: "scale",
    config: {},
    stack: input("apps_domain_neu", "apps_domain_nowhere"),
    pass: ["var.apps_domain_neu"],
    fail: {
      "var.apps_domain_nowhere":
        "var.apps_domain_nowhere is an input that the config does not declare under externals.",
    },
  },
  "one that has a default is answered before anybody asks": {
    gate: "poc",
    config: { externals: { "partner-account": partner } },
    stack: {
      variable: {
        subscription_id: { type: "string", default: "00000000-0000-0000-0000-000000000000" },
        partner_account: [{ type: "string", default: "/subscriptions/x" }],
        tenant_id: { type: "string", default: null },
      },
    },
    resources,
    pass: [...all, "var.tenant_id"],
    fail: {
      "var.partner_account": "It has a default: an apply that does not give it goes there without a word.",
      "var.subscription_id": "It has a default: an apply that does not give it goes there without a word.",
    },
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

const principals = (...applications: object[]) => ({
  stack: {
    data: { azuread_service_principal: Object.fromEntries(applications.map((one, at) => [`s${at}`, one])) },
  } as never,
  resources: Object.fromEntries(
    applications.map((_, at) => [
      `azurerm_key_vault_access_policy.p${at}`,
      { object_id: `\${data.azuread_service_principal.s${at}.object_id}` },
    ]),
  ),
});
const policies = (...numbers: number[]) => numbers.map((at) => `azurerm_key_vault_access_policy.p${at}`);
const notKnownHere = (at: number) => `Whose data.azuread_service_principal.s${at} is, is not known here.`;

nearMisses("IAM-03", {
  "a service of Azure's that its pages say to grant something to is known by its application": {
    gate: "pre-production",
    ...principals(
      { client_id: "205478c0-bd83-4e1b-a9d6-db63a3e1e1c8" },
      { client_id: "ABFA0A7C-A6B6-4736-8310-5855508787CD" },
      { application_id: "a232010e-820c-4083-83bb-3ace5fc29d0b" },
      { client_id: "262044b1-e2ce-469f-a196-69ab7ada62d3" },
      { client_id: "4962773b-9cdb-44cf-a8bf-237846a00ab7" },
    ),
    pass: policies(0, 1, 2, 3, 4),
  },
  "any other application is not known, nor is one by a name that somebody may take": {
    gate: "pre-production",
    ...principals({ client_id: STRANGER }, { display_name: "Microsoft Azure App Service" }),
    unknown: {
      "azurerm_key_vault_access_policy.p0": notKnownHere(0),
      "azurerm_key_vault_access_policy.p1": notKnownHere(1),
    },
  },
});

const OWNERS = "00000000-0000-0000-0000-00000000000f";

nearMisses("IAM-03", {
  "a group of the foundation is the company's, with and without a config": {
    gate: "pre-production",
    foundation: { groups: [OWNERS, READERS] },
    resources: {
      "azurerm_key_vault_access_policy.owners": { object_id: OWNERS.toUpperCase() },
      "azurerm_key_vault_access_policy.readers": { object_id: READERS },
    },
    pass: ["azurerm_key_vault_access_policy.owners", "azurerm_key_vault_access_policy.readers"],
  },
  "somebody else is a stranger beside it": {
    gate: "pre-production",
    config: {},
    foundation: { groups: [OWNERS] },
    resources: { "azurerm_key_vault_access_policy.p": { object_id: STRANGER } },
    fail: { "azurerm_key_vault_access_policy.p": NOBODYS },
  },
  "who manages by Lighthouse is of another tenant, whatever the definition says": {
    gate: "pilot",
    config: { access: { readers: READERS } },
    resources: {
      "azurerm_lighthouse_definition.d": {
        managing_tenant_id: "${var.tenant_id}",
        authorization: [{ principal_id: READERS, role_definition_id: "acdd72a7-3385-48ef-bd42-f606fba81ae7" }],
      },
      "azurerm_lighthouse_assignment.a": { lighthouse_definition_id: "${azurerm_lighthouse_definition.d.id}" },
    },
    fail: {
      "azurerm_lighthouse_definition.d": "It gives roles to people of another tenant.",
      "azurerm_lighthouse_assignment.a": "It gives roles to people of another tenant.",
    },
  },
});

const state = { storageAccountName: "stordersfnd", containerName: "orders-pilot" };
const backend = (changes: object) =>
  ({
    terraform: {
      backend: {
        azurerm: {
          use_azuread_auth: true,
          key: "orders-pilot/g1/platform.tfstate",
          storage_account_name: "stordersfnd",
          container_name: "orders-pilot",
          ...changes,
        },
      },
    },
  }) as never;

nearMisses("REC-07", {
  "state where the foundation keeps it holds": {
    gate: "pilot",
    stack: backend({ environment: "public" }),
    foundation: { state },
    pass: ["backend"],
  },
  "the account of somebody else, and the container of another environment": {
    gate: "pilot",
    stack: backend({ storage_account_name: "evilstate", container_name: "orders-production" }),
    foundation: { state },
    fail: {
      backend: [
        "State is kept in the account evilstate; the foundation keeps it in stordersfnd.",
        "State is kept in the container orders-production; the foundation keeps it in orders-pilot.",
      ],
    },
  },
  "an account that whoever initializes it may choose": {
    gate: "pilot",
    stack: backend({ storage_account_name: undefined }),
    foundation: { state },
    fail: { backend: "State names no account; the foundation keeps it in stordersfnd." },
  },
  "where no foundation is known, no account is expected": {
    gate: "pilot",
    stack: backend({ storage_account_name: "evilstate" }),
    pass: ["backend"],
  },
  "an account of that name in somebody else's cloud": {
    gate: "pilot",
    stack: backend({ environment: "china", metadata_host: "azure.evil.example" }),
    foundation: { state },
    fail: {
      backend: [
        "State is kept in another cloud than Azure's own.",
        "Where Azure is, is asked of a host that is named here.",
      ],
    },
  },
  "what signs in is not written down": {
    gate: "pilot",
    stack: backend({ oidc_token: "x", client_certificate_password: "x" }),
    foundation: { state },
    fail: {
      backend: ["The backend is opened with client_certificate_password.", "The backend is opened with oidc_token."],
    },
  },
});
