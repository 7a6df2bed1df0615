import fc from "fast-check";
import { SCALE_MODES, type ScaleMode } from "../../src/config/scale-mode";
import { compare } from "../../src/diff/compare";
import { asList, type Json } from "../../src/plan/json";
import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { holding } from "../../src/policy/verdict";
import { unknownHolds } from "../../src/stages/stage";
import { GatewrightApp } from "../../src/synth/app";
import { judgeEnvironment } from "../../src/synth/gate";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { ProductionEnvironment, ScaleEnvironment } from "../../stacks";
import { arbitraryRung } from "../support/arbitrary-config";
import { productionConfig } from "../support/production";
import { scaleAt, scaleConfig } from "../support/scale";
import { only } from "../support/synthesize";

/** What may leave is decided anew from time to time: on the day of the move both say the same. */
const { egress } = scaleConfig();
const production = synthesizeInMemory(
  new ProductionEnvironment(new GatewrightApp(), { ...productionConfig(), egress }),
);
const built = Object.fromEntries(
  SCALE_MODES.map((mode) => {
    const environment = new ScaleEnvironment(new GatewrightApp(), scaleAt(mode));
    return [mode, { environment, stacks: synthesizeInMemory(environment) }];
  }),
) as Record<ScaleMode, { environment: ScaleEnvironment; stacks: SynthesizedStack[] }>;
const { environment, stacks } = built["hot-failover"];

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
const of = (role: string, all = stacks): SynthesizedStack[] =>
  all.filter(({ name }) => name === `orders-production-${role}`);
const resources = (role: string, all = stacks) => of(role, all).flatMap(({ json }) => resourcesOf(json));
const addresses = (role: string, all = stacks) => resources(role, all).map(({ address }) => address);
const ofType = (role: string, type: string, all = stacks) => resources(role, all).filter((one) => one.type === type);

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

describe("the edge spreads callers as the mode says", () => {
  const origins = (mode: ScaleMode) =>
    ofType("edge", "azurerm_cdn_frontdoor_origin", built[mode].stacks)
      .filter(({ address }) => address.includes("origin-web-"))
      .map(({ attributes: { name, enabled, priority, weight, lifecycle } }) => ({
        name,
        enabled,
        priority,
        ...(weight !== undefined && { weight }),
        ...(lifecycle !== undefined && { lifecycle }),
      }));
  const [first, second] = [{ name: "westeurope" }, { name: "northeurope" }];
  // People switch them, and no apply switches them back.
  const byPeople = { lifecycle: { ignore_changes: ["enabled"] } };

  test.each([
    ["cold-standby", [{ ...first, enabled: true, priority: 1 }]],
    [
      "warm-standby",
      [
        { ...second, enabled: false, priority: 2, ...byPeople },
        { ...first, enabled: true, priority: 1, ...byPeople },
      ],
    ],
    [
      "hot-failover",
      [
        { ...second, enabled: true, priority: 2, ...byPeople },
        { ...first, enabled: true, priority: 1, ...byPeople },
      ],
    ],
    [
      "active-active",
      [
        { ...second, enabled: true, priority: 1, weight: 500, ...byPeople },
        { ...first, enabled: true, priority: 1, weight: 500, ...byPeople },
      ],
    ],
  ] as const)("%s", (mode, expected) => {
    expect(origins(mode)).toEqual(expected);
  });

  test("and reaches every region by a private link to its container environment", () => {
    const links = ofType("edge", "azurerm_cdn_frontdoor_origin").map(({ attributes }) => attributes["private_link"]);
    expect(links).toHaveLength(6);
    for (const link of links)
      expect(link).toEqual({
        location: expect.stringMatching(/^(?:west|north)europe$/),
        private_link_target_id: expect.stringMatching(
          /\/Microsoft\.App\/managedEnvironments\/cae-orders-prod-\w{3}-g1\w{4}$/,
        ),
        request_message: "Front Door of orders-production",
        target_type: "managedEnvironments",
      });
  });

  test("both regions keep its logs, and hear of it", () => {
    const workspaces = ofType("edge", "azurerm_monitor_diagnostic_setting").map(
      ({ attributes }) => /log-orders-prod-(\w{3})-/.exec(String(attributes["log_analytics_workspace_id"]))?.[1],
    );
    expect(workspaces.sort()).toEqual(["neu", "weu"]);
    const told = resources("edge").flatMap(({ address, attributes }) => {
      const groups = asList(attributes["action"] as Json | undefined).flatMap((one) => JSON.stringify(one));
      return address.includes("alert-")
        ? [[address, [...groups.join().matchAll(/actionGroups\/ag-orders-prod-(\w{3})/g)].map(([, code]) => code)]]
        : [];
    });
    expect(told).toEqual([
      ["azurerm_monitor_activity_log_alert.alert-resource-health", ["weu", "neu"]],
      ["azurerm_monitor_metric_alert.alert-entry-errors", ["weu", "neu"]],
      ["azurerm_monitor_metric_alert.alert-entry-health", ["weu", "neu"]],
      ["azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-failures-fast", ["weu", "neu"]],
      ["azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-failures-slow", ["weu", "neu"]],
      ["azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-latency", ["weu", "neu"]],
    ]);
  });

  test("its promise is watched in its own access log", () => {
    const queries = ofType("edge", "azurerm_monitor_scheduled_query_rules_alert_v2").map(({ attributes }) =>
      JSON.stringify(attributes["criteria"]),
    );
    for (const query of queries) expect(query).toContain("FrontDoorAccessLog");
    expect(queries.join()).not.toContain("AGWAccessLogs");
  });
});

