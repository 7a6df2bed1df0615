import { ContainerAppEnvironment } from "@cdktf/provider-azurerm/lib/container-app-environment";
import { Construct } from "constructs";
import { Diagnostics } from "./diagnostics";
import type { ILogWorkspace } from "./log-analytics";
import type { IResourceGroup } from "./resource-group";
import type { ISubnet } from "./virtual-network";

/** Where apps and jobs run. */
export interface IAppsEnvironment {
  /** ARM id. */
  readonly id: string;
}

/** Properties of {@link ContainerAppsEnvironment}. */
export interface ContainerAppsEnvironmentProps {
  readonly group: IResourceGroup;
  readonly name: string;
  /** Name of the group that Azure makes for its own parts; left open it would replace the environment on every plan. */
  readonly infrastructureGroupName: string;
  readonly logs: { readonly name: string; readonly workspace: ILogWorkspace };
  /** Subnet that the apps run in, delegated to `Microsoft.App/environments`. @default the platform's own network */
  readonly subnet?: ISubnet;
}

/**
 * A Container Apps environment with workload profiles, of which it has only Consumption: profiles cannot be added to an
 * environment that was created without. Logs go through Azure Monitor, which needs no workspace key.
 *
 * @example
 * new ContainerAppsEnvironment(this, "apps", { group, name: "cae-orders", infrastructureGroupName: "rg-orders-apps", logs });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/container_app_environment
 */
export class ContainerAppsEnvironment extends Construct implements IAppsEnvironment {
  readonly id: string;

  constructor(scope: Construct, id: string, props: ContainerAppsEnvironmentProps) {
    super(scope, id);
    const { group } = props;
    const environment = new ContainerAppEnvironment(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      infrastructureResourceGroupName: props.infrastructureGroupName,
      workloadProfile: [{ name: "Consumption", workloadProfileType: "Consumption" }],
      logsDestination: "azure-monitor",
      publicNetworkAccess: "Enabled",
      ...(props.subnet && {
        infrastructureSubnetId: props.subnet.id,
        internalLoadBalancerEnabled: false,
        dependsOn: [...props.subnet.ready],
      }),
    });
    this.id = environment.id;
    new Diagnostics(this, "diagnostics", {
      name: props.logs.name,
      target: this.id,
      workspace: props.logs.workspace,
      logs: ["allLogs"],
      metrics: ["AllMetrics"],
    });
  }

  /** An environment of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IAppsEnvironment {
    return { id: `${group.id}/providers/Microsoft.App/managedEnvironments/${name}` };
  }
}
