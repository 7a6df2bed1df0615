import { resourcesOf } from "../../promise/topology";
import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const contacts: Resources = { "azurerm_monitor_action_group.contacts": { name: "ag" } };
const workspace: Resources = { "azurerm_log_analytics_workspace.logs": { name: "log" } };
const failures = "AGWAccessLogs | summarize failed = 100.0 * countif(HttpStatus >= 500) / count()";
const slow = "AGWAccessLogs | summarize p95 = 1000.0 * percentile(TimeTaken, 95)";
const query = (text: string, threshold: number | string, changes: object = {}) => ({
  name: "alert",
  scopes: ["${azurerm_log_analytics_workspace.logs.id}"],
  window_duration: "PT15M",
  evaluation_frequency: "PT5M",
  criteria: { query: text, threshold, operator: "GreaterThan", time_aggregation_method: "Maximum" },
  action: { action_groups: ["${azurerm_monitor_action_group.contacts.id}"] },
  ...changes,
});
const QUERY = "azurerm_monitor_scheduled_query_rules_alert_v2";
const watched = { ...resourcesOf({ database: false, blobs: false }), ...contacts, ...workspace };
const latency = { promise: { availability: 99.9, latency: { p95: 800 } } };
const availability = { promise: { availability: 99.9 } };
const hour = { window_duration: "PT1H", evaluation_frequency: "PT5M" };
const sixHours = { window_duration: "PT6H", evaluation_frequency: "PT15M" };
const both = {
  ...watched,
  [`${QUERY}.fast`]: query(failures, 1.44, hour),
  [`${QUERY}.slow`]: query(failures, 0.6, sixHours),
};
const OUTAGE = "Nobody is told of a share of failing requests that breaks the promised availability";
const LEAK = "Nobody is told of failing requests that use the promised availability up little by little";

