import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { Construct } from "constructs";
import type { IResourceGroup } from "./resource-group";

/** A workspace that logs can be sent to. */
export interface ILogWorkspace {
  /** ARM id. */
  readonly id: string;
}

/** Properties of {@link LogWorkspace}; a stance's `logs` fills most of them. */
export interface LogWorkspaceProps {
  readonly group: IResourceGroup;
  readonly name: string;
  /** 30 to 730. */
  readonly retentionDays: number;
  /** Ingestion limit per day in GB; -1 is none. */
  readonly dailyCapGb: number;
  /** Whether the workspace's shared key may be used. */
  readonly localAuth: boolean;
}

/**
 * The environment's own Log Analytics workspace.
 *
 * @example
 * new LogWorkspace(this, "logs", { ...STANCES.poc.logs, group, name: "log-orders" });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/log_analytics_workspace
 */
export class LogWorkspace extends Construct implements ILogWorkspace {
  readonly id: string;

  constructor(scope: Construct, id: string, props: LogWorkspaceProps) {
    super(scope, id);
    const { group } = props;
    const workspace = new LogAnalyticsWorkspace(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      sku: "PerGB2018",
      retentionInDays: props.retentionDays,
      dailyQuotaGb: props.dailyCapGb,
      localAuthenticationEnabled: props.localAuth,
    });
    this.id = workspace.id;
  }

  /** A workspace of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): ILogWorkspace {
    return { id: `${group.id}/providers/Microsoft.OperationalInsights/workspaces/${name}` };
  }
}
