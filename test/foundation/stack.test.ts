import { ADMIN_ROLES } from "../../constructs/admin-role";
import { ASSIGNABLE_ROLES, assignmentCondition } from "../../constructs/deploy-identity";
import { ROLES } from "../../constructs/role";
import { FOUNDATION_RESOURCE_PROVIDERS } from "../../src/foundation/resource-providers";
import { resourcesOf } from "../../src/plan/terraform-json";
import { foundationConfig, GROUPS, resources, synthesized } from "./support";

const own = "/subscriptions/${var.subscription_id}";
const customers = "/subscriptions/${var.customers_subscription_id}";

/** Role assignments as `name: role @ scope → principal`. */
function roles(json: ReturnType<typeof synthesized>["json"], type = "azurerm_role_assignment"): Record<string, string> {
  const names = Object.fromEntries(Object.entries(ADMIN_ROLES).map(([name, id]) => [id, name]));
  return Object.fromEntries(
    Object.entries(resources(json, type)).map(([name, one]) => {
      const definition = String(one["role_definition_id"]);
      expect(definition).toMatch(
        /^\/subscriptions\/\$\{var\.\w+\}\/providers\/Microsoft\.Authorization\/roleDefinitions\//,
      );
      return [name, `${names[definition.split("/").at(-1)!]} @ ${one["scope"]} → ${one["principal_id"]}`];
    }),
  );
}

