import { QueryAlert, type QueryAlertProps } from "../../constructs/query-alert";
import { built, GROUP } from "./built";

const alert = (changes: Partial<QueryAlertProps> = {}) =>
  built(
    (stack) =>
      new QueryAlert(stack, "latency", {
        group: GROUP,
        name: "alert-latency",
        says: "Answers are slow.",
        workspace: { id: "/workspace" },
        actions: { id: "/contacts" },
        severity: 2,
        query: "AGWAccessLogs | summarize p95 = percentile(TimeTaken, 95)",
        column: "p95",
        threshold: 0.8,
        window: "PT15M",
        ...changes,
      }),
  ).resources["azurerm_monitor_scheduled_query_rules_alert_v2.latency"];

describe("an alert on logs", () => {
  test("holds one number of one query against a threshold, and tells the contacts", () => {
    expect(alert()).toEqual({
      name: "alert-latency",
      resource_group_name: "rg",
      location: "westeurope",
      description: "Answers are slow.",
      scopes: ["/workspace"],
      severity: 2,
      window_duration: "PT15M",
      evaluation_frequency: "PT5M",
      auto_mitigation_enabled: true,
      skip_query_validation: true,
      criteria: [
        {
          query: "AGWAccessLogs | summarize p95 = percentile(TimeTaken, 95)",
          time_aggregation_method: "Maximum",
          metric_measure_column: "p95",
          operator: "GreaterThan",
          threshold: 0.8,
          failing_periods: { minimum_failing_periods_to_trigger_alert: 1, number_of_evaluation_periods: 1 },
        },
      ],
      action: { action_groups: ["/contacts"] },
    });
  });

  test.each([
    ["PT15M", "PT5M"],
    ["PT1H", "PT15M"],
    ["PT6H", "PT1H"],
  ] as const)("that looks back over %s asks every %s, because each time is paid for", (window, every) => {
    expect(alert({ window })).toMatchObject({ window_duration: window, evaluation_frequency: every });
  });

  test("is as grave as it says, down to nothing and up to critical", () => {
    expect(alert({ severity: 0 })).toHaveProperty("severity", 0);
    expect(alert({ severity: 4 })).toHaveProperty("severity", 4);
  });

  test("tells everybody of several groups, in their order", () => {
    expect(alert({ actions: [{ id: "/here" }, { id: "/there" }] })).toHaveProperty("action", {
      action_groups: ["/here", "/there"],
    });
  });

  test("may be told of the first row: a threshold of nothing is one", () => {
    expect(alert({ threshold: 0 })).toMatchObject({ criteria: [{ threshold: 0, operator: "GreaterThan" }] });
  });
});
