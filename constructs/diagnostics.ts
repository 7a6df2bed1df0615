import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { Construct } from "constructs";
import { recordDecision } from "../src/synth/recorded";
import type { ILogWorkspace } from "./log-analytics";
import type { IResource } from "./references";

/** Properties of {@link Diagnostics}. */
export interface DiagnosticsProps {
  /** Must not be `service`; Azure keeps settings by name when a resource is deleted behind Terraform's back. */
  readonly name: string;
  /** The resource whose logs are sent. */
  readonly target: IResource;
  /** Where they go. */
  readonly workspace: ILogWorkspace;
  /** Category groups, for example `allLogs` or `audit`. */
  readonly logs: readonly string[];
  /** Single categories, for example `StorageRead`, where a group says too much. @default none */
  readonly categories?: readonly string[];
  /** `own`: rows go to tables of the resource's own type, which can be exported. @default Azure's choice for the type */
  readonly tables?: "own";
  /** Metric categories, for example `AllMetrics`. */
  readonly metrics: readonly string[];
}

/**
 * Sends a resource's logs and metrics to the environment's workspace.
 *
 * @example
 * new Diagnostics(this, "audit", { name: "diag-vault", target: vault, workspace, logs: ["audit"], metrics: [] });
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
 */
export class Diagnostics extends Construct {
  constructor(scope: Construct, id: string, props: DiagnosticsProps) {
    super(scope, id);
    const setting = new MonitorDiagnosticSetting(this, "resource", {
      name: props.name,
      targetResourceId: props.target.id,
      logAnalyticsWorkspaceId: props.workspace.id,
      ...(props.tables === "own" && {
        logAnalyticsDestinationType: "Dedicated",
        lifecycle: { ignoreChanges: ["log_analytics_destination_type"] },
      }),
      enabledLog: [
        ...props.logs.map((categoryGroup) => ({ categoryGroup })),
        ...(props.categories ?? []).map((category) => ({ category })),
      ],
      enabledMetric: props.metrics.map((category) => ({ category })),
    });
    if (props.tables === "own")
      recordDecision(
        setting,
        "ignore_changes on log_analytics_destination_type",
        "Azure takes it and does not tell it back for every type; each plan would show a change then",
      );
  }
}
