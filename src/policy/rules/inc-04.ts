import { type PromiseAlert, promiseAlerts } from "../../promise/alerts";
import { durationText, minutesOf } from "../../promise/duration";
import { entriesOf } from "../../promise/entries";
import { promiseWatched } from "../helpers/promise-alerts";
import { rule } from "../rule";

/** What nobody is told of: an outage, which is seen within the hour, and a leak, which takes longer to show. */
const WHAT: Readonly<Record<PromiseAlert["id"], string>> = {
  "failures-fast": "a share of failing requests that breaks the promised availability",
  "failures-slow": "failing requests that use the promised availability up little by little",
  latency: "requests that take longer than promised",
};

export const inc04 = rule({
  control: "INC-04",
  title: "Somebody is told, soon enough, when the entry does worse than the promise",
  why: "Counting errors says that something is wrong; only a share says that the promise is about to break.",
  fix: "Add log query alerts on the share of failing requests, over an hour and over six, and on the 95th percentile, with the thresholds that the promise gives.",
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
  // One alert may serve twice: what it sees over a shorter time, at a lower threshold, it sees over the longer one too.
  check(context) {
    const { graph, config } = context;
    const entries = entriesOf(graph, config);
    for (const { id, threshold, window } of promiseAlerts(config.promise ?? {})) {
      const looks = id === "latency" ? "latency" : "failures";
      const path = looks === "failures" ? "promise.availability" : "promise.latency";
      const within = minutesOf(window) ?? 0;
      const { state, says } = promiseWatched(graph, entries, { looks, most: threshold, within });
      const unit = looks === "failures" ? "%" : "ms";
      if (state === "watched") context.pass("config", path, says);
      else if (state === "unknown") context.unknown("config", path, says);
      else
        context.fail(
          "config",
          path,
          says === "" ? `Nobody is told of ${WHAT[id]}.` : `Nobody is told of ${WHAT[id]}: ${says}`,
          {
            fix: `Add an alert above ${threshold} ${unit} within ${durationText(within)}, enabled, with an action group of the environment.`,
          },
        );
    }
  },
});
