import { ContainerAppJob as AzureContainerAppJob } from "@cdktf/provider-azurerm/lib/container-app-job";
import { Construct } from "constructs";
import { type ContainerProps, containerBlock, type RuntimeProps, runtimeBlocks } from "./container";
import type { IAppsEnvironment } from "./container-apps-environment";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link ContainerAppJob}. */
export interface ContainerAppJobProps extends RuntimeProps, ResourceProps {
  /** 2 to 31 characters. */
  readonly name: string;
  /** Where it runs. */
  readonly environment: IAppsEnvironment;
  /** What it runs. */
  readonly container: ContainerProps;
  /** Five-field cron expression in UTC; @default none: a person or a pipeline starts the job */
  readonly schedule?: string;
  /** Seconds that one run may take. */
  readonly timeoutSeconds: number;
  /** How often a failed run is repeated. */
  readonly retries: number;
}

/**
 * A container that runs to its end: on a schedule, or when it is started.
 *
 * @example
 * new ContainerAppJob(this, "cleanup", { group, name: "caj-cleanup-orders", environment, identity, registry, vault,
 *   container, schedule: "0 2 * * *", timeoutSeconds: 1800, retries: 1 });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/container_app_job
 */
export class ContainerAppJob extends Construct {
  constructor(scope: Construct, id: string, props: ContainerAppJobProps) {
    super(scope, id);
    const once = { parallelism: 1, replicaCompletionCount: 1 };
    new AzureContainerAppJob(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      containerAppEnvironmentId: props.environment.id,
      workloadProfileName: "Consumption",
      replicaTimeoutInSeconds: props.timeoutSeconds,
      replicaRetryLimit: props.retries,
      ...runtimeBlocks(props, props.container.secrets),
      ...(props.schedule === undefined
        ? { manualTriggerConfig: once }
        : { scheduleTriggerConfig: { cronExpression: props.schedule, ...once } }),
      template: { container: [containerBlock(props.container, props.identity)] },
    });
  }
}