describe("the second region", () => {
  const replicas = (mode: ScaleMode) => [
    ...new Set(
      ofType("services-neu", "azurerm_container_app", built[mode].stacks).map(
        ({ attributes }) => (attributes["template"] as { min_replicas: number }).min_replicas,
      ),
    ),
  ];

  test("waits with one replica of each service until it takes requests, and then has as many as the first", () => {
    expect(SCALE_MODES.map((mode) => [mode, replicas(mode)])).toEqual([
      ["cold-standby", [1]],
      ["warm-standby", [1]],
      ["hot-failover", [2]],
      ["active-active", [2]],
    ]);
  });

  test("has a replica of the database that is as large as its primary, and one address for both", () => {
    const primary = only(of("platform"), "azurerm_postgresql_flexible_server");
    const replica = only(of("data-neu"), "azurerm_postgresql_flexible_server");
    for (const alike of ["sku_name", "storage_mb", "auto_grow_enabled", "version", "maintenance_window"])
      expect([alike, replica[alike]]).toEqual([alike, primary[alike]]);
    expect(replica).toMatchObject({ create_mode: "Replica", geo_redundant_backup_enabled: false });
    expect(replica["high_availability"]).toBeUndefined();
    expect(replica["source_server_id"]).toMatch(/\/flexibleServers\/psql-database-orders-prod-weu-g1\w{4}$/);
    expect(only(of("data-neu"), "azurerm_postgresql_flexible_server_virtual_endpoint")).toMatchObject({
      type: "ReadWrite",
      source_server_id: replica["source_server_id"],
      replica_server_id: "${azurerm_postgresql_flexible_server.database-database.id}",
    });
  });

  test("both regions' migrators administer the primary; the replica has it from there", () => {
    const administrators = ["platform", "data-neu"].flatMap((role) =>
      ofType(role, "azurerm_postgresql_flexible_server_active_directory_administrator").map(({ attributes }) => [
        attributes["server_name"],
        attributes["principal_name"],
      ]),
    );
    expect(administrators).toEqual([
      [
        expect.stringMatching(/^\$\{azurerm_postgresql_flexible_server\.database-database\.name\}$/),
        expect.stringMatching(/^id-database-migrator-orders-prod-weu-/),
      ],
      [
        expect.stringMatching(/^psql-database-orders-prod-weu-/),
        expect.stringMatching(/^id-database-migrator-orders-prod-neu-/),
      ],
    ]);
    const [job] = ofType("services", "azurerm_container_app_job").filter(({ address }) => /-bootstrap$/.test(address));
    const declared = /gatewright\.services = '(\[.*?\])'/.exec(JSON.stringify(job?.attributes))?.[1] ?? "";
    expect([...declared.matchAll(/id-(\w+)-orders-prod-(\w{3})-/g)].map(([, who, where]) => `${who} ${where}`)).toEqual(
      ["api", "cleanup", "reports"].flatMap((who) => [`${who} neu`, `${who} weu`]),
    );
  });

  test("is reached by private endpoints alone, and each region reaches the databases of both", () => {
    const endpoints = (role: string) =>
      ofType(role, "azurerm_private_endpoint").map(({ address, attributes }) => [
        address.replace(/^.*endpoint-/, ""),
        /^\$\{/.test(String(attributes["subnet_id"])) ? "own network" : "network of the first region",
      ]);
    expect(endpoints("platform-neu")).toEqual([
      ["database", "own network"],
      ["database-first-region", "own network"],
      ["registry", "own network"],
      ["storage-blob", "own network"],
      ["storage-queue", "own network"],
      ["vault", "own network"],
    ]);
    expect(endpoints("data-neu")).toEqual([["database-replica", "network of the first region"]]);
    const [letIn] = ofType("data-neu", "azurerm_private_endpoint");
    // Another stack has made the zone, and linked it: here is no second one of its name.
    expect(letIn?.attributes["private_dns_zone_group"]).toEqual({
      name: "default",
      private_dns_zone_ids: [
        expect.stringMatching(
          /resourceGroups\/rg-orders-prod-weu-g1\w{4}\/providers\/Microsoft\.Network\/privateDnsZones\/privatelink\.postgres\.database\.azure\.com$/,
        ),
      ],
    });
    expect(ofType("data-neu", "azurerm_private_dns_zone")).toEqual([]);
  });

  test("copies every blob, also those that were there before", () => {
    expect(only(of("data-neu"), "azurerm_storage_object_replication")["rules"]).toEqual([
      {
        source_container_name: "files",
        destination_container_name: "files",
        copy_blobs_created_after: "Everything",
      },
    ]);
  });

  test("tells both regions of a replica that lags behind by a third of what may be lost, or that is gone", () => {
    const alerts = ofType("data-neu", "azurerm_monitor_metric_alert").flatMap(({ address, attributes }) => {
      const [{ metric_name, threshold }] = attributes["criteria"] as [{ metric_name: string; threshold: number }];
      const actions = attributes["action"] as unknown[];
      return metric_name.startsWith("physical_replication") ? [[address, metric_name, threshold, actions.length]] : [];
    });
    expect(alerts).toEqual([
      // A tenth of 32 GB.
      ["azurerm_monitor_metric_alert.alert-database-backlog", "physical_replication_delay_in_bytes", 3_435_973_836, 2],
      // A third of 15 minutes.
      ["azurerm_monitor_metric_alert.alert-database-lag", "physical_replication_delay_in_seconds", 300, 2],
    ]);
  });

  test("asks its resolver for names as soon as there is one: in a stack of its own, because it is not always there", () => {
    expect(only(of("platform-neu"), "azurerm_virtual_network")["dns_servers"]).toBeUndefined();
    const { dns_servers, virtual_network_id, depends_on } = only(
      of("access-neu"),
      "azurerm_virtual_network_dns_servers",
    );
    const endpoint = only(of("access-neu"), "azurerm_private_dns_resolver_inbound_endpoint");
    expect(dns_servers).toEqual(["10.44.3.84"]);
    expect(JSON.stringify(endpoint)).toContain('"10.44.3.84"');
    expect(depends_on).toEqual(["azurerm_private_dns_resolver_inbound_endpoint.resolver_endpoint"]);
    expect(virtual_network_id).toMatch(/\/virtualNetworks\/vnet-orders-prod-neu-g1\w{4}$/);
  });

  test("keeps the logs of who did what unchanged for a year, in a store of its own region", () => {
    const store = only(of("recovery-neu"), "azurerm_storage_account");
    expect(store).toMatchObject({
      location: "northeurope",
      account_replication_type: "ZRS",
      immutability_policy: { state: "Unlocked", period_since_creation_in_days: 365 },
    });
    expect(only(of("recovery-neu"), "azurerm_log_analytics_data_export_rule")).toMatchObject({
      enabled: true,
      destination_resource_id: "${azurerm_storage_account.evidence.id}",
      workspace_resource_id: expect.stringMatching(/\/workspaces\/log-orders-prod-neu-g1\w{4}$/),
    });
  });
});

/** What holds an environment at its own synth gate. */
function held({ environment: { resolved }, stacks: all }: (typeof built)[ScaleMode]): string[] {
  return holding(judgeEnvironment(resolved, all), unknownHolds("scale")).map((one) => one.id);
}

describe("the gate at synth", () => {
  test.each([
    // Two hours and twenty minutes are more than the hour that the config promises.
    ["cold-standby", ["GOV-05 config promise.rto"]],
    ["warm-standby", []],
    ["hot-failover", []],
    ["active-active", []],
  ] as const)("of %s is held by what the mode cannot keep alone", (mode, by) => {
    expect(held(built[mode])).toEqual(by);
  });

  test("with one writer for both regions, apps of both connect to it; who makes roles uses the server beside it", () => {
    const hosts = (role: string, address: RegExp) => [
      ...new Set(
        resources(role, built["active-active"].stacks)
          .filter((one) => address.test(one.address))
          .flatMap(
            ({ attributes }) => JSON.stringify(attributes).match(/"[\w.-]+\.postgres\.database\.azure\.com"/g) ?? [],
          ),
      ),
    ];
    for (const [role, code] of [
      ["services", "weu"],
      ["services-neu", "neu"],
    ] as const) {
      expect(hosts(role, /\.(app|job)-/)).toEqual(['"orders.writer.postgres.database.azure.com"']);
      expect(hosts(role, /bootstrap$/)).toEqual([expect.stringContaining(`psql-database-orders-prod-${code}-`)]);
    }
  });

  test("admits a cold standby that promises what it keeps", () => {
    const config = scaleAt("cold-standby");
    config.promise.rto = "4 hours";
    const cold = new ScaleEnvironment(new GatewrightApp(), config);
    expect(held({ environment: cold, stacks: synthesizeInMemory(cold) })).toEqual([]);
  });
});

/** What a comparison says would be destroyed or replaced outside the gateway's stack. */
function lost(before: readonly SynthesizedStack[], after: readonly SynthesizedStack[]) {
  const { inPlace, gone, changed } = compare(
    { title: "before", stacks: [...before] },
    { title: "after", stacks: [...after] },
  );
  return {
    inPlace,
    gone: gone.filter(({ stack }) => !stack.endsWith("-production-entry")).map(({ address }) => address),
    replaced: changed.flatMap(({ address, replaces }) => (replaces.length > 0 ? [address] : [])),
  };
}
const NOTHING = { inPlace: true, gone: [], replaced: [] };

describe("a Production that becomes a Scale", () => {
  test.each(SCALE_MODES)("changes only where its images go and who has roles in its database, at %s", (mode) => {
    const { changed, gone } = compare(
      { title: "before", stacks: production },
      { title: "after", stacks: built[mode].stacks },
    );
    const paths = changed.map(({ stack, address, arguments: all }) => [
      `${stack}/${address}`,
      [...new Set(all.map(({ path }) => path.replace(/[.[].*$/, "")))],
    ]);
    const services = "orders-production-services";
    // Where both regions write to one database, apps learn its host.
    const writers = mode === "active-active" ? ["app.app-api", "app.app-reports", "app_job.job-cleanup"] : [];
    expect(new Set(paths.map(String))).toEqual(
      new Set([
        "orders-production-platform/azurerm_container_registry.registry,georeplications",
        `${services}/azurerm_container_app_job.database-database-bootstrap,template`,
        ...writers.map((address) => `${services}/azurerm_container_${address},template`),
      ]),
    );
    expect(gone.map(({ address }) => address)).toEqual(addresses("entry", production));
    expect(lost(production, built[mode].stacks)).toEqual(NOTHING);
  });

  test("loses nothing but its gateway, whatever it is", () => {
    fc.assert(
      fc.property(arbitraryRung, ([before, after]) => {
        const app = new GatewrightApp();
        const [was, is] = [new ProductionEnvironment(app, before), new ScaleEnvironment(new GatewrightApp(), after)];
        expect(lost(synthesizeInMemory(was), synthesizeInMemory(is))).toEqual(NOTHING);
      }),
      { numRuns: 30 },
    );
  });
});

test("apps of the second region write blobs where nobody copies to: at active-active the first region's", () => {
  const urls = (mode: ScaleMode, role: string) =>
    [...JSON.stringify(of(role, built[mode].stacks)).matchAll(/https:\/\/(st\w+)\.blob\.core/g)].map(
      ([, name]) => name,
    );
  const [first, second] = [environment.resolved, environment.resolved.scale.second].map(({ nameOf }) =>
    nameOf("storage_account"),
  );
  expect([...new Set(urls("hot-failover", "services-neu"))]).toEqual([second]);
  expect([...new Set(urls("active-active", "services-neu"))]).toEqual([first]);
  expect([...new Set(urls("active-active", "services"))]).toEqual([first]);
});
