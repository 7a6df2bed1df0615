import { LogAnalyticsDataExportRule } from "@cdktf/provider-azurerm/lib/log-analytics-data-export-rule";
import { Construct } from "constructs";
import { BadInput } from "../src/errors";
import type { ILogWorkspace } from "./log-analytics";
import type { IResource } from "./references";
import type { IResourceGroup } from "./resource-group";

/** Tables whose export Azure accepts, and never carries out. */
const NEVER_EXPORTED = new Set(["AlertHistory", "AzureDiagnostics"]);

/** Properties of {@link LogExport}. */
export interface LogExportProps {
  /** The group that the workspace is in. */
  readonly group: IResourceGroup;
  /** 4 to 63 letters, digits and hyphens. */
  readonly name: string;
  /** Whose rows are copied. */
  readonly workspace: ILogWorkspace;
  /** Names of the tables, for example `AZKVAuditLogs`. */
  readonly tables: readonly string[];
  /** A storage account in the workspace's region that nothing else is exported to. */
  readonly store: IResource;
}

/**
 * Copies new rows of tables to a storage account as they arrive, each table into a container `am-<table>` that Azure makes;
 * what the workspace held before is not copied. At most ten rules a workspace.
 *
 * @example
 * new LogExport(this, "audit", { group, name: "export-audit", workspace, tables: ["AZKVAuditLogs"], store });
 * @throws BadInput for a table that Azure does not export
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/logs-data-export
 */
export class LogExport extends Construct {
  constructor(scope: Construct, id: string, props: LogExportProps) {
    super(scope, id);
    const refused = props.tables.filter((table) => NEVER_EXPORTED.has(table));
    if (refused.length > 0) throw neverExported(refused);
    new LogAnalyticsDataExportRule(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      workspaceResourceId: props.workspace.id,
      destinationResourceId: props.store.id,
      tableNames: [...props.tables],
      enabled: true,
    });
  }
}

function neverExported(tables: readonly string[]): BadInput {
  return new BadInput(
    tables.map((table) => ({
      path: "tables",
      says: `the table ${table} cannot be exported: Azure accepts the rule and copies nothing`,
      fix: "Send the resource's logs to its own tables (destination type Dedicated) and export those.",
      control: "OBS-02",
    })),
  );
}
