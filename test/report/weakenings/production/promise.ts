import type { ProductionWeakening } from "../../../support/built-production";
import { drop, inConfig, inStack, type Json, type Stacks, set } from "../../../support/weakenings";

const ALERT = "azurerm_monitor_scheduled_query_rules_alert_v2";
const FAST = `${ALERT}.alert-promise-failures-fast`;
const SLOW = `${ALERT}.alert-promise-failures-slow`;
const LATENCY = `${ALERT}.alert-promise-latency`;

const promised = (fields: object) => inConfig(({ promise }) => Object.assign(promise, fields));
const unsaid = (field: string) => inConfig(({ promise }) => delete promise[field]);
/** Both looks at failing requests: one that is left alone would still tell somebody. */
const ofFailures = (change: (alert: Json) => void) => (stacks: Stacks) => {
  for (const alert of [FAST, SLOW]) inStack("entry", alert, change)(stacks);
};
const criterion = (fields: object) => (alert: Json) => Object.assign([alert.criteria].flat()[0], fields);

/** Promises that the topology cannot keep, or that do not say what they promise. */
export const PROMISE: readonly ProductionWeakening[] = [
  {
    what: "more availability than the parts have together",
    change: promised({ availability: 99.95 }),
    caught: ["GOV-05", "INC-04"],
  },
  {
    what: "no minute of data lost, with backups every few",
    change: promised({ rpo: "1 minute" }),
    caught: ["GOV-05", "RES-03"],
  },
  {
    what: "back in less than was drilled",
    change: promised({ rto: "2 hours" }),
    caught: ["GOV-05", "RES-03"],
  },
  {
    what: "the loss of a region, with nothing in another",
    change: promised({ disasters: ["region"] }),
    caught: ["GOV-05"],
  },
  {
    what: "a window that is shorter than what Azure needs",
    change: promised({ plannedDowntime: "Saturdays 22:00-23:00 UTC" }),
    caught: ["GOV-05"],
  },
  {
    what: "no planned downtime at all, where Azure maintains a database",
    change: promised({ plannedDowntime: "none" }),
    caught: ["GOV-05"],
  },
  { what: "no time until it is back", change: unsaid("rto"), caught: ["GOV-05"] },
  { what: "no most that may be lost", change: unsaid("rpo"), caught: ["GOV-05"] },
  { what: "no window for planned downtime", change: unsaid("plannedDowntime"), caught: ["GOV-05"] },
  { what: "no hours of support", change: unsaid("support"), caught: ["GOV-05"] },
  { what: "no way to tell customers", change: unsaid("customers"), caught: ["GOV-05", "INC-02"] },
  { what: "no promise at all", change: inConfig((config) => delete config.promise), caught: ["GOV-05", "INC-02"] },
];

/** A promise that breaks, and nobody hears of it. */
export const ALERTS: readonly ProductionWeakening[] = [
  {
    what: "no alert of failures",
    change: (stacks) => {
      drop("entry", FAST)(stacks);
      drop("entry", SLOW)(stacks);
    },
    caught: ["INC-04"],
  },
  { what: "no alert of slow answers", change: drop("entry", LATENCY), caught: ["INC-04"] },
  { what: "no look at an outage", change: drop("entry", FAST), caught: ["INC-04"] },
  { what: "no second look at the same failures over more time", change: drop("entry", SLOW), caught: ["INC-04"] },
  { what: "a look at an outage that is off", change: set("entry", FAST, { enabled: false }), caught: ["INC-04"] },
  {
    what: "a look at an outage that tells nobody",
    change: inStack("entry", FAST, (alert) => Object.assign(alert, { action: [] })),
    caught: ["INC-04"],
  },
  {
    what: "a look at an outage over a day",
    change: set("entry", FAST, { window_duration: "P1D" }),
    caught: ["INC-04"],
  },
  {
    what: "a look at an outage once a day",
    change: set("entry", FAST, { evaluation_frequency: "P1D" }),
    caught: ["INC-04"],
  },
  { what: "alerts of a promise that was less", change: promised({ availability: 99.6 }), caught: ["INC-04"] },
  {
    what: "alerts of a promise that was more",
    change: promised({ availability: 99.4 }),
    caught: [],
  },
  {
    what: "slow answers that nobody promised to avoid, and no alert of them",
    change: (stacks, given) => {
      drop("entry", LATENCY)(stacks);
      delete given.config.promise.latency;
    },
    caught: [],
  },
  { what: "an alert that is off", change: set("entry", LATENCY, { enabled: false }), caught: ["INC-04"] },
  {
    what: "an alert that tells nobody",
    change: ofFailures((alert) => Object.assign(alert, { action: [] })),
    caught: ["INC-04"],
  },
  {
    what: "an alert that counts requests",
    change: ofFailures(criterion({ query: "AGWAccessLogs | count" })),
    caught: ["INC-04"],
  },
  {
    what: "an alert that fires when all is well",
    change: inStack("entry", LATENCY, criterion({ operator: "LessThan" })),
    caught: ["INC-04"],
  },
  {
    what: "an alert of somebody else's logs",
    change: set("entry", LATENCY, {
      scopes: [
        "/subscriptions/${var.subscription_id}/resourceGroups/rg-hub/providers/Microsoft.OperationalInsights/workspaces/log-hub",
      ],
    }),
    caught: ["INC-04", "REC-01", "REC-09"],
  },
  {
    what: "alerts that allow more failures than the promise",
    change: ofFailures(criterion({ threshold: 8 })),
    caught: ["INC-04"],
  },
  {
    what: "an alert that allows slower answers than the promise",
    change: promised({ latency: { p95: 500 } }),
    caught: ["INC-04"],
  },
];
