import { graphOf } from "../../src/plan/graph-of";
import { block } from "../../src/plan/json";
import type { Resource } from "../../src/plan/resource";
import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { ProductionEnvironment } from "../../stacks";
import { changed, productionConfig } from "../support/production";
import { only } from "../support/synthesize";

const made = (config: ReturnType<typeof productionConfig>) =>
  synthesizeInMemory(new ProductionEnvironment(new GatewrightApp(), config));
const stacks = made(productionConfig());
const graph = graphOf(stacks);
const recovery = stacks[3]!;

/** Where an attribute leads, within the stack or across stacks. */
function to(one: Resource, attribute: string): string[] {
  return one.refs(attribute).map((each) => (each.kind === "resource" ? each.resource.address : each.kind));
}
const leads = (type: string, attribute: string) => graph.of(type).flatMap((one) => to(one, attribute));

describe("the recovery stack", () => {
  test("copies the database weekly and the blobs daily, for a quarter, into a vault that forgets nothing at once", () => {
    expect(leads("azurerm_data_protection_backup_instance_postgresql_flexible_server", "server_id")).toEqual([
      "azurerm_postgresql_flexible_server.database-database",
    ]);
    expect(leads("azurerm_data_protection_backup_instance_blob_storage", "storage_account_id")).toEqual([
      "azurerm_storage_account.storage",
    ]);
    expect(only([recovery], "azurerm_data_protection_backup_policy_postgresql_flexible_server")).toMatchObject({
      backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1W"],
      default_retention_rule: { life_cycle: [{ data_store_type: "VaultStore", duration: "P90D" }] },
    });
    expect(only([recovery], "azurerm_data_protection_backup_policy_blob_storage")).toMatchObject({
      backup_repeating_time_intervals: ["R/2027-06-01T02:00:00+00:00/P1D"],
      vault_default_retention_duration: "P90D",
    });
    expect(only([recovery], "azurerm_data_protection_backup_vault")).toMatchObject({
      soft_delete: "On",
      retention_duration_in_days: 14,
      immutability: "Unlocked",
    });
  });

  test("copies every container of blobs; what is in a queue is in no backup", () => {
    const config = changed(({ stores }) => Object.assign(stores, { photos: stores.files }));
    const instance = only(made(config), "azurerm_data_protection_backup_instance_blob_storage");
    expect(instance["storage_account_container_names"]).toEqual(["files", "photos"]);
  });

  test("lets the vault's identity read what it copies, and nothing else", () => {
    const roles = graph.of("azurerm_role_assignment").filter(({ stack }) => stack.name === recovery.name);
    expect(
      roles.map((one) => [one.text("role_definition_name"), ...to(one, "scope"), ...to(one, "principal_id")]),
    ).toEqual([
      [
        "Storage Account Backup Contributor",
        "azurerm_storage_account.storage",
        "azurerm_data_protection_backup_vault.vault",
      ],
      [
        "PostgreSQL Flexible Server Long Term Retention Backup Role",
        "azurerm_postgresql_flexible_server.database-database",
        "azurerm_data_protection_backup_vault.vault",
      ],
      ["Reader", "azurerm_resource_group.data-group", "azurerm_data_protection_backup_vault.vault"],
    ]);
  });

  test("lets it read the group of the databases once, however many there are", () => {
    const [, , , two] = made(
      changed((config) => {
        config.stores.ledger = { ...config.stores.database };
      }),
    );
    const roles = Object.entries(two!.json.resource?.["azurerm_role_assignment"] ?? {});
    expect(roles.map(([name]) => name).sort()).toEqual([
      "backup-blobs_read-account",
      "backup-database_read-server",
      "backup-ledger_read-server",
      "vault_read-data",
    ]);
    for (const name of ["database", "ledger"])
      expect(
        only([two!], `azurerm_data_protection_backup_instance_postgresql_flexible_server.backup-${name}`)["depends_on"],
      ).toEqual([`azurerm_role_assignment.backup-${name}_read-server`, "azurerm_role_assignment.vault_read-data"]);
  });

  test("exports who did what from the environment's workspace to an account that can be added to and not rewritten", () => {
    const rule = only([recovery], "azurerm_log_analytics_data_export_rule");
    expect(rule["table_names"]).toEqual([
      "AGWAccessLogs",
      "AGWFirewallLogs",
      "AZFWApplicationRule",
      "AZFWNetworkRule",
      "AZKVAuditLogs",
      "ContainerRegistryLoginEvents",
      "ContainerRegistryRepositoryEvents",
      "LAQueryLogs",
      "PGSQLServerLogs",
      "StorageBlobLogs",
      "StorageQueueLogs",
    ]);
    expect(leads("azurerm_log_analytics_data_export_rule", "workspace_resource_id")).toEqual([
      "azurerm_log_analytics_workspace.logs",
    ]);
    const store = only([recovery], "azurerm_storage_account.evidence");
    expect(block(store, "immutability_policy")).toEqual({
      allow_protected_append_writes: true,
      period_since_creation_in_days: 365,
      state: "Unlocked",
    });
    expect(block(store, "network_rules")).toEqual({
      bypass: ["AzureServices"],
      default_action: "Deny",
      ip_rules: [],
    });
    expect(store["shared_access_key_enabled"]).toBe(false);
  });

  test("writes what it exports into tables of their own, which alone can be exported", () => {
    const dedicated = graph
      .of("azurerm_monitor_diagnostic_setting")
      .filter((one) => one.text("log_analytics_destination_type") === "Dedicated")
      .map(({ name }) => name);
    expect(dedicated.sort()).toEqual([
      "diagnostics-database-database",
      "diagnostics-firewall",
      "diagnostics-gateway",
      "diagnostics-vault",
    ]);
  });

  test("is not logged when it writes, which would be exported in turn", () => {
    const setting = only([recovery], "azurerm_monitor_diagnostic_setting.diagnostics-evidence");
    expect(setting["enabled_log"]).toEqual([{ category: "StorageRead" }, { category: "StorageDelete" }]);
  });

  test("of an environment that keeps nothing has a vault for the day it does, and exports what there is", () => {
    const [, , , empty] = made(
      changed((config) => {
        delete config.stores;
        for (const service of Object.values<{ uses?: unknown }>(config.services)) delete service.uses;
      }),
    );
    const types = new Set(resourcesOf(empty!.json).map(({ type }) => type));
    expect([...types].filter((type) => /backup|role/.test(type))).toEqual(["azurerm_data_protection_backup_vault"]);
    expect(only([empty!], "azurerm_log_analytics_data_export_rule")["table_names"]).toEqual([
      "AGWAccessLogs",
      "AGWFirewallLogs",
      "AZFWApplicationRule",
      "AZFWNetworkRule",
      "AZKVAuditLogs",
      "ContainerRegistryLoginEvents",
      "ContainerRegistryRepositoryEvents",
      "LAQueryLogs",
    ]);
  });

  test("is named by nothing that a recreation destroys", () => {
    const own = resourcesOf(recovery.json).flatMap(({ attributes }) => {
      const name = attributes["name"];
      return typeof name === "string" && /vault|evidence|recovery/.test(name) ? [name] : [];
    });
    expect(own.length).toBeGreaterThan(3);
    const others = JSON.stringify(stacks.slice(0, 3));
    expect(own.filter((name) => others.includes(name))).toEqual([]);
  });
});

