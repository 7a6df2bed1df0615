import { ContainerAppEnvironment } from "@cdktf/provider-azurerm/lib/container-app-environment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Redundancy } from "../src/stages/stances";
import { Diagnostics } from "./diagnostics";
import type { ILogWorkspace } from "./log-analytics";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";
import type { ISubnet } from "./virtual-network";

/** Where apps and jobs run. */
export type IAppsEnvironment = IResource;

/**
 * Who reaches what is in an environment. `internet`: its apps may take requests from anywhere. `network`: an internal
 * environment; what its apps call external is the environment's own network. Both need a subnet for what they promise.
 */
export type AppsPlacement =
  | {
      readonly exposure: "internet";
      /** None is possible. @default no network: Azure runs them in its own */
      readonly subnet?: undefined;
      readonly redundancy: "none";
    }
  | {
      /** Who reaches it, as above; cannot be changed later. */
      readonly exposure: "internet" | "network";
      /** Subnet that the apps run in, delegated to `Microsoft.App/environments`. */
      readonly subnet: ISubnet;
      /** Whether it is spread over the region's availability zones; cannot be changed later. */
      readonly redundancy: Redundancy;
    };

/** Properties of {@link ContainerAppsEnvironment}. */
export type ContainerAppsEnvironmentProps = AppsPlacement &
  ResourceProps & {
    /** Name of the group that Azure makes for its own parts; left open it would replace the environment on every plan. */
    readonly infrastructureGroupName: string;
    /** Where its logs go, and the name of the setting that sends them. */
    readonly logs: { readonly name: string; readonly workspace: ILogWorkspace };
    /** What must exist before the first app starts: name resolution, a way out, grants. @default nothing but the subnet */
    readonly ready?: readonly ITerraformDependable[];
  };

/**
 * A Container Apps environment with workload profiles, of which it has only Consumption: profiles cannot be added to an
 * environment that was created without. Logs go through Azure Monitor, which needs no workspace key.
 *
 * @example
 * new ContainerAppsEnvironment(this, "apps", { group, name: "cae-orders", infrastructureGroupName: "rg-orders-apps", logs,
 *   exposure: "network", subnet, redundancy: "zones", ready: [resolver] });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/container_app_environment
 */
export class ContainerAppsEnvironment extends Construct implements IAppsEnvironment {
  readonly id: string;
  /** Domain that the apps' host names end in; known after apply. */
  readonly defaultDomain: string;
  /** Address of the ingress: public, or of the subnet when the exposure is `network`; known after apply. */
  readonly staticAddress: string;

  constructor(scope: Construct, id: string, props: ContainerAppsEnvironmentProps) {
    super(scope, id);
    const { group, subnet } = props;
    const internal = props.exposure === "network";
    const dependsOn = [...(subnet?.ready ?? []), ...(props.ready ?? [])];
    const environment = new ContainerAppEnvironment(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      infrastructureResourceGroupName: props.infrastructureGroupName,
      workloadProfile: [{ name: "Consumption", workloadProfileType: "Consumption" }],
      logsDestination: "azure-monitor",
      publicNetworkAccess: internal ? "Disabled" : "Enabled",
      ...(subnet && { infrastructureSubnetId: subnet.id, internalLoadBalancerEnabled: internal }),
      ...(props.redundancy === "zones" && { zoneRedundancyEnabled: true }),
      ...(dependsOn.length > 0 && { dependsOn }),
    });
    this.id = environment.id;
    this.defaultDomain = environment.defaultDomain;
    this.staticAddress = environment.staticIpAddress;
    new Diagnostics(this, "diagnostics", {
      name: props.logs.name,
      target: this,
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
