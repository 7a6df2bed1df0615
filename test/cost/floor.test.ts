import { price } from "../../src/azure/prices";
import { loadEnvironment } from "../../src/config/load";
import type { PocConfig } from "../../src/config/schema";
import { PILOT_SKUS } from "../../src/config/schema/pilot";
import { GENERAL_PURPOSE_SKUS } from "../../src/config/schema/pre-production";
import { BURSTABLE_SKUS } from "../../src/config/schema/store";
import { monthlyFloor } from "../../src/cost/floor";
import type { Attributes } from "../../src/plan/terraform-json";
import { pocConfig, pocWithService } from "../support/poc-config";
import { synthesizePocInMemory } from "../support/synthesize";

const floorOf = (config: PocConfig) => monthlyFloor(synthesizePocInMemory(config));
const linesOf = (config: PocConfig) => floorOf(config).lines.map(({ address, monthly }) => [address, monthly]);
const REGISTRY = ["azurerm_container_registry.registry", 5];

/** The floor of one resource that is written down here. */
const floorOfOne = (type: string, attributes: Attributes) =>
  monthlyFloor([{ name: "a", json: { resource: { [type]: { one: attributes } } } }]);
const costOf = (type: string, attributes: Attributes) => floorOfOne(type, attributes).monthly;

