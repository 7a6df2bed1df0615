import { block } from "../../src/plan/json";
import { type Changes, pocWithService } from "../support/poc-config";
import { containerOf, resources, stacks } from "../support/shipped-poc";
import { only, synthesizePocInMemory } from "../support/synthesize";

describe("CST-01, CST-02: money", () => {
  test("the budget warns the owner at 80 % and 100 %, and when the forecast passes it", () => {
    const budget = only(stacks, "azurerm_consumption_budget_resource_group");
    expect(budget).toMatchObject({
      amount: 80,
      time_grain: "Monthly",
      resource_group_id: "${azurerm_resource_group.group.id}",
    });
    const warn = (threshold: number, threshold_type: string) => ({
      threshold,
      threshold_type,
      operator: "GreaterThanOrEqualTo",
      contact_emails: ["ada@orders.example"],
    });
    expect(budget["notification"]).toEqual([warn(80, "Actual"), warn(100, "Actual"), warn(100, "Forecasted")]);
  });

  test("apps scale to zero unless nothing would wake them, and to three at most", () => {
    const ranges = resources
      .filter(({ type }) => type === "azurerm_container_app")
      .map(({ address, attributes }) => {
        const template = block(attributes, "template");
        return [address, template?.["min_replicas"], template?.["max_replicas"]];
      });
    expect(ranges).toEqual([
      ["azurerm_container_app.app-api", 0, 3],
      ["azurerm_container_app.app-mailer", 1, 3],
      ["azurerm_container_app.app-web", 0, 3],
    ]);
  });

  test("memory follows cpu, and cpu memory", () => {
    const pair = (fields: Changes) => {
      const { cpu, memory } = containerOf(only(synthesizePocInMemory(pocWithService(fields)), "azurerm_container_app"));
      return [cpu, memory];
    };
    expect([pair({}), pair({ cpu: 1.75 }), pair({ memory: "4Gi" })]).toEqual([
      [0.25, "0.5Gi"],
      [1.75, "3.5Gi"],
      [2, "4Gi"],
    ]);
  });

  test("the database is burstable, with seven days of backup", () => {
    expect(only(stacks, "azurerm_postgresql_flexible_server")).toMatchObject({
      sku_name: "B_Standard_B1ms",
      backup_retention_days: 7,
      geo_redundant_backup_enabled: false,
      storage_mb: 32_768,
    });
  });
});

describe("OBS-01: logs", () => {
  test("go to a workspace of the environment's own, for 30 days and at most 1 GB a day", () => {
    expect(only(stacks, "azurerm_log_analytics_workspace")).toMatchObject({ retention_in_days: 30, daily_quota_gb: 1 });
    expect(only(stacks, "azurerm_container_app_environment")).toMatchObject({
      logs_destination: "azure-monitor",
      workload_profile: [{ name: "Consumption", workload_profile_type: "Consumption" }],
    });
    expect(only(stacks, "azurerm_monitor_diagnostic_setting")).toMatchObject({
      target_resource_id: "${azurerm_container_app_environment.apps.id}",
      log_analytics_workspace_id: "${azurerm_log_analytics_workspace.logs.id}",
      enabled_log: [{ category_group: "allLogs" }],
    });
  });
});
