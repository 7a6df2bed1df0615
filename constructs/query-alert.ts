import { MonitorScheduledQueryRulesAlertV2 } from "@cdktf/provider-azurerm/lib/monitor-scheduled-query-rules-alert-v2";
import { Construct } from "constructs";
import type { IActionGroup } from "./alerting";
import type { ILogWorkspace } from "./log-analytics";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link QueryAlert}. */
export interface QueryAlertProps extends ResourceProps {
  /** What is wrong, in a sentence for the people who are told. */
  readonly says: string;
  /** Whose logs are asked. */
  readonly workspace: ILogWorkspace;
  /** Who is told: one group, or several. */
  readonly actions: IActionGroup | readonly IActionGroup[];
  /** 0 is critical, 4 verbose. */
  readonly severity: 0 | 1 | 2 | 3 | 4;
  /** KQL that returns one row with the column. */
  readonly query: string;
  /** The column whose value is held against the threshold. */
  readonly column: string;
  /** Fires above it. */
  readonly threshold: number;
  /** ISO 8601 period that the query looks back over. */
  readonly window: "PT15M" | "PT1H" | "PT6H";
}

/** How often the query runs: often enough for its window, and no oftener, because each run is paid for. */
const FREQUENCY = { PT15M: "PT5M", PT1H: "PT15M", PT6H: "PT1H" } as const satisfies Record<
  QueryAlertProps["window"],
  string
>;

/**
 * Tells the contacts when a query over the logs returns more than a threshold. Azure does not try the query when the alert
 * is made: a table exists only once something has been written to it.
 *
 * @example
 * new QueryAlert(this, "latency", { group, name: "alert-latency", says: "Answers are slow.", workspace, actions, severity: 2,
 *   query: "AGWAccessLogs | summarize p95 = percentile(TimeTaken, 95)", column: "p95", threshold: 1, window: "PT15M" });
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types#log-alerts
 */
export class QueryAlert extends Construct {
  constructor(scope: Construct, id: string, props: QueryAlertProps) {
    super(scope, id);
    const { group, window } = props;
    new MonitorScheduledQueryRulesAlertV2(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      description: props.says,
      scopes: [props.workspace.id],
      severity: props.severity,
      windowDuration: window,
      evaluationFrequency: FREQUENCY[window],
      autoMitigationEnabled: true,
      skipQueryValidation: true,
      criteria: [
        {
          query: props.query,
          timeAggregationMethod: "Maximum",
          metricMeasureColumn: props.column,
          operator: "GreaterThan",
          threshold: props.threshold,
          failingPeriods: { minimumFailingPeriodsToTriggerAlert: 1, numberOfEvaluationPeriods: 1 },
        },
      ],
      action: { actionGroups: [props.actions].flat().map(({ id }) => id) },
    });
  }
}
