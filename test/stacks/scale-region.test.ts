import { SCALE_MODES, type ScaleMode } from "../../src/config/scale-mode";
import { built, environment, of, ofType } from "../support/scale-stacks";
import { only } from "../support/synthesize";

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
