import { SCALE_MODES } from "../../src/config/scale-mode";
import { resourcesOf } from "../../src/plan/terraform-json";
import { addresses, built, environment, of, production, resources, stacks } from "../support/scale-stacks";
import { only } from "../support/synthesize";

const ROLES = [
  "platform",
  "services",
  "recovery",
  "data-neu",
  "platform-neu",
  "access-neu",
  "services-neu",
  "recovery-neu",
  "edge",
  "entry",
];

/** How many of each type a stack has, without the provider's name. */
function typesOf(role: string, all = stacks): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { type } of resources(role, all)) {
    const short = type.replace("azurerm_", "");
    found[short] = (found[short] ?? 0) + 1;
  }
  return found;
}

/** Where apps of both regions answer, those of the second get a role on the first one's blobs, and a way to them. */
const SHARED_BLOBS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "data-neu": { role_assignment: 22 },
  "platform-neu": { private_endpoint: 7 },
};

/** What stands in the stacks that a Production does not have, and in the one that is emptied. */
const TYPES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "data-neu": {
    consumption_budget_resource_group: 2,
    key_vault: 1,
    management_lock: 4,
    monitor_action_group: 2,
    monitor_diagnostic_setting: 4,
    monitor_metric_alert: 5,
    postgresql_flexible_server: 1,
    postgresql_flexible_server_active_directory_administrator: 1,
    postgresql_flexible_server_configuration: 2,
    postgresql_flexible_server_virtual_endpoint: 1,
    private_endpoint: 1,
    resource_group: 2,
    role_assignment: 21,
    storage_account: 1,
    storage_container: 1,
    storage_object_replication: 1,
    storage_queue: 1,
    user_assigned_identity: 8,
  },
  "platform-neu": {
    container_app_environment: 1,
    firewall: 1,
    firewall_policy: 1,
    firewall_policy_rule_collection_group: 1,
    log_analytics_workspace: 1,
    monitor_activity_log_alert: 5,
    monitor_diagnostic_setting: 8,
    network_security_group: 4,
    private_dns_a_record: 2,
    private_dns_zone: 6,
    private_dns_zone_virtual_network_link: 6,
    private_endpoint: 6,
    public_ip: 2,
    route_table: 1,
    subnet: 7,
    subnet_network_security_group_association: 4,
    subnet_route_table_association: 3,
    virtual_network: 1,
  },
  "access-neu": {
    monitor_diagnostic_setting: 1,
    private_dns_resolver: 1,
    private_dns_resolver_inbound_endpoint: 1,
    public_ip: 1,
    virtual_network_dns_servers: 1,
    virtual_network_gateway: 1,
  },
  "services-neu": {
    application_insights: 1,
    container_app: 6,
    container_app_job: 3,
    monitor_metric_alert: 11,
  },
  "recovery-neu": {
    consumption_budget_resource_group: 1,
    log_analytics_data_export_rule: 1,
    management_lock: 1,
    monitor_diagnostic_setting: 1,
    resource_group: 1,
    storage_account: 1,
  },
  edge: {
    cdn_frontdoor_custom_domain: 2,
    cdn_frontdoor_endpoint: 1,
    cdn_frontdoor_firewall_policy: 1,
    cdn_frontdoor_origin: 6,
    cdn_frontdoor_origin_group: 3,
    cdn_frontdoor_profile: 1,
    cdn_frontdoor_route: 3,
    cdn_frontdoor_security_policy: 1,
    consumption_budget_resource_group: 1,
    monitor_activity_log_alert: 1,
    monitor_diagnostic_setting: 2,
    monitor_metric_alert: 2,
    monitor_scheduled_query_rules_alert_v2: 3,
    resource_group: 1,
  },
  entry: {},
};

/** What else an edge before two regions has, beside one that leads to one. */
const OF_ONE_REGION = { cdn_frontdoor_origin: 3, monitor_diagnostic_setting: 1 };

