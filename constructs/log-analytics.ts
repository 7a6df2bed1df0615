import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { Construct } from "constructs";
import type { SignIn } from "../src/stages/stances";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";

/** A workspace that logs can be sent to. */
export type ILogWorkspace = IResource;

/** Properties of {@link LogWorkspace}; a stance's `logs` fills most of them. */
export interface LogWorkspaceProps extends ResourceProps {
  /** 30 to 730. */
  readonly retentionDays: number;
  /** Ingestion limit per day in GB; -1 is none. */
  readonly dailyCapGb: number;
  /** How callers sign in: by Entra ID, or with the workspace's shared key too. */
  readonly signIn: SignIn;
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
      localAuthenticationEnabled: props.signIn === "entra-or-keys",
    });
    this.id = workspace.id;
  }

  /** A workspace of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): ILogWorkspace {
    return { id: `${group.id}/providers/Microsoft.OperationalInsights/workspaces/${name}` };
  }
}