nearMisses("INC-04", {
  "a share of failing requests and a percentile, with the promise's thresholds": {
    gate: "production",
    config: latency,
    resources: { ...watched, ...both, [`${QUERY}.latency`]: query(slow, 800) },
    pass: ["config promise.availability", "config promise.latency"],
  },
  "no promise, no alert; no latency promised, none asked": {
    gate: "production",
    config: availability,
    resources: { ...watched, [`${QUERY}.failures`]: query(failures, 0.6) },
    pass: ["config promise.availability"],
  },
  "a count of errors is no share": {
    gate: "production",
    config: availability,
    resources: {
      ...watched,
      "azurerm_monitor_metric_alert.errors": {
        name: "errors",
        scopes: ["${azurerm_application_gateway.entry.id}"],
        criteria: { metric_name: "ResponseStatus", aggregation: "Total", operator: "GreaterThan", threshold: 10 },
        action: { action_group_id: "${azurerm_monitor_action_group.contacts.id}" },
      },
    },
    fail: {
      "config promise.availability": [
        "Nobody is told of a share of failing requests that breaks the promised availability.",
        "Nobody is told of failing requests that use the promised availability up little by little.",
      ],
    },
  },
  "looser than the promise, off, to nobody, or elsewhere": {
    gate: "production",
    config: { promise: { availability: 99.9, latency: { p95: 800 } } },
    resources: {
      ...watched,
      [`${QUERY}.failures`]: query(failures, 5),
      [`${QUERY}.latency`]: query(slow, 800, { enabled: false }),
    },
    fail: {
      "config promise.availability": [
        `Nobody is told of a share of failing requests that breaks the promised availability: ${QUERY}.failures fires above 5 % only; the promise asks for 1.44.`,
        `Nobody is told of failing requests that use the promised availability up little by little: ${QUERY}.failures fires above 5 % only; the promise asks for 0.6.`,
      ],
      "config promise.latency": `Nobody is told of requests that take longer than promised: ${QUERY}.latency is off.`,
    },
  },
  "an alert without an action group, and one that looks at somebody else's logs": {
    gate: "production",
    config: latency,
    resources: {
      ...watched,
      [`${QUERY}.failures`]: query(failures, 0.6, { action: undefined }),
      [`${QUERY}.latency`]: query(slow, 500, { scopes: ["/subscriptions/0/resourceGroups/else"] }),
    },
    fail: {
      "config promise.availability": [
        `Nobody is told of a share of failing requests that breaks the promised availability: ${QUERY}.failures tells no action group of the environment.`,
        `Nobody is told of failing requests that use the promised availability up little by little: ${QUERY}.failures tells no action group of the environment.`,
      ],
      "config promise.latency": `Nobody is told of requests that take longer than promised: ${QUERY}.latency does not look at this environment.`,
    },
  },
  "a time of the gateway itself counts for latency": {
    gate: "production",
    config: { promise: { latency: { p95: 800 } } },
    resources: {
      ...watched,
      "azurerm_monitor_metric_alert.time": {
        name: "time",
        scopes: ["${azurerm_application_gateway.entry.id}"],
        criteria: {
          metric_name: "ApplicationGatewayTotalTime",
          aggregation: "Average",
          operator: "GreaterThan",
          threshold: 500,
        },
        action: { action_group_id: "${azurerm_monitor_action_group.contacts.id}" },
      },
    },
    pass: ["config promise.latency"],
  },
  "a threshold that is not known is unknown": {
    gate: "production",
    config: availability,
    resources: { ...watched, [`${QUERY}.failures`]: query(failures, "${var.threshold}") },
    unknown: {
      "config promise.availability": [
        `Whether ${QUERY}.failures watches it is not known before apply.`,
        `Whether ${QUERY}.failures watches it is not known before apply.`,
      ],
    },
  },
  "one alert serves twice, when it sees over an hour what may go on for six": {
    gate: "production",
    config: availability,
    resources: { ...watched, [`${QUERY}.failures`]: query(failures, 0.6, hour) },
    pass: ["config promise.availability"],
  },
  "the slow look alone tells of an outage when hours have passed": {
    gate: "production",
    config: availability,
    resources: { ...watched, [`${QUERY}.slow`]: query(failures, 0.6, sixHours) },
    fail: {
      "config promise.availability": `${OUTAGE}: ${QUERY}.slow looks over 6 hours; the promise asks for 1 hour at most.`,
    },
  },
  "the fast look alone does not see what leaks": {
    gate: "production",
    config: availability,
    resources: { ...watched, [`${QUERY}.fast`]: query(failures, 1.44, hour) },
    fail: {
      "config promise.availability": `${LEAK}: ${QUERY}.fast fires above 1.44 % only; the promise asks for 0.6.`,
    },
  },
  "a fast look that is off is none, whatever the slow one sees": {
    gate: "production",
    config: availability,
    resources: { ...both, [`${QUERY}.fast`]: query(failures, 1.44, { ...hour, enabled: false }) },
    fail: { "config promise.availability": `${OUTAGE}: ${QUERY}.fast is off.` },
  },
  "alerts of a looser promise are not those of this one": {
    gate: "production",
    config: { promise: { availability: 99.91 } },
    resources: both,
    fail: {
      "config promise.availability": [
        `${OUTAGE}: ${QUERY}.fast fires above 1.44 % only; the promise asks for 1.296.`,
        `${LEAK}: ${QUERY}.fast fires above 1.44 % only; the promise asks for 0.54.`,
      ],
    },
  },
  "a look that waits for a second one": {
    gate: "production",
    config: { promise: { latency: { p95: 800 } } },
    resources: {
      ...watched,
      [`${QUERY}.waits`]: query(slow, 800, {
        criteria: { ...query(slow, 800).criteria, failing_periods: { minimum_failing_periods_to_trigger_alert: 2 } },
      }),
    },
    fail: {
      "config promise.latency": `Nobody is told of requests that take longer than promised: ${QUERY}.waits looks over 20 minutes; the promise asks for 15 minutes at most.`,
    },
  },
  "a look that skips half of the time": {
    gate: "production",
    config: { promise: { latency: { p95: 800 } } },
    resources: { ...watched, [`${QUERY}.skips`]: query(slow, 800, { evaluation_frequency: "PT30M" }) },
    fail: {
      "config promise.latency": `Nobody is told of requests that take longer than promised: ${QUERY}.skips looks every 30 minutes at the last 15 minutes only.`,
    },
  },
  "a time to look over that is not known is unknown": {
    gate: "production",
    config: { promise: { latency: { p95: 800 } } },
    resources: { ...watched, [`${QUERY}.slow`]: query(slow, 800, { window_duration: "${var.window}" }) },
    unknown: { "config promise.latency": `Whether ${QUERY}.slow watches it is not known before apply.` },
  },
});
