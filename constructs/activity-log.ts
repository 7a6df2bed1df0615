import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ILogWorkspace } from "./log-analytics";
import type { ISubscription } from "./references";

/** Properties of {@link ActivityLog}. */
export interface ActivityLogProps {
  /** The subscription whose log is kept. */
  readonly subscription: ISubscription;
  /** Must not be `service`. */
  readonly name: string;
  /** Where it is kept. */
  readonly workspace: ILogWorkspace;
  /** The provider that reaches the subscription. @default the stack's provider */
  readonly provider?: TerraformProvider;
}

/** @see https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema */
const ACTIVITY_CATEGORIES = [
  "Administrative",
  "Alert",
  "Autoscale",
  "Policy",
  "Recommendation",
  "ResourceHealth",
  "Security",
  "ServiceHealth",
] as const;

/**
 * Keeps a subscription's activity log, who did what to which resource, in a workspace; Azure itself forgets it after
 * 90 days.
 *
 * @example
 * new ActivityLog(this, "activity", { subscription, name: "diag-activity", workspace: logs });
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/activity-log
 */
export class ActivityLog extends Construct {
  constructor(scope: Construct, id: string, { subscription, name, workspace, provider }: ActivityLogProps) {
    super(scope, id);
    new MonitorDiagnosticSetting(this, "resource", {
      name,
      targetResourceId: `/subscriptions/${subscription.subscriptionId}`,
      logAnalyticsWorkspaceId: workspace.id,
      enabledLog: ACTIVITY_CATEGORIES.map((category) => ({ category })),
      ...(provider && { provider }),
    });
  }
}
