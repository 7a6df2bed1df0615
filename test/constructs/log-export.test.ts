import { LogExport } from "../../constructs/log-export";
import { refusal } from "../support/problems";
import { built, GROUP } from "./built";

const exported = (tables: readonly string[]) =>
  built(
    (stack) =>
      new LogExport(stack, "audit", {
        group: GROUP,
        name: "export-audit",
        workspace: { id: "/workspace" },
        tables,
        store: { id: "/store" },
      }),
  ).resources;

describe("the export of logs", () => {
  test("copies the named tables of a workspace to a store", () => {
    expect(exported(["AZKVAuditLogs", "StorageBlobLogs"])).toEqual({
      "azurerm_log_analytics_data_export_rule.audit": {
        name: "export-audit",
        resource_group_name: "rg",
        workspace_resource_id: "/workspace",
        destination_resource_id: "/store",
        table_names: ["AZKVAuditLogs", "StorageBlobLogs"],
        enabled: true,
      },
    });
  });

  test("refuses a table that Azure would silently leave out", () => {
    expect(refusal(() => exported(["AZKVAuditLogs", "AzureDiagnostics"]))).toBe(
      "the table AzureDiagnostics cannot be exported: Azure accepts the rule and copies nothing\n    Send the resource's logs to its own tables (destination type Dedicated) and export those.   (OBS-02)",
    );
  });
});
