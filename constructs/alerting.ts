import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import { MonitorMetricAlert } from "@cdktf/provider-azurerm/lib/monitor-metric-alert";
import { Construct } from "constructs";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";

/** Who alerts reach. */
export type IActionGroup = IResource;

/** Properties of {@link ActionGroup}. */
export interface ActionGroupProps extends ResourceProps {
  /** At most 12 characters; shown in messages. */
  readonly shortName: string;
  /** E-mail addresses by the name of their role, for example `support`. */
  readonly contacts: Readonly<Record<string, string>>;
}

/**
 * Who is told when an alert fires.
 *
 * @example
 * new ActionGroup(this, "contacts", { group, name: "ag-orders", shortName: "orders", contacts: { support: "help@orders.example" } });
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
 */
export class ActionGroup extends Construct implements IActionGroup {
  readonly id: string;

  constructor(scope: Construct, id: string, props: ActionGroupProps) {
    super(scope, id);
    this.id = new MonitorActionGroup(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      shortName: props.shortName,
      tags: { ...props.group.tags },
      emailReceiver: Object.entries(props.contacts).map(([name, emailAddress]) => ({
        name,
        emailAddress,
        useCommonAlertSchema: true,
      })),
    }).id;
  }

  /** An action group of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IActionGroup {
    return { id: `${group.id}/providers/Microsoft.Insights/actionGroups/${name}` };
  }
}

/** A threshold on one metric. */
export interface MetricThreshold {
  /** For example `Microsoft.KeyVault/vaults`. */
  readonly namespace: string;
  /** As Azure names it in the namespace, for example `Availability`. */
  readonly metric: string;
  /** How the values of a window become one. */
  readonly aggregation: "Average" | "Maximum" | "Total";
  /** On which side of the threshold the alert fires. */
  readonly operator: "GreaterThan" | "LessThan";
  /** In the metric's own unit. */
  readonly threshold: number;
  /** ISO 8601 period that is looked at, for example `PT5M`. */
  readonly window: "PT5M" | "PT15M" | "PT1H";
  /** Counts only values of the metric with one of these. @default all values */
  readonly dimension?: { readonly name: string; readonly values: readonly string[] };
}

/** Properties of {@link MetricAlert}. */
export interface MetricAlertProps extends ResourceProps {
  /** What is wrong, in a sentence for the people who are told. */
  readonly says: string;
  /** The resource that is watched. */
  readonly target: IResource;
  /** Who is told: one group, or several. */
  readonly actions: IActionGroup | readonly IActionGroup[];
  /** 0 is critical, 4 verbose. */
  readonly severity: 0 | 1 | 2 | 3 | 4;
  /** When it fires. */
  readonly when: MetricThreshold;
}

/**
 * Tells the contacts when a metric passes a threshold, looked at every five minutes.
 *
 * @example
 * new MetricAlert(this, "cpu", { group, name: "alert-cpu", says: "Database CPU is high", target, actions, severity: 2,
 *   when: { namespace: "Microsoft.DBforPostgreSQL/flexibleServers", metric: "cpu_percent", aggregation: "Average",
 *     operator: "GreaterThan", threshold: 80, window: "PT15M" } });
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index
 */
export class MetricAlert extends Construct {
  constructor(scope: Construct, id: string, props: MetricAlertProps) {
    super(scope, id);
    const { when } = props;
    new MonitorMetricAlert(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      tags: { ...props.group.tags },
      description: props.says,
      scopes: [props.target.id],
      severity: props.severity,
      frequency: "PT5M",
      windowSize: when.window,
      criteria: [
        {
          metricNamespace: when.namespace,
          metricName: when.metric,
          aggregation: when.aggregation,
          operator: when.operator,
          threshold: when.threshold,
          ...(when.dimension && {
            dimension: [{ name: when.dimension.name, operator: "Include", values: [...when.dimension.values] }],
          }),
        },
      ],
      action: [props.actions].flat().map(({ id: actionGroupId }) => ({ actionGroupId })),
    });
  }
}
