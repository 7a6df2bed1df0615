import { graphOf } from "../../src/plan/graph-of";
import { block } from "../../src/plan/json";
import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { zoneFact } from "../../src/reach/zones";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment, ProductionEnvironment } from "../../stacks";
import { preProductionConfig } from "../support/pre-production";
import { changed, productionConfig } from "../support/production";
import { only } from "../support/synthesize";

const environment = new ProductionEnvironment(new GatewrightApp(), productionConfig());
const stacks = synthesizeInMemory(environment);
const [platform, services, , recovery] = stacks as [
  SynthesizedStack,
  SynthesizedStack,
  SynthesizedStack,
  SynthesizedStack,
];
const below = synthesizeInMemory(new PreProductionEnvironment(new GatewrightApp(), preProductionConfig()));
const addresses = ({ json }: SynthesizedStack) => resourcesOf(json).map(({ address }) => address);
const made = (change: Parameters<typeof changed>[0]) =>
  synthesizeInMemory(new ProductionEnvironment(new GatewrightApp(), changed(change)));

describe("a Production's stacks", () => {
  test("are deployed in this order; the last needs the first alone, and nothing needs it", () => {
    expect(stacks.map(({ name }) => name)).toEqual([
      "orders-production-platform",
      "orders-production-services",
      "orders-production-entry",
      "orders-production-recovery",
    ]);
    expect(environment.stacks.map((stack) => stack.dependencies.map(({ node }) => node.id))).toEqual([
      [],
      ["orders-production-platform"],
      ["orders-production-services"],
      ["orders-production-platform"],
    ]);
  });

  test("keep state under a key each, in the foundation's storage by Entra sign-in", () => {
    expect(stacks.map(({ json }) => json.terraform?.["backend"])).toEqual(
      ["platform", "services", "entry", "recovery"].map((role) => ({
        azurerm: { key: `orders-production/g1/${role}.tfstate`, use_azuread_auth: true, use_oidc: true },
      })),
    );
  });

  test("take these variables, and give these values", () => {
    const keys = (part: "variable" | "output") => stacks.map(({ json }) => Object.keys(json[part] ?? {}).sort());
    expect(keys("variable")).toEqual([
      ["subscription_id", "tenant_id", "vpn_audience"],
      ["subscription_id"],
      ["apps_domain", "subscription_id"],
      ["subscription_id"],
    ]);
    expect(keys("output")).toEqual([
      ["apps_domain", "registry_server", "resource_group_name", "vault_name"],
      [],
      ["entry_address"],
      [],
    ]);
  });
});

describe("the addresses of a Production, of which a changed one replaces real infrastructure", () => {
  const beside = (index: number) => {
    const known = addresses(below[index]!);
    expect(known.filter((one) => !addresses(stacks[index]!).includes(one))).toEqual([]);
    return addresses(stacks[index]!).filter((one) => !known.includes(one));
  };

  test("in the platform stack are those of a Pre-Production, and exactly these", () => {
    expect(beside(0)).toEqual([
      "azurerm_consumption_budget_resource_group.data-budget",
      "azurerm_management_lock.lock-data-group",
      "azurerm_resource_group.data-group",
    ]);
  });

  test("in the services stack are those of a Pre-Production", () => {
    expect(beside(1)).toEqual([]);
  });

  test("in the entry stack are those of a Pre-Production, and the alerts of the promise", () => {
    expect(beside(2)).toEqual(
      ["failures-fast", "failures-slow", "latency"].map(
        (id) => `azurerm_monitor_scheduled_query_rules_alert_v2.alert-promise-${id}`,
      ),
    );
  });

  test("in the recovery stack are exactly these", () => {
    expect(addresses(recovery)).toEqual([
      "azurerm_consumption_budget_resource_group.budget",
      "azurerm_data_protection_backup_instance_blob_storage.backup-blobs",
      "azurerm_data_protection_backup_instance_postgresql_flexible_server.backup-database",
      "azurerm_data_protection_backup_policy_blob_storage.backup-blobs_policy",
      "azurerm_data_protection_backup_policy_postgresql_flexible_server.backup-database_policy",
      "azurerm_data_protection_backup_vault.vault",
      "azurerm_log_analytics_data_export_rule.audit-export",
      "azurerm_management_lock.lock-backups",
      "azurerm_management_lock.lock-evidence",
      "azurerm_monitor_diagnostic_setting.diagnostics-backups",
      "azurerm_monitor_diagnostic_setting.diagnostics-evidence",
      "azurerm_resource_group.group",
      "azurerm_role_assignment.backup-blobs_read-account",
      "azurerm_role_assignment.backup-database_read-server",
      "azurerm_role_assignment.vault_read-data",
      "azurerm_storage_account.evidence",
    ]);
  });
});

