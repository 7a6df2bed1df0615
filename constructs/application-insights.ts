import { ApplicationInsights as AzureApplicationInsights } from "@cdktf/provider-azurerm/lib/application-insights";
import { Construct } from "constructs";
import type { SignIn } from "../src/stages/stances";
import type { ILogWorkspace } from "./log-analytics";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link ApplicationInsights}. */
export interface ApplicationInsightsProps extends ResourceProps {
  /** Keeps the data, and decides how long. */
  readonly workspace: ILogWorkspace;
  /** How senders of telemetry sign in: with an identity, or with the connection string alone too. */
  readonly signIn: SignIn;
}

/**
 * Application Insights on the environment's own workspace, which keeps the data and decides how long.
 *
 * @example
 * new ApplicationInsights(this, "insights", { group, name: "appi-orders", workspace: logs, signIn: "entra-or-keys" });
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
      ...(props.signIn === "entra" && { localAuthenticationDisabled: true }),
    }).connectionString;
  }
}
