import type { PlanGraph } from "../../plan/graph";
import { type Reference, UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { durationText, minutesOf } from "../../promise/duration";
import { best, type Flaw, silent, type Watched } from "./alerts";

/** What a promise alert looks at. */
export type Looks = "failures" | "latency";

const QUERY_ALERT = "azurerm_monitor_scheduled_query_rules_alert_v2";
const METRIC_ALERT = "azurerm_monitor_metric_alert";
const ABOVE = new Set(["GreaterThan", "GreaterThanOrEqual"]);

/** Metrics that are a share of failing requests, or a time, by what they say. Counts are neither. */
const METRICS: Readonly<Record<Looks, ReadonlySet<string>>> = {
  failures: new Set(["Percentage5XX"]),
  latency: new Set([
    "ApplicationGatewayTotalTime",
    "BackendLastByteResponseTime",
    "OriginLatency",
    "ResponseTime",
    "TotalLatency",
  ]),
};

/** A query that computes a share of failing requests, or a percentile of their time. */
const QUERIES: Readonly<Record<Looks, readonly RegExp[]>> = {
  failures: [/5xx|>=?\s*(?:499|500)|success\s*==\s*["']?false/i, /\b100(?:\.0)?\b/, /\//],
  latency: [/percentile/i, /time|duration|latency/i],
};

/** Where a query may look: at the logs of the environment, or at the entry's own. */
const LOGS = new Set(["azurerm_application_insights", "azurerm_log_analytics_workspace", "azurerm_resource_group"]);

/** A query alert tells nobody, or nobody yet. */
function unheard(alert: Resource): Flaw {
  const on = alert.value("enabled");
  if (on === false) return "is off";
  const told = alert.blocks("action").flatMap((one) => one.refs("action_groups"));
  const reached = told.some((one) => one.kind === "resource" && one.resource.value("enabled") !== false);
  if (on === UNKNOWN || (!reached && told.some((one) => one.kind === "unknown"))) return UNKNOWN;
  return reached ? undefined : "tells no action group of the environment";
}

/** What is asked of an alert. */
export interface Asked {
  readonly looks: Looks;
  /** Highest threshold that the promise allows: percent of requests, or milliseconds. */
  readonly most: number;
  /** Minutes within which it has to be seen. */
  readonly within: number;
}

function looser(criterion: Part, { looks, most }: Asked): Flaw {
  const unit = looks === "failures" ? "%" : "ms";
  const [operator, threshold] = [criterion.value("operator"), criterion.value("threshold")];
  if (operator === UNKNOWN || threshold === UNKNOWN) return UNKNOWN;
  if (!ABOVE.has(String(operator))) return `fires on ${String(operator)}, when all is well`;
  return Number(threshold) <= most ? undefined : `fires above ${threshold} ${unit} only; the promise asks for ${most}`;
}

/** An alert over a longer time sees a failure late: the good hours before hide it. One that looks seldom may not see it. */
function later(alert: Resource, criterion: Part, { within }: Asked): Flaw {
  const metric = alert.type === METRIC_ALERT;
  const [over, each] = metric ? ["window_size", "frequency"] : ["window_duration", "evaluation_frequency"];
  const [window, every] = [alert.value(over) ?? (metric && "PT5M"), alert.value(each) ?? (metric && "PT1M")];
  const [periods] = criterion.blocks("failing_periods");
  const times = periods?.value("minimum_failing_periods_to_trigger_alert") ?? 1;
  if ([window, every, times].includes(UNKNOWN)) return UNKNOWN;
  const [minutes, pause] = [minutesOf(window), minutesOf(every)];
  if (minutes === undefined || pause === undefined) return "does not say over which time it looks";
  if (pause > minutes) return `looks every ${durationText(pause)} at the last ${durationText(minutes)} only`;
  const seen = minutes + (Number(times) - 1) * pause;
  return seen <= within
    ? undefined
    : `looks over ${durationText(seen)}; the promise asks for ${durationText(within)} at most`;
}

function looksAt(scope: Reference, entries: readonly Resource[]): boolean {
  return scope.kind === "resource" && (LOGS.has(scope.resource.type) || entries.includes(scope.resource));
}

function queryAlerts(graph: PlanGraph, entries: readonly Resource[], asked: Asked): [Resource, Flaw][] {
  return graph.of(QUERY_ALERT).flatMap((alert): [Resource, Flaw][] =>
    alert.blocks("criteria").flatMap((criterion): [Resource, Flaw][] => {
      const query = criterion.value("query");
      if (query === UNKNOWN) return [[alert, UNKNOWN]];
      if (!QUERIES[asked.looks].every((pattern) => pattern.test(String(query)))) return [];
      const scopes = alert.refs("scopes");
      if (scopes.some((one) => one.kind === "unknown")) return [[alert, UNKNOWN]];
      if (!scopes.some((one) => looksAt(one, entries))) return [[alert, "does not look at this environment"]];
      return [[alert, looser(criterion, asked) ?? later(alert, criterion, asked) ?? unheard(alert)]];
    }),
  );
}

function metricAlerts(graph: PlanGraph, entries: readonly Resource[], asked: Asked): [Resource, Flaw][] {
  const byScope = graph.by(METRIC_ALERT, "scopes");
  return entries.flatMap((entry) =>
    (byScope.get(entry) ?? []).flatMap((alert): [Resource, Flaw][] =>
      alert
        .blocks("criteria")
        .filter((one) => METRICS[asked.looks].has(one.text("metric_name") ?? ""))
        .map((one) => [alert, looser(one, asked) ?? later(alert, one, asked) ?? silent(alert)]),
    ),
  );
}

/**
 * Whether somebody is told, in time, when the entry does worse than promised.
 *
 * @param entries  what takes requests from the Internet
 */
export function promiseWatched(graph: PlanGraph, entries: readonly Resource[], asked: Asked): Watched {
  return best([...queryAlerts(graph, entries, asked), ...metricAlerts(graph, entries, asked)]);
}
