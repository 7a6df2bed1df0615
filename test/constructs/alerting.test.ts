import { ActionGroup, MetricAlert, type MetricThreshold } from "../../constructs/alerting";
import { built, GROUP } from "./built";

const CPU: MetricThreshold = {
  namespace: "Microsoft.DBforPostgreSQL/flexibleServers",
  metric: "cpu_percent",
  aggregation: "Average",
  operator: "GreaterThan",
  threshold: 80,
  window: "PT15M",
};

const { resources } = built((stack) => {
  const actions = new ActionGroup(stack, "contacts", {
    group: GROUP,
    name: "ag-orders",
    shortName: "orders",
    contacts: { support: "help@orders.example", responder: "grace@orders.example" },
  });
  const common = { group: GROUP, target: { id: "/server" }, actions, severity: 2 } as const;
  new MetricAlert(stack, "cpu", { ...common, name: "alert-cpu", says: "Database CPU is high.", when: CPU });
  new MetricAlert(stack, "errors", {
    ...common,
    name: "alert-errors",
    says: "Answers are errors.",
    when: { ...CPU, dimension: { name: "statusCodeCategory", values: ["4xx", "5xx"] } },
  });
});

const criteria = {
  metric_namespace: "Microsoft.DBforPostgreSQL/flexibleServers",
  metric_name: "cpu_percent",
  aggregation: "Average",
  operator: "GreaterThan",
  threshold: 80,
};

describe("who alerts reach", () => {
  test("is everybody who is named, by the name of their role", () => {
    expect(resources["azurerm_monitor_action_group.contacts"]).toEqual({
      name: "ag-orders",
      resource_group_name: "rg",
      short_name: "orders",
      email_receiver: [
        { name: "support", email_address: "help@orders.example", use_common_alert_schema: true },
        { name: "responder", email_address: "grace@orders.example", use_common_alert_schema: true },
      ],
    });
  });

  test("can be named from another stack of the group", () => {
    expect(ActionGroup.reference(GROUP, "ag-orders").id).toBe(
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag-orders",
    );
  });
});

describe("an alert on a metric", () => {
  test("looks at one resource every five minutes, over its window", () => {
    expect(resources["azurerm_monitor_metric_alert.cpu"]).toEqual({
      name: "alert-cpu",
      resource_group_name: "rg",
      description: "Database CPU is high.",
      scopes: ["/server"],
      severity: 2,
      frequency: "PT5M",
      window_size: "PT15M",
      criteria: [criteria],
      action: [{ action_group_id: "${azurerm_monitor_action_group.contacts.id}" }],
    });
  });

  test("tells everybody of several groups, in their order", () => {
    const { resources: alerts } = built((stack) => {
      const told = ["/here", "/there"].map((id) => ({ id }));
      new MetricAlert(stack, "cpu", {
        group: GROUP,
        target: { id: "/server" },
        actions: told,
        severity: 2,
        name: "alert-cpu",
        says: "Database CPU is high.",
        when: CPU,
      });
    });
    expect(alerts["azurerm_monitor_metric_alert.cpu"]).toHaveProperty("action", [
      { action_group_id: "/here" },
      { action_group_id: "/there" },
    ]);
  });

  test("may look at some of a metric's values only", () => {
    expect(resources["azurerm_monitor_metric_alert.errors"]).toMatchObject({
      criteria: [
        { ...criteria, dimension: [{ name: "statusCodeCategory", operator: "Include", values: ["4xx", "5xx"] }] },
      ],
    });
  });
});
