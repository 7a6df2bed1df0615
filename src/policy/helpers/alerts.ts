import { factOf } from "../../azure";
import type { PlanGraph } from "../../plan/graph";
import { append } from "../../plan/multimap";
import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { groupOf } from "./names";
import type { Metric, Watch } from "./watched";

const METRIC_ALERT = "azurerm_monitor_metric_alert";
const ACTION_GROUP = "azurerm_monitor_action_group";

/** How well something is watched. */
export interface Watched {
  readonly state: "watched" | "unknown" | "unwatched";
  /** The alert that watches it, or why the one that should does not; empty when there is none. */
  readonly says: string;
}

/** Why an alert does not count, `UNKNOWN` where that is not known before apply, `undefined` when it counts. */
export type Flaw = string | typeof UNKNOWN | undefined;

/** What keeps an alert from reaching anybody: it is off, or has no action group of the environment that is on. */
export function silent(alert: Resource): Flaw {
  const on = alert.value("enabled");
  if (on === false) return "is off";
  const told = alert.blocks("action").flatMap((one) => one.refs("action_group_id"));
  const reached = told.some(
    (one) =>
      one.kind === "resource" &&
      one.resource.type === ACTION_GROUP &&
      one.resource.mode === "managed" &&
      one.resource.value("enabled") !== false,
  );
  if (on === UNKNOWN || (!reached && told.some((one) => one.kind === "unknown"))) return UNKNOWN;
  return reached ? undefined : "tells no action group of the environment";
}

/** The metric alerts that look at a resource, by itself or together with its kind in its group. */
function alertsOn(graph: PlanGraph, target: Resource): readonly Resource[] {
  const index = graph.once("metric alerts", () => {
    const found = new Map<Resource, Resource[]>();
    for (const alert of graph.of(METRIC_ALERT))
      for (const one of alert.refs("scopes"))
        if (one.kind === "resource" && !one.below) append(found, one.resource, alert);
    return found;
  });
  const group = groupOf(target);
  const kind = factOf(target.type, "arm")?.segment.toLowerCase();
  const shared = (group ? (index.get(group) ?? []) : []).filter(
    (one) => kind !== undefined && one.text("target_resource_type")?.toLowerCase() === kind,
  );
  return [...(index.get(target) ?? []), ...shared];
}

/** How one thing about a resource is watched by the environment's metric alerts. */
export function watchOver(graph: PlanGraph, target: Resource, { metrics }: Watch): Watched {
  const flaws: [Resource, Flaw][] = [];
  for (const alert of alertsOn(graph, target)) {
    const criteria = [...alert.blocks("criteria"), ...alert.blocks("dynamic_criteria")];
    for (const one of criteria) {
      const metric = metrics.find(({ name }) => name.toLowerCase() === one.text("metric_name")?.toLowerCase());
      if (metric) flaws.push([alert, criteria.length > 1 ? TOGETHER : (blind(one, metric) ?? silent(alert))]);
      else if (one.value("metric_name") === UNKNOWN) flaws.push([alert, UNKNOWN]);
    }
  }
  const open = graph.once("open metric alerts", () =>
    graph.of(METRIC_ALERT).find((one) => one.refs("scopes").some(({ kind }) => kind === "unknown")),
  );
  return best(open ? [...flaws, [open, UNKNOWN]] : flaws);
}

/** Azure fires an alert with several criteria only when all of them are met. */
const TOGETHER = "waits until several things are bad at once";

/** The best of several alerts: one that counts, one that may, or the first with what is wrong with it. */
export function best(alerts: readonly (readonly [Resource, Flaw])[]): Watched {
  const good = alerts.find(([, flaw]) => flaw === undefined);
  if (good) return { state: "watched", says: `${good[0].address} watches it.` };
  const open = alerts.find(([, flaw]) => flaw === UNKNOWN);
  if (open) return { state: "unknown", says: `Whether ${open[0].address} watches it is not known before apply.` };
  const [bad] = alerts;
  return { state: "unwatched", says: bad ? `${bad[0].address} ${String(bad[1])}.` : "" };
}

const OPERATORS = {
  high: new Set(["GreaterThan", "GreaterThanOrEqual", "GreaterOrLessThan"]),
  low: new Set(["LessThan", "LessThanOrEqual", "GreaterOrLessThan"]),
};

/** What keeps a criterion from seeing the metric go bad. */
function blind(criterion: Part, { bad, percent, only }: Metric): Flaw {
  const [operator, threshold] = [criterion.value("operator"), criterion.value("threshold")];
  if (operator === UNKNOWN || threshold === UNKNOWN) return UNKNOWN;
  if (!OPERATORS[bad].has(String(operator))) return `fires on ${String(operator)}, when all is well`;
  if (percent && typeof threshold === "number" && (bad === "high" ? threshold >= 100 : threshold <= 0))
    return `never fires: its threshold is ${threshold}`;
  const dimensions = criterion.blocks("dimension");
  const singled = dimensions.find((one) => one.text("name") === only?.[0]);
  const values = singled?.texts("values").map((one) => one.toLowerCase()) ?? [];
  if (only && !(values.includes(only[1]) && singled?.text("operator") !== "Exclude"))
    return `does not single out ${only[0]} ${only[1]}`;
  const narrow = dimensions.find((one) => one !== singled && !one.texts("values").includes("*"));
  return narrow && `looks only at ${narrow.text("name")} ${narrow.texts("values").join(", ")}`;
}