describe("a Scale's stacks", () => {
  test("are Production's by name, the second region's, and one edge; the gateway goes last", () => {
    expect(stacks.map(({ name }) => name)).toEqual(ROLES.map((role) => `orders-production-${role}`));
    expect(environment.stacks.map((stack) => stack.dependencies.map(({ node }) => node.id))).toEqual(
      [
        [],
        ["platform"],
        ["platform"],
        ["platform"],
        ["data-neu"],
        ["platform-neu"],
        ["platform-neu"],
        ["platform-neu"],
        ["services-neu"],
        ["edge"],
      ].map((before) => before.map((role) => `orders-production-${role}`)),
    );
  });

  test.each(SCALE_MODES)("are the same at %s", (mode) => {
    expect(built[mode].stacks.map(({ name }) => name)).toEqual(stacks.map(({ name }) => name));
  });

  test("keep state where Production keeps it, the new ones under keys beside it", () => {
    expect(stacks.map(({ json }) => json.terraform?.["backend"])).toEqual(
      ROLES.map((role) => ({
        azurerm: { key: `orders-production/g1/${role}.tfstate`, use_azuread_auth: true, use_oidc: true },
      })),
    );
  });

  test("take these variables, and give these values", () => {
    const keys = (part: "variable" | "output", all = stacks) =>
      Object.fromEntries(
        ROLES.map((role) => [role, of(role, all).flatMap(({ json }) => Object.keys(json[part] ?? {}).sort())]),
      );
    expect(keys("variable")).toEqual({
      platform: ["subscription_id", "tenant_id", "vpn_audience"],
      services: ["subscription_id"],
      recovery: ["subscription_id"],
      "data-neu": ["subscription_id", "tenant_id"],
      "platform-neu": ["subscription_id"],
      "access-neu": ["subscription_id", "tenant_id", "vpn_audience"],
      "services-neu": ["subscription_id"],
      "recovery-neu": ["subscription_id"],
      edge: ["apps_domain", "apps_domain_neu", "subscription_id"],
      entry: ["subscription_id"],
    });
    expect(keys("output")).toEqual({
      platform: ["apps_domain", "registry_server", "resource_group_name", "vault_name"],
      services: [],
      recovery: [],
      "data-neu": [],
      "platform-neu": ["apps_domain"],
      "access-neu": [],
      "services-neu": [],
      "recovery-neu": [],
      edge: ["domain_proofs", "entry_host"],
      entry: [],
    });
    // The second region is not there yet, so that its address is not.
    expect(keys("variable", built["cold-standby"].stacks)["edge"]).toEqual(["apps_domain", "subscription_id"]);
  });

  test("are of a Scale, and what they make says production", () => {
    expect(new Set(stacks.map(({ json }) => json["//"]?.gatewright?.stage))).toEqual(new Set(["scale"]));
    const tags = stacks.flatMap(({ json }) => resourcesOf(json).flatMap(({ attributes }) => attributes["tags"] ?? []));
    expect(tags.length).toBeGreaterThan(100);
    expect(new Set(tags.map((one) => JSON.stringify(one)))).toEqual(
      new Set([
        JSON.stringify({
          "created-on": "2027-06-01",
          "data-classification": "personal",
          generation: "1",
          "managed-by": "gatewright",
          owner: "ada@orders.example",
          stage: "production",
          workload: "orders",
        }),
      ]),
    );
  });
});

describe("what stands in them", () => {
  test.each(["platform", "services", "recovery"])("is what Production has, in its stack %s", (role) => {
    for (const mode of SCALE_MODES) expect(addresses(role, built[mode].stacks)).toEqual(addresses(role, production));
  });

  test.each(Object.entries(TYPES))("is of exactly these types in %s, at every mode", (role, types) => {
    for (const mode of SCALE_MODES) {
      const one = role === "edge" && mode === "cold-standby";
      const shared = mode === "active-active" ? SHARED_BLOBS[role] : {};
      expect([mode, typesOf(role, built[mode].stacks)]).toEqual([
        mode,
        { ...types, ...(one && OF_ONE_REGION), ...shared },
      ]);
    }
  });

  test("has the name of its region", () => {
    const endings = (role: string) => [
      ...new Set(
        resources(role).flatMap(({ attributes }) => /-?g1[a-z0-9]{4}$/.exec(String(attributes["name"]))?.[0] ?? []),
      ),
    ];
    const [own] = endings("platform").filter((one) => one.startsWith("-"));
    for (const role of ["platform-neu", "access-neu", "services-neu"])
      expect(endings(role).map((one) => [role, one.replace(/^-/, "") === own?.slice(1)])).toEqual([[role, false]]);
    expect(only(of("data-neu"), "azurerm_resource_group.data-group")).toMatchObject({
      location: "northeurope",
      name: expect.stringMatching(/^rg-data-orders-prod-neu-g1\w{4}$/),
    });
    // What Resource Manager knows of the edge is where it can still be changed when the first region is lost.
    expect(only(of("edge"), "azurerm_resource_group.group")).toMatchObject({
      location: "northeurope",
      name: expect.stringMatching(/^rg-edge-orders-prod-neu-g1\w{4}$/),
    });
  });

  test("is in the second region, but for what lets the first one in", () => {
    for (const role of ROLES.filter((one) => one.endsWith("-neu"))) {
      const elsewhere = resources(role).flatMap(({ address, attributes }) =>
        ["northeurope", "global", undefined].includes(attributes["location"] as string) ? [] : [address],
      );
      expect([role, elsewhere]).toEqual([
        role,
        role === "data-neu" ? ["azurerm_private_endpoint.first-region-database_endpoint-database-replica"] : [],
      ]);
    }
  });
});
