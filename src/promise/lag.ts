import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";

const METRIC_ALERT = "azurerm_monitor_metric_alert";
const ABOVE: readonly unknown[] = ["GreaterThan", "GreaterThanOrEqual"];

/**
 * The metric that says how far a replica is behind.
 *
 * @see https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas
 */
export const LAG_METRIC = "physical_replication_delay_in_seconds";

/** An alert that tells when a replica lags more than so many minutes. */
export interface LagAlert {
  readonly alert: Resource;
  readonly minutes: number | "unknown";
}

/** True where somebody hears of it. */
function isHeard(alert: Resource): boolean {
  return (
    alert.value("enabled") !== false && alert.blocks("action").some((one) => one.refs("action_group_id").length > 0)
  );
}

/** The alert on a replica's lag that speaks first; `undefined` where nobody would be told. */
export function lagAlert(replica: Resource): LagAlert | undefined {
  const found = (replica.graph.by(METRIC_ALERT, "scopes").get(replica) ?? []).filter(isHeard).flatMap((alert) =>
    alert
      .blocks("criteria")
      .filter((one) => one.text("metric_name") === LAG_METRIC && ABOVE.includes(one.value("operator")))
      .flatMap((one): LagAlert[] => {
        const threshold = one.value("threshold");
        if (threshold === UNKNOWN) return [{ alert, minutes: "unknown" }];
        return typeof threshold === "number" ? [{ alert, minutes: threshold / 60 }] : [];
      }),
  );
  const known = found.filter(({ minutes }) => minutes !== "unknown");
  return known.sort((a, b) => Number(a.minutes) - Number(b.minutes))[0] ?? found[0];
}