/** The alerts of the promise as they are written. */
const alerts = (all: readonly SynthesizedStack[]) =>
  Object.fromEntries(
    Object.entries(all[2]!.json.resource?.["azurerm_monitor_scheduled_query_rules_alert_v2"] ?? {}).map(
      ([name, one]) => {
        const [criterion] = one["criteria"] as { threshold: number; query: string }[];
        return [
          name.replace("alert-promise-", ""),
          [criterion!.threshold, one["window_duration"], one["evaluation_frequency"], one["severity"]],
        ];
      },
    ),
  );

describe("somebody is told that callers are worse off than promised", () => {
  test("at 14.4 and 6 times the failures that 99.5 % leaves, and at the latency", () => {
    expect(alerts(stacks)).toEqual({
      "failures-fast": [7.2, "PT1H", "PT15M", 0],
      "failures-slow": [3, "PT6H", "PT1H", 2],
      latency: [800, "PT15M", "PT5M", 2],
    });
  });

  test("earlier, when more is promised; of latency nothing, when nothing is", () => {
    const config = changed(({ promise }) => {
      promise.availability = 99.8;
      delete promise.latency;
    });
    expect(alerts(made(config))).toEqual({
      "failures-fast": [2.88, "PT1H", "PT15M", 0],
      "failures-slow": [1.2, "PT6H", "PT1H", 2],
    });
  });

  test("never later than when half of the requests fail", () => {
    expect(alerts(made(changed(({ promise }) => Object.assign(promise, { availability: 90 }))))).toMatchObject({
      "failures-fast": [50, "PT1H", "PT15M", 0],
      "failures-slow": [50, "PT6H", "PT1H", 2],
    });
  });

  test("by the environment's action group, from its own workspace", () => {
    const [fast] = graph.of("azurerm_monitor_scheduled_query_rules_alert_v2");
    expect(to(fast!, "scopes")).toEqual(["azurerm_log_analytics_workspace.logs"]);
    expect(fast!.blocks("action").flatMap((one) => one.refs("action_groups"))).toEqual([
      expect.objectContaining({ kind: "resource", resource: expect.objectContaining({ name: "contacts" }) }),
    ]);
  });
});