describe("the foundation's stack", () => {
  it("has exactly these resources", () => {
    expect(resourcesOf(synthesized().json).map(({ address }) => address.replace("azurerm_", ""))).toMatchSnapshot();
  });

  it("gives exactly these roles", () => {
    const deploy = "${azurerm_user_assigned_identity.deploy-orders-pilot_identity.principal_id}";
    const plan = "${azurerm_user_assigned_identity.plan_identity.principal_id}";
    const policy = "${azurerm_user_assigned_identity.policy-identity.principal_id}";
    const pilotState = "${azurerm_storage_container.state_orders-pilot.id}";
    const ownState = "${azurerm_storage_container.state_foundation.id}";
    const { owners, operators, readers, breakGlass } = GROUPS;
    expect(roles(synthesized().json)).toEqual({
      "deploy-orders-pilot_contributor": `Contributor @ ${customers} → ${deploy}`,
      "deploy-orders-pilot_access": `Role Based Access Control Administrator @ ${customers} → ${deploy}`,
      "deploy-orders-pilot_locks": `Locks Contributor @ ${customers} → ${deploy}`,
      "deploy-orders-pilot_state": `Storage Blob Data Contributor @ ${pilotState} → ${deploy}`,
      "plan_reads-customers": `Reader @ ${customers} → ${plan}`,
      "plan_state-orders-pilot": `Storage Blob Data Reader @ ${pilotState} → ${plan}`,
      state_foundation_owners: `Storage Blob Data Contributor @ ${ownState} → ${owners}`,
      "state_foundation_break-glass": `Storage Blob Data Contributor @ ${ownState} → ${breakGlass}`,
      "subscription-base_policies-tags": `Tag Contributor @ ${own} → ${policy}`,
      "subscription-base_owners": `Owner @ ${own} → ${owners}`,
      "subscription-base_readers": `Reader @ ${own} → ${readers}`,
      "subscription-base_break-glass": `Owner @ ${own} → ${breakGlass}`,
      "subscription-customers_policies-tags": `Tag Contributor @ ${customers} → ${policy}`,
      "subscription-customers_owners": `Owner @ ${customers} → ${owners}`,
      "subscription-customers_operators": `Contributor @ ${customers} → ${operators}`,
      "subscription-customers_readers": `Reader @ ${customers} → ${readers}`,
      "subscription-customers_break-glass": `Owner @ ${customers} → ${breakGlass}`,
    });
  });

  it("says of every principal that it is a group or a service principal", () => {
    const groups = new Set<unknown>(Object.values(GROUPS));
    for (const one of Object.values(resources(synthesized().json, "azurerm_role_assignment")))
      expect(one["principal_type"]).toBe(groups.has(one["principal_id"]) ? "Group" : "ServicePrincipal");
  });

  it("gives a POC's deploy identity no lock role", () => {
    const { json } = synthesized(foundationConfig({ environments: [{ stage: "poc", subscription: "customers" }] }));
    expect(Object.keys(roles(json)).filter((name) => name.startsWith("deploy-"))).toEqual([
      "deploy-orders-poc_access",
      "deploy-orders-poc_contributor",
      "deploy-orders-poc_state",
    ]);
  });

  it("limits what a deploy identity may give, and to whom", () => {
    const access = resources(synthesized().json, "azurerm_role_assignment")["deploy-orders-pilot_access"];
    expect(access).toMatchObject({ condition: assignmentCondition(ASSIGNABLE_ROLES), condition_version: "2.0" });
    expect(assignmentCondition(["a", "b"])).toBe(
      "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {a, b} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {a, b} AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))",
    );
    for (const role of Object.values(ROLES)) expect(ASSIGNABLE_ROLES).toContain(role);
    for (const role of [
      "Owner",
      "Contributor",
      "Locks Contributor",
      "Role Based Access Control Administrator",
    ] as const)
      expect(ASSIGNABLE_ROLES).not.toContain(ADMIN_ROLES[role]);
  });

  it("federates each identity with one subject", () => {
    const credentials = Object.entries(resources(synthesized().json, "azurerm_federated_identity_credential"));
    expect(credentials.map(([name, { subject, issuer, audience }]) => [name, subject, issuer, audience])).toEqual([
      [
        "deploy-orders-pilot_github",
        "repo:orders-example/orders:environment:orders-pilot",
        "https://token.actions.githubusercontent.com",
        ["api://AzureADTokenExchange"],
      ],
      [
        "plan_github",
        "repo:orders-example/orders:pull_request",
        "https://token.actions.githubusercontent.com",
        ["api://AzureADTokenExchange"],
      ],
    ]);
  });

  it("keeps states in storage without keys, with versions, soft delete and a lock that comes last", () => {
    const { json } = synthesized();
    expect(resources(json, "azurerm_storage_account")["state_account"]).toMatchObject({
      name: "stordersfndweu4adrae",
      account_replication_type: "ZRS",
      shared_access_key_enabled: false,
      allow_nested_items_to_be_public: false,
      default_to_oauth_authentication: true,
      public_network_access_enabled: true,
      blob_properties: {
        versioning_enabled: true,
        delete_retention_policy: { days: 30 },
        container_delete_retention_policy: { days: 30 },
      },
    });
    const lock = resources(json, "azurerm_management_lock")["state_lock"]!;
    expect(lock).toMatchObject({ lock_level: "CanNotDelete", scope: "${azurerm_storage_account.state_account.id}" });
    const below = resourcesOf(json)
      .filter(({ attributes }) =>
        /state_account|azurerm_storage_container/.test(JSON.stringify({ ...attributes, "//": "" })),
      )
      .map(({ address }) => address)
      .filter((address) => address !== "azurerm_management_lock.state_lock");
    expect([...(lock["depends_on"] as string[])].sort()).toEqual(below);
  });

  it("chooses its backend by the config alone", () => {
    const backend = (state: "local" | "own") => synthesized(foundationConfig({ state })).json.terraform?.["backend"];
    expect(backend("local")).toEqual({ local: { path: "../../../state/orders-foundation.tfstate" } });
    expect(backend("own")).toEqual({
      azurerm: {
        container_name: "foundation",
        key: "foundation.tfstate",
        storage_account_name: "stordersfndweu4adrae",
        use_azuread_auth: true,
      },
    });
  });

  it("has a provider for each subscription, which registers what any stage needs and purges nothing", () => {
    const providers = synthesized().json.provider?.["azurerm"] as readonly Record<string, unknown>[];
    expect(providers.map(({ alias, subscription_id }) => [alias, subscription_id])).toEqual([
      [undefined, "${var.subscription_id}"],
      ["customers", "${var.customers_subscription_id}"],
    ]);
    for (const one of providers)
      expect(one).toMatchObject({
        resource_provider_registrations: "none",
        resource_providers_to_register: Object.keys(FOUNDATION_RESOURCE_PROVIDERS),
        storage_use_azuread: true,
      });
  });

  it("refuses other regions in every subscription and only adds tags", () => {
    const policies = resources(synthesized().json, "azurerm_subscription_policy_assignment");
    const ofCustomers = Object.entries(policies).filter(([name]) => name.startsWith("subscription-customers_"));
    expect(ofCustomers.map(([name, one]) => [name, one["policy_definition_id"], one["parameters"]])).toEqual([
      ["subscription-customers_policies_group-locations", definition("e765b5de-1225-4ba3-bd56-1ac6695af988"), regions],
      ["subscription-customers_policies_locations", definition("e56962a6-4747-49cd-b67b-bf8b01975c4c"), regions],
      ...["generation", "owner", "stage", "workload"].map((tag) => [
        `subscription-customers_policies_tag-${tag}`,
        definition("ea3f2387-9b95-492a-a190-fcdc54f7b070"),
        `{"tagName":{"value":"${tag}"}}`,
      ]),
    ]);
    for (const [, one] of ofCustomers) expect(one["provider"]).toBe("azurerm.customers");
  });

  it.each([
    ["poc", []],
    ["pilot", ["Arm", "KeyVaults"]],
    ["production", ["Arm", "Containers", "KeyVaults", "OpenSourceRelationalDatabases", "StorageAccounts"]],
  ] as const)("sets the Defender plans of a subscription with a %s", (stage, plans) => {
    const { json } = synthesized(foundationConfig({ environments: [{ stage, subscription: "customers" }] }));
    const found = Object.values(resources(json, "azurerm_security_center_subscription_pricing"));
    const of = (provider: string) =>
      found.filter((one) => one["provider"] === provider).map((one) => one["resource_type"]);
    expect(of("azurerm.customers")).toEqual(plans);
    expect(of("azurerm")).toEqual(plans);
  });

  it("makes writers eligible from Pre-Production, unless the config decides otherwise", () => {
    const environments = [{ stage: "pre-production", subscription: "customers" }] as const;
    const eligible = synthesized(foundationConfig({ environments: [...environments] })).json;
    expect(Object.keys(resources(eligible, "azurerm_pim_eligible_role_assignment"))).toEqual([
      "subscription-base_owners",
      "subscription-customers_operators",
      "subscription-customers_owners",
    ]);
    expect(resources(eligible, "azurerm_pim_eligible_role_assignment")["subscription-customers_owners"]).toMatchObject({
      schedule: { expiration: { duration_days: 365 } },
    });
    expect(Object.keys(roles(eligible)).filter((name) => /^subscription-customers_/.test(name))).toEqual([
      "subscription-customers_break-glass",
      "subscription-customers_policies-tags",
      "subscription-customers_readers",
    ]);
    const standing = synthesized(foundationConfig({ environments: [...environments], writers: "standing" })).json;
    expect(resources(standing, "azurerm_pim_eligible_role_assignment")).toEqual({});
  });

  it("works in a single subscription, for a company with nothing but a POC", () => {
    const { json } = synthesized(
      foundationConfig({
        subscriptions: { base: { monthlyBudget: 100 } },
        environments: [{ stage: "poc", subscription: "base" }],
      }),
    );
    expect(Object.keys(json.variable ?? {})).toEqual(["subscription_id"]);
  });

  it("is the same text twice", () => {
    expect(JSON.stringify(synthesized())).toBe(JSON.stringify(synthesized()));
  });
});

const definition = (id: string) => `/providers/Microsoft.Authorization/policyDefinitions/${id}`;
const regions = '{"listOfAllowedLocations":{"value":["northeurope","westeurope"]}}';
