import { MonitorActivityLogAlert } from "@cdktf/provider-azurerm/lib/monitor-activity-log-alert";
import { Construct } from "constructs";
import { region } from "../src/azure/regions";
import type { IActionGroup } from "./alerting";
import type { IResource, ISubscription } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";

/** What alerts on the activity log have in common. */
export interface ActivityAlertProps extends ResourceProps {
  /** Who is told: one group, or several. */
  readonly actions: IActionGroup | readonly IActionGroup[];
}

/** Properties of {@link ResourceHealthAlert}. */
export interface ResourceHealthAlertProps extends ActivityAlertProps {
  /** The groups whose resources are looked at. */
  readonly groups: readonly IResourceGroup[];
}

/** Properties of {@link ServiceHealthAlert}. */
export interface ServiceHealthAlertProps extends ActivityAlertProps {
  /** The one whose regions and services are looked at: Azure reports its own state by subscription. */
  readonly subscription: ISubscription;
}

/** Properties of {@link OperationAlert}. */
export interface OperationAlertProps extends ActivityAlertProps {
  /** What happened, in a sentence for the people who are told. */
  readonly says: string;
  /** For example `Microsoft.Authorization/roleAssignments/write`. */
  readonly operation: string;
  /** What is watched, with all that is below it. */
  readonly scopes: readonly IResource[];
}

/** Alerts on the activity log belong to no region; the provider takes this and three regions only. */
const LOCATION = "global";

function common({ group, name, actions }: ActivityAlertProps) {
  return {
    name,
    resourceGroupName: group.name,
    location: LOCATION,
    tags: { ...group.tags },
    action: [actions].flat().map(({ id: actionGroupId }) => ({ actionGroupId })),
  };
}

/**
 * Tells the contacts when Azure itself is in trouble, plans maintenance or wants something done, in the region of the
 * group or in a service without a region, such as sign-in.
 *
 * @example
 * new ServiceHealthAlert(this, "service-health", { group, name: "alert-service-health", subscription, actions });
 * @see https://learn.microsoft.com/azure/service-health/service-health-overview
 */
export class ServiceHealthAlert extends Construct {
  constructor(scope: Construct, id: string, props: ServiceHealthAlertProps) {
    super(scope, id);
    const { location } = props.group;
    new MonitorActivityLogAlert(this, "resource", {
      ...common(props),
      description: "Azure reports a problem, maintenance or an advisory for the region.",
      scopes: [`/subscriptions/${props.subscription.subscriptionId}`],
      criteria: {
        category: "ServiceHealth",
        serviceHealth: {
          events: ["Incident", "Maintenance", "ActionRequired", "Security"],
          locations: [region(location)?.displayName ?? location, "Global"],
        },
      },
    });
  }
}

/**
 * Tells the contacts when Azure finds one of the groups' resources degraded or gone, unless somebody of the team did it.
 *
 * @example
 * new ResourceHealthAlert(this, "resource-health", { group, groups: [group], name: "alert-resource-health", actions });
 * @see https://learn.microsoft.com/azure/service-health/resource-health-overview
 */
export class ResourceHealthAlert extends Construct {
  constructor(scope: Construct, id: string, props: ResourceHealthAlertProps) {
    super(scope, id);
    new MonitorActivityLogAlert(this, "resource", {
      ...common(props),
      description: "Azure finds a resource of the environment degraded or unavailable.",
      scopes: props.groups.map(({ id }) => id),
      criteria: {
        category: "ResourceHealth",
        resourceHealth: { current: ["Degraded", "Unavailable"], reason: ["PlatformInitiated", "Unknown"] },
      },
    });
  }
}

/**
 * Tells the contacts when somebody has done something, whoever that was.
 *
 * @example
 * new OperationAlert(this, "roles", { group, name: "alert-roles", says: "Somebody was given a role.",
 *   operation: "Microsoft.Authorization/roleAssignments/write", scopes: [group], actions });
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/activity-log-alerts
 */
export class OperationAlert extends Construct {
  constructor(scope: Construct, id: string, props: OperationAlertProps) {
    super(scope, id);
    new MonitorActivityLogAlert(this, "resource", {
      ...common(props),
      description: props.says,
      scopes: props.scopes.map(({ id }) => id),
      criteria: { category: "Administrative", operationName: props.operation, statuses: ["Succeeded", "Accepted"] },
    });
  }
}