describe("a Production survives the loss of a zone", () => {
  test("with everything that can span zones: exactly these, each in its own way", () => {
    const facts = graphOf(stacks)
      .managed()
      .flatMap((one) => {
        const fact = zoneFact(one);
        return fact ? [`${one.type}.${one.name} ${fact.path} ${fact.value}`] : [];
      });
    expect(facts.sort()).toEqual([
      "azurerm_application_gateway.gateway zones 1,2,3",
      "azurerm_container_app_environment.apps zone_redundancy_enabled true",
      "azurerm_container_registry.registry zone_redundancy_enabled true",
      "azurerm_data_protection_backup_vault.vault redundancy ZoneRedundant",
      "azurerm_firewall.firewall zones 1,2,3",
      "azurerm_postgresql_flexible_server.database-database high_availability.mode ZoneRedundant",
      "azurerm_public_ip.firewall_address zones 1,2,3",
      "azurerm_public_ip.firewall_management zones 1,2,3",
      "azurerm_public_ip.gateway_address zones 1,2,3",
      "azurerm_public_ip.vpn_address zones 1,2,3",
      "azurerm_storage_account.evidence account_replication_type ZRS",
      "azurerm_storage_account.storage account_replication_type ZRS",
      "azurerm_virtual_network_gateway.vpn sku VpnGw1AZ",
    ]);
  });

  test("with two replicas of every service, and two instances of the entry that are there before load comes", () => {
    const apps = Object.entries(services.json.resource?.["azurerm_container_app"] ?? {});
    expect(apps.map(([name, app]) => [name, block(app, "template")?.["min_replicas"]])).toEqual(
      ["admin", "api", "mailer", "rates", "reports", "web"].map((name) => [`app-${name}`, 2]),
    );
    const gateway = only(stacks, "azurerm_application_gateway");
    expect(block(gateway, "autoscale_configuration")).toEqual({ min_capacity: 2, max_capacity: 10 });
  });

  test("with a standby of the database, whose zones are Azure's to swap", () => {
    const server = only(stacks, "azurerm_postgresql_flexible_server");
    expect(block(server, "lifecycle")?.["ignore_changes"]).toEqual(
      expect.arrayContaining(["zone", "high_availability", "source_server_id", "create_mode"]),
    );
    expect(server).toMatchObject({
      backup_retention_days: 35,
      geo_redundant_backup_enabled: false,
      maintenance_window: { day_of_week: 0, start_hour: 2, start_minute: 0 },
    });
  });

  test("blobs can be brought back to any moment of four weeks, one by one for a day longer", () => {
    expect(block(only(stacks, "azurerm_storage_account.storage"), "blob_properties")).toEqual({
      change_feed_enabled: true,
      container_delete_retention_policy: { days: 30 },
      delete_retention_policy: { days: 30 },
      restore_policy: { days: 29 },
      versioning_enabled: true,
    });
  });
});

describe("copies in the paired region, where residency allows it and somebody answered so", () => {
  const both = (config: ReturnType<typeof productionConfig>) =>
    Object.assign(config, { residency: ["westeurope", "northeurope"] });
  const paired = made((config) => Object.assign(both(config).recovery, { geoBackup: "paired-region" }));

  test("change exactly this", () => {
    const values = (all: readonly SynthesizedStack[]) =>
      all.flatMap(({ name, json }) =>
        resourcesOf(json).flatMap(({ address, attributes }) =>
          Object.entries(attributes).map(([key, value]) => `${name}/${address} ${key} ${JSON.stringify(value)}`),
        ),
      );
    const before = new Set(values(stacks));
    expect(values(paired).filter((one) => !before.has(one))).toEqual([
      "orders-production-platform/azurerm_postgresql_flexible_server.database-database geo_redundant_backup_enabled true",
      'orders-production-platform/azurerm_storage_account.storage account_replication_type "GZRS"',
      "orders-production-recovery/azurerm_data_protection_backup_vault.vault cross_region_restore_enabled true",
      'orders-production-recovery/azurerm_data_protection_backup_vault.vault redundancy "GeoRedundant"',
      'orders-production-recovery/azurerm_storage_account.evidence account_replication_type "GZRS"',
    ]);
  });

  test("are not made because residency would allow them", () => {
    expect(made(both)).toEqual(stacks);
  });
});

describe("what holds data", () => {
  const inGroup = ({ json }: SynthesizedStack, group: string) =>
    resourcesOf(json).flatMap(({ address, attributes }) =>
      attributes["resource_group_name"] === `\${azurerm_resource_group.${group}.name}` ? [address] : [],
    );

  test("is in a group of its own, with nothing else", () => {
    expect(inGroup(platform, "data-group")).toEqual([
      "azurerm_key_vault.vault",
      "azurerm_postgresql_flexible_server.database-database",
      "azurerm_postgresql_flexible_server_active_directory_administrator.database-database_administrator",
      "azurerm_storage_account.storage",
    ]);
    expect(only([platform], "azurerm_resource_group.data-group")["name"]).toMatch(/^rg-data-orders-prod-weu-g1\w{4}$/);
  });

  test("is not with the apps, nor with the network, nor with its copies", () => {
    for (const address of [
      "azurerm_container_app_environment.apps",
      "azurerm_virtual_network.network",
      "azurerm_private_endpoint.private_endpoint-database",
    ])
      expect(inGroup(platform, "group")).toContain(address);
    expect(inGroup(recovery, "group")).toEqual([
      "azurerm_data_protection_backup_vault.vault",
      "azurerm_storage_account.evidence",
    ]);
    expect(only([recovery], "azurerm_resource_group.group")["name"]).toMatch(/^rg-recovery-orders-prod-weu-g1\w{4}$/);
  });

  test("is budgeted wherever it is: each of the three groups warns", () => {
    const budgets = [platform, recovery].flatMap(({ json }) =>
      Object.values(json.resource?.["azurerm_consumption_budget_resource_group"] ?? {}),
    );
    expect(budgets.map(({ amount, name }) => [amount, String(name).replace(/-g1\w+$/, "")])).toEqual([
      [3000, "budget-orders-prod-weu"],
      [3000, "budget-data-orders-prod-weu"],
      [3000, "budget-recovery-orders-prod-weu"],
    ]);
  });
});
