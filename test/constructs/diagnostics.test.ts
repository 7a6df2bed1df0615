import { Diagnostics, type DiagnosticsProps } from "../../constructs/diagnostics";
import { built } from "./built";

const send = (more: Partial<DiagnosticsProps>) =>
  built(
    (stack) =>
      new Diagnostics(stack, "audit", {
        name: "diag-vault",
        target: { id: "/vault" },
        workspace: { id: "/workspace" },
        logs: ["audit"],
        metrics: [],
        ...more,
      }),
  );
const setting = (more: Partial<DiagnosticsProps>) => send(more).resources["azurerm_monitor_diagnostic_setting.audit"];

describe("diagnostics", () => {
  test("send groups of logs, single categories and metrics to the workspace", () => {
    expect(setting({ categories: ["StorageRead"], metrics: ["Transaction"] })).toEqual({
      name: "diag-vault",
      target_resource_id: "/vault",
      log_analytics_workspace_id: "/workspace",
      enabled_log: [{ category_group: "audit" }, { category: "StorageRead" }],
      enabled_metric: [{ category: "Transaction" }],
    });
  });

  test("into a type's own tables are not changed again because Azure does not tell where they go", () => {
    expect(setting({ tables: "own" })).toMatchObject({
      log_analytics_destination_type: "Dedicated",
      lifecycle: { ignore_changes: ["log_analytics_destination_type"] },
    });
    expect(send({ tables: "own" }).decisions.map(({ what }) => what)).toEqual([
      "ignore_changes on log_analytics_destination_type",
    ]);
    expect(send({}).decisions).toEqual([]);
  });
});
