import { drop, inConfig, inStack, type Json, type Role, set, type Weakening } from "../../support/weakenings";

const metricAlert = (stack: Role, name: string, change: (alert: Json) => void) =>
  inStack(stack, `azurerm_monitor_metric_alert.${name}`, change);

/** Who is told when something breaks, and what they do then. */
export const INCIDENTS: readonly Weakening[] = [
  {
    what: "alerts that reach nobody",
    change: set("platform", "azurerm_monitor_action_group.contacts", { email_receiver: [] }),
    caught: ["INC-01"],
  },
  {
    what: "contacts that are switched off",
    change: set("platform", "azurerm_monitor_action_group.contacts", { enabled: false }),
    caught: ["INC-01", "INC-03"],
  },
  {
    what: "a coordinator who repairs as well",
    change: inConfig(({ incidents }) => Object.assign(incidents, { responder: incidents.coordinator })),
    caught: ["INC-02"],
  },
  {
    what: "nowhere to write down what was learnt",
    change: inConfig(({ incidents }) => delete incidents.postMortems),
    caught: ["INC-02"],
  },
  ...(
    [
      ["entry", "alert-entry-health"],
      ["entry", "alert-entry-errors"],
      ["services", "alert-mailer-restarts"],
      ["platform", "alert-database-cpu"],
      ["platform", "alert-database-storage"],
      ["platform", "alert-vault"],
    ] as const
  ).map(([stack, name]) => ({
    what: `no alert: ${name}`,
    change: drop(stack, `azurerm_monitor_metric_alert.${name}`),
    caught: ["INC-03"],
  })),
  ...["alert-service-health", "alert-resource-health"].map((name) => ({
    what: `no alert: ${name}`,
    change: drop("platform", `azurerm_monitor_activity_log_alert.${name}`),
    caught: ["INC-03"],
  })),
  {
    what: "an alert that is off",
    change: metricAlert("entry", "alert-entry-health", (alert) => Object.assign(alert, { enabled: false })),
    caught: ["INC-03"],
  },
  {
    what: "an alert that tells nobody",
    change: metricAlert("platform", "alert-vault", (alert) => Object.assign(alert, { action: [] })),
    caught: ["INC-03"],
  },
  {
    what: "an alert that fires when all is well",
    change: metricAlert("platform", "alert-vault", (alert) =>
      Object.assign([alert.criteria].flat()[0], { operator: "GreaterThan" }),
    ),
    caught: ["INC-03"],
  },
  {
    what: "an alert that never fires",
    change: metricAlert("platform", "alert-database-storage", (alert) =>
      Object.assign([alert.criteria].flat()[0], { threshold: 100 }),
    ),
    caught: ["INC-03"],
  },
];
