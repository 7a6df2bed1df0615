import { ApplicationInsights as AzureApplicationInsights } from "@cdktf/provider-azurerm/lib/application-insights";
import { Construct } from "constructs";
import type { ILogWorkspace } from "./log-analytics";
import type { IResourceGroup } from "./resource-group";

/** Properties of {@link ApplicationInsights}. */
export interface ApplicationInsightsProps {
  readonly group: IResourceGroup;
  readonly name: string;
  readonly workspace: ILogWorkspace;
  /** Whether telemetry may come in with the connection string alone, without an identity. */
  readonly localAuth: boolean;
}

/**
 * Application Insights on the environment's own workspace, which keeps the data and decides how long.
 *
 * @example
 * new ApplicationInsights(this, "insights", { group, name: "appi-orders", workspace: logs, localAuth: true });
 * @see https://learn.microsoft.com/azure/azure-monitor/app/create-workspace-resource
 */
export class ApplicationInsights extends Construct {
  readonly connectionString: string;

  constructor(scope: Construct, id: string, props: ApplicationInsightsProps) {
    super(scope, id);
    this.connectionString = new AzureApplicationInsights(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      applicationType: "web",
      workspaceId: props.workspace.id,
      ...(!props.localAuth && { localAuthenticationDisabled: true }),
    }).connectionString;
  }
}
