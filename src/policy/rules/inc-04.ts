import { promiseAlerts } from "../../promise/alerts";
import { entriesOf } from "../../promise/path";
import { type Looks, promiseWatched } from "../facts/promise-alerts";
import { rule } from "../rule";

/** Which of the promised alerts must be there: the fast one of failures; the slow one is the same query over more time. */
const DEMANDED = { "failures-fast": "failures", latency: "latency" } as const satisfies Record<string, Looks>;

const WHAT: Readonly<Record<Looks, string>> = {
  failures: "a share of failing requests that breaks the promised availability",
  latency: "requests that take longer than promised",
};

export const inc04 = rule({
  control: "INC-04",
  title: "Somebody is told when the entry does worse than the promise",
  why: "Counting errors says that something is wrong; only a share says that the promise is about to break.",
  fix: "Add a log query alert on the share of failing requests and on the 95th percentile, with the thresholds that the promise gives.",
  severity: "high",
  since: "production",
  types: [
    "azurerm_application_gateway",
    "azurerm_cdn_frontdoor_profile",
    "azurerm_monitor_action_group",
    "azurerm_monitor_metric_alert",
    "azurerm_monitor_scheduled_query_rules_alert_v2",
  ],
  needs: ["plan", "config"],
  check(context) {
    const { graph, config } = context;
    const entries = entriesOf(graph, config);
    for (const { id, threshold } of promiseAlerts(config.promise ?? {})) {
      const looks = id === "failures-slow" ? undefined : DEMANDED[id];
      if (!looks) continue;
      const path = looks === "failures" ? "promise.availability" : "promise.latency";
      const { state, says } = promiseWatched(graph, entries, looks, threshold);
      const unit = looks === "failures" ? `${threshold} % within an hour` : `${threshold} ms`;
      if (state === "watched") context.pass("config", path, says);
      else if (state === "unknown") context.unknown("config", path, says);
      else
        context.fail(
          "config",
          path,
          says === "" ? `Nobody is told of ${WHAT[looks]}.` : `Nobody is told of ${WHAT[looks]}: ${says}`,
          {
            fix: `Add an alert above ${unit}, enabled, with an action group of the environment.`,
          },
        );
    }
  },
});