describe("the monthly floor", () => {
  test("of the example is the database, the worker that never sleeps, and the registry", () => {
    const { config } = loadEnvironment("examples/full-ladder/environments/orders.poc.yaml");
    expect(linesOf(config as PocConfig)).toEqual([
      ["azurerm_postgresql_flexible_server.database-database", 14.53 + 32 * 0.137],
      ["azurerm_container_app.app-mailer", 0.25 * 10.51 + 0.5 * 10.51],
      REGISTRY,
    ]);
    expect(floorOf(config as PocConfig).monthly).toBeCloseTo(31.8, 1);
  });

  test("of what scales to zero is the registry alone", () => {
    expect(linesOf(pocConfig())).toEqual([REGISTRY]);
    expect(linesOf(pocWithService({ schedule: "0 2 * * *" }))).toEqual([REGISTRY]);
  });

  test("grows with replicas that stay up, by cpu and memory", () => {
    const [line] = linesOf(pocWithService({ port: 80, cpu: 1, scale: { min: 2 } }));
    expect(line).toEqual(["azurerm_container_app.app-web", 2 * 1 * 10.51 + 2 * 2 * 10.51]);
  });

  test("grows with the size and the disk of the database", () => {
    const [line] = linesOf(
      pocConfig({ stores: { database: { type: "postgresql", sku: "B_Standard_B2s", storageGb: 64 } } }),
    );
    expect(line).toEqual(["azurerm_postgresql_flexible_server.database-database", 58.11 + 64 * 0.137]);
  });

  test("counts a standby twice, and a database of unknown size by its disk", () => {
    const server = { sku_name: "GP_Standard_D2ds_v5", storage_mb: 32_768 };
    const alone = costOf("azurerm_postgresql_flexible_server", server);
    expect(alone).toBeCloseTo(154.76 + 32 * 0.137, 6);
    expect(
      costOf("azurerm_postgresql_flexible_server", { ...server, high_availability: [{ mode: "ZoneRedundant" }] }),
    ).toBeCloseTo(2 * alone, 6);
    expect(
      costOf("azurerm_postgresql_flexible_server", { sku_name: "MO_Standard_E4ds_v5", storage_mb: 32_768 }),
    ).toBeCloseTo(32 * 0.137, 6);
  });

  test("knows the compute of every size that a config of any stage may name", () => {
    const sizes = new Set<string>([...BURSTABLE_SKUS, ...PILOT_SKUS, ...GENERAL_PURPOSE_SKUS]);
    const disk = 32 * price("postgres-storage").monthly;
    for (const sku_name of sizes) {
      const { monthly, unpriced } = floorOfOne("azurerm_postgresql_flexible_server", { sku_name, storage_mb: 32_768 });
      expect([sku_name, unpriced, monthly > disk + 10]).toEqual([sku_name, [], true]);
    }
    expect(costOf("azurerm_postgresql_flexible_server", { sku_name: "GP_Standard_D8ds_v5" })).toBeCloseTo(
      619.04 + disk,
      6,
    );
  });

  test.each([
    ["azurerm_postgresql_flexible_server", { sku_name: "MO_Standard_E4ds_v5" }],
    ["azurerm_postgresql_flexible_server", { sku_name: "toString" }],
    ["azurerm_container_registry", { sku: "Gold" }],
    ["azurerm_firewall", { sku_tier: "${var.tier}" }],
    ["azurerm_firewall", {}],
    ["azurerm_managed_redis", { sku_name: "Balanced_B0" }],
    ["azurerm_servicebus_namespace", { sku: "Premium" }],
  ] as const)("says of %s %j that its price is not known", (type, attributes) => {
    expect(floorOfOne(type, attributes).unpriced).toEqual([`${type}.one`]);
  });

  test("has a price for everything of the examples", () => {
    const { config } = loadEnvironment("examples/full-ladder/environments/orders.poc.yaml");
    expect(floorOf(config as PocConfig).unpriced).toEqual([]);
  });

  test.each([
    ["azurerm_container_registry", { sku: "Standard" }, "registry-standard"],
    ["azurerm_container_registry", { sku: "Premium" }, "registry-premium"],
    ["azurerm_private_endpoint", {}, "private-endpoint"],
    ["azurerm_public_ip", {}, "public-ip"],
    ["azurerm_application_gateway", {}, "application-gateway-waf"],
    ["azurerm_firewall", { sku_tier: "Basic" }, "firewall-basic"],
    ["azurerm_firewall", { sku_tier: "Standard" }, "firewall-standard"],
    ["azurerm_virtual_network_gateway", {}, "vpn-gateway-1-az"],
    ["azurerm_private_dns_resolver_inbound_endpoint", {}, "dns-resolver-endpoint"],
    ["azurerm_firewall", { sku_tier: "Premium" }, "firewall-premium"],
    ["azurerm_nat_gateway", {}, "nat-gateway"],
    ["azurerm_private_dns_zone", {}, "private-dns-zone"],
    ["azurerm_data_protection_backup_instance_postgresql_flexible_server", {}, "backup-postgres"],
    ["azurerm_data_protection_backup_instance_blob_storage", {}, "backup-blobs"],
    ["azurerm_monitor_metric_alert", {}, "alert-metric"],
    ["azurerm_monitor_scheduled_query_rules_alert_v2", { evaluation_frequency: "PT1M" }, "alert-query-1-minute"],
    ["azurerm_monitor_scheduled_query_rules_alert_v2", { evaluation_frequency: "PT5M" }, "alert-query-5-minutes"],
    ["azurerm_monitor_scheduled_query_rules_alert_v2", { evaluation_frequency: "PT10M" }, "alert-query-10-minutes"],
    ["azurerm_monitor_scheduled_query_rules_alert_v2", { evaluation_frequency: "PT15M" }, "alert-query-15-minutes"],
    ["azurerm_monitor_scheduled_query_rules_alert_v2", { evaluation_frequency: "PT1H" }, "alert-query-15-minutes"],
  ] as const)("of %s %j is the price %s", (type, attributes, id) => {
    expect(costOf(type, attributes)).toBe(price(id).monthly);
  });

  test("of a gateway grows by ten capacity units with each instance that it always keeps", () => {
    const gateway = (instances: number) =>
      costOf("azurerm_application_gateway", {
        autoscale_configuration: [{ min_capacity: instances, max_capacity: 10 }],
      });
    const fixed = price("application-gateway-waf").monthly;
    expect(gateway(0)).toBe(fixed);
    expect(gateway(2)).toBeCloseTo(fixed + 20 * price("application-gateway-capacity-unit").monthly, 6);
  });

  test("of a vault and its policies is nothing: each copied store is paid for, and what it holds", () => {
    for (const type of ["backup_vault", "backup_policy_blob_storage", "backup_policy_postgresql_flexible_server"])
      expect(costOf(`azurerm_data_protection_${type}`, { redundancy: "ZoneRedundant" })).toBe(0);
    expect(costOf("azurerm_log_analytics_data_export_rule", { table_names: ["AZKVAuditLogs"] })).toBe(0);
    expect(costOf("azurerm_monitor_activity_log_alert", {})).toBe(0);
  });

  test("of a type that has no fixed price, or that nobody knows, is nothing", () => {
    expect(costOf("azurerm_key_vault", {})).toBe(0);
    expect(costOf("azurerm_redis_cache", { sku_name: "Basic" })).toBe(0);
    expect(costOf("constructor", {})).toBe(0);
    expect(costOf("toString", {})).toBe(0);
  });

  test("sums its lines, the most expensive first", () => {
    const { monthly, lines } = floorOf(
      pocWithService(
        { uses: ["a-data", "b-data"] },
        { stores: { "b-data": { type: "postgresql" }, "a-data": { type: "postgresql" } } },
      ),
    );
    expect(lines.map(({ address }) => address)).toEqual([
      "azurerm_postgresql_flexible_server.database-a-data",
      "azurerm_postgresql_flexible_server.database-b-data",
      "azurerm_container_app.app-web",
      "azurerm_container_registry.registry",
    ]);
    expect(monthly).toBeCloseTo(
      lines.reduce((sum, line) => sum + line.monthly, 0),
      9,
    );
  });

  test("of a second region counts the edge, a copy of the images each, and a replica as the server that it is", () => {
    expect(costOf("azurerm_cdn_frontdoor_profile", { sku_name: "Premium_AzureFrontDoor" })).toBe(330);
    expect(floorOfOne("azurerm_cdn_frontdoor_profile", { sku_name: "Standard_AzureFrontDoor" })).toEqual({
      monthly: 0,
      lines: [],
      unpriced: ["azurerm_cdn_frontdoor_profile.one"],
    });
    const registry = { sku: "Premium", georeplications: [{ location: "francecentral" }, { location: "northeurope" }] };
    expect(costOf("azurerm_container_registry", registry)).toBe(3 * 50);
    expect(costOf("azurerm_container_registry", { ...registry, georeplications: { location: "northeurope" } })).toBe(
      100,
    );
    const server = { sku_name: "GP_Standard_D2ds_v5", storage_mb: 32_768 };
    expect(costOf("azurerm_postgresql_flexible_server", { ...server, create_mode: "Replica" })).toBe(
      costOf("azurerm_postgresql_flexible_server", server),
    );
  });

  test("counts what an environment of apps costs more with private endpoints once, whoever asks for them", () => {
    const origin = (private_link_target_id: string, target_type = "managedEnvironments") => ({
      private_link: { target_type, private_link_target_id },
    });
    const endpoint = (subresource: string, private_connection_resource_id: string) => ({
      private_service_connection: { subresource_names: [subresource], private_connection_resource_id },
    });
    const { lines } = monthlyFloor([
      {
        name: "edge",
        json: {
          resource: {
            azurerm_cdn_frontdoor_origin: {
              web: origin("/a"),
              api: origin("/a"),
              far: origin("/b"),
              site: origin("/c", "sites"),
              open: {},
            },
          },
        },
      },
      {
        name: "network",
        json: {
          resource: {
            azurerm_private_endpoint: {
              known: endpoint("managedEnvironments", "/b"),
              other: endpoint("managedEnvironments", "/d"),
              vault: endpoint("vault", "/e"),
            },
          },
        },
      },
    ]);
    expect(lines.map(({ address, monthly }) => [address, monthly])).toEqual([
      ["azurerm_private_endpoint.other", 7.3 + 73],
      ["azurerm_cdn_frontdoor_origin.api", 73],
      ["azurerm_cdn_frontdoor_origin.far", 73],
      ["azurerm_private_endpoint.known", 7.3],
      ["azurerm_private_endpoint.vault", 7.3],
    ]);
  });
});
