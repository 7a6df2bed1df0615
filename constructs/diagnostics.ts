import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { Construct } from "constructs";
import type { ILogWorkspace } from "./log-analytics";

/** Properties of {@link Diagnostics}. */
export interface DiagnosticsProps {
  /** Must not be `service`; Azure keeps settings by name when a resource is deleted behind Terraform's back. */
  readonly name: string;
  /** ARM id of the resource whose logs are sent. */
  readonly target: string;
  readonly workspace: ILogWorkspace;
  /** Category groups, for example `allLogs` or `audit`. */
  readonly logs: readonly string[];
  /** Whether rows go to tables of the resource's own type, which can be exported. @default Azure's choice for the type */
  readonly ownTables?: boolean;
  /** Metric categories, for example `AllMetrics`. */
  readonly metrics: readonly string[];
}

/**
 * Sends a resource's logs and metrics to the environment's workspace.
 *
 * @example
 * new Diagnostics(this, "audit", { name: "diag-vault", target: vault.id, workspace, logs: ["audit"], metrics: [] });
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
 */
export class Diagnostics extends Construct {
  constructor(scope: Construct, id: string, props: DiagnosticsProps) {
    super(scope, id);
    new MonitorDiagnosticSetting(this, "resource", {
      name: props.name,
      targetResourceId: props.target,
      logAnalyticsWorkspaceId: props.workspace.id,
      ...(props.ownTables && { logAnalyticsDestinationType: "Dedicated" }),
      enabledLog: props.logs.map((categoryGroup) => ({ categoryGroup })),
      enabledMetric: props.metrics.map((category) => ({ category })),
    });
  }
}
