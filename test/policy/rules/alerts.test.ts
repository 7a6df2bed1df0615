import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const action = [{ action_group_id: "${azurerm_monitor_action_group.people.id}" }];
const id = (rest: string) => `/subscriptions/\${var.subscription_id}/resourceGroups/rg/providers/${rest}`;

const criterion = (metric_name: string, operator: string, threshold: number, more: object = {}) => ({
  metric_namespace: "x",
  metric_name,
  aggregation: "Average",
  operator,
  threshold,
  ...more,
});
const alert = (target: string, criteria: object, more: object = {}) =>
  ({ name: "alert", scopes: [target], criteria: [criteria].flat(), action, ...more }) as never;
const health = (category: string, scope: string, more: object = {}) =>
  ({ name: "health", scopes: [scope], criteria: { category, ...more }, action }) as never;

const SUBSCRIPTION = "/subscriptions/${var.subscription_id}";
const rg = "azurerm_resource_group.rg";
const base: Resources = {
  [rg]: { name: "rg", location: "westeurope" },
  "azurerm_monitor_action_group.people": { name: "people", resource_group_name: "rg" },
  "azurerm_monitor_activity_log_alert.service": health("ServiceHealth", SUBSCRIPTION, {
    service_health: { events: ["Incident"], locations: ["West Europe", "Global"] },
  }),
  "azurerm_monitor_activity_log_alert.resource": health("ResourceHealth", "${azurerm_resource_group.rg.id}"),
};
const app = "azurerm_container_app.web";
const edge = "azurerm_cdn_frontdoor_profile.edge";
const restarts = "azurerm_monitor_metric_alert.restarts";
const restarted = criterion("RestartCount", "GreaterThan", 3);
const withApp: Resources = { ...base, [app]: { name: "ca-web", resource_group_name: "rg" } };
const appId = id("Microsoft.App/containerApps/ca-web");
const nobody = "Nobody is told of its restarts";
const watching = (criteria: object, more: object = {}): Resources => ({
  ...withApp,
  [restarts]: alert(appId, criteria, more),
});

nearMisses("INC-03", {
  "every kind of target is watched, by reference and by ids computed from names": {
    gate,
    resources: {
      ...watching(restarted),
      "azurerm_application_gateway.g": { name: "agw", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.hosts": alert(
        "${azurerm_application_gateway.g.id}",
        criterion("UnhealthyHostCount", "GreaterThan", 0),
      ),
      "azurerm_monitor_metric_alert.errors": alert(
        "${azurerm_application_gateway.g.id}",
        criterion("ResponseStatus", "GreaterThan", 10, {
          dimension: [{ name: "HttpStatusGroup", operator: "Include", values: ["5xx"] }],
        }),
      ),
      "azurerm_postgresql_flexible_server.d": { name: "psql", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.cpu": alert(
        "${azurerm_postgresql_flexible_server.d.id}",
        criterion("cpu_percent", "GreaterThan", 80),
      ),
      "azurerm_monitor_metric_alert.storage": alert(
        id("Microsoft.DBforPostgreSQL/flexibleServers/psql"),
        criterion("storage_percent", "GreaterThanOrEqual", 80),
      ),
      "azurerm_key_vault.v": { name: "kv", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.vault": alert(
        "${azurerm_key_vault.v.id}",
        criterion("Availability", "LessThan", 99),
      ),
    },
    pass: [rg, app, "azurerm_application_gateway.g", "azurerm_key_vault.v", "azurerm_postgresql_flexible_server.d"],
  },
  "an edge is watched by the health of what it leads to, and by the share of its errors": {
    gate: "scale",
    resources: {
      ...base,
      [edge]: { name: "afd", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.health": alert(
        `\${${edge}.id}`,
        criterion("OriginHealthPercentage", "LessThan", 90),
      ),
      "azurerm_monitor_metric_alert.errors": alert(`\${${edge}.id}`, criterion("Percentage5XX", "GreaterThan", 5)),
    },
    pass: [rg, edge],
  },
  "an edge whose alerts fire when all is well, or never": {
    gate: "scale",
    resources: {
      ...base,
      [edge]: { name: "afd", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.health": alert(
        `\${${edge}.id}`,
        criterion("OriginHealthPercentage", "GreaterThan", 90),
      ),
      "azurerm_monitor_metric_alert.errors": alert(`\${${edge}.id}`, criterion("Percentage5XX", "GreaterThan", 100)),
    },
    pass: [rg],
    fail: {
      [edge]: [
        "Nobody is told of whether the apps behind the edge answer: azurerm_monitor_metric_alert.health fires on GreaterThan, when all is well.",
        "Nobody is told of server errors of the edge: azurerm_monitor_metric_alert.errors never fires: its threshold is 100.",
      ],
    },
  },
  "without alerts each target and kind is missed once, and an action group alone tells nobody": {
    gate,
    resources: {
      [rg]: { name: "rg" },
      "azurerm_monitor_action_group.people": { name: "people" },
      [app]: { name: "ca-web" },
      "azurerm_application_gateway.g": { name: "agw" },
      "azurerm_postgresql_flexible_server.d": { name: "psql" },
      "azurerm_key_vault.v": { name: "kv" },
    },
    fail: {
      [rg]: ["Nobody is told of trouble of Azure itself.", "Nobody is told of resources that Azure finds broken."],
      [app]: `${nobody}.`,
      "azurerm_application_gateway.g": [
        "Nobody is told of whether the apps behind the entry answer.",
        "Nobody is told of server errors of the entry.",
      ],
      "azurerm_postgresql_flexible_server.d": ["Nobody is told of its CPU.", "Nobody is told of its storage."],
      "azurerm_key_vault.v": "Nobody is told of its availability.",
    },
  },
  "a plan without anything to watch needs no alerts": {
    gate,
    resources: { "azurerm_virtual_network.v": { name: "vnet" } },
  },
  "without a group of its own the stack is what nobody is told of": {
    gate,
    resources: { [app]: { name: "ca-web" } },
    fail: {
      [app]: `${nobody}.`,
      alerts: ["Nobody is told of trouble of Azure itself.", "Nobody is told of resources that Azure finds broken."],
    },
  },
  "an alert on another app leaves this one unwatched": {
    gate,
    resources: {
      ...withApp,
      "azurerm_container_app.api": { name: "ca-api", resource_group_name: "rg" },
      [restarts]: alert("${azurerm_container_app.api.id}", restarted),
    },
    pass: [rg, "azurerm_container_app.api"],
    fail: { [app]: `${nobody}.` },
  },
  "one alert for all apps of the group watches each; one for another kind watches none": {
    gate,
    resources: {
      ...withApp,
      "azurerm_key_vault.v": { name: "kv", resource_group_name: "rg" },
      [restarts]: alert("${azurerm_resource_group.rg.id}", restarted, {
        target_resource_type: "Microsoft.App/containerapps",
      }),
      "azurerm_monitor_metric_alert.vault": alert(
        "${azurerm_resource_group.rg.id}",
        criterion("Availability", "LessThan", 99),
        { target_resource_type: "Microsoft.Storage/storageAccounts" },
      ),
    },
    pass: [rg, app],
    fail: { "azurerm_key_vault.v": "Nobody is told of its availability." },
  },
  ...Object.fromEntries(
    (
      [
        ["that is off", restarted, { enabled: false }, "is off"],
        ["without an action", restarted, { action: [] }, "tells no action group of the environment"],
        [
          "that tells somebody else's group",
          restarted,
          { action: [{ action_group_id: "${var.group}" }] },
          "tells no action group of the environment",
        ],
        [
          "that fires when all is well",
          criterion("RestartCount", "LessThan", 3),
          {},
          "fires on LessThan, when all is well",
        ],
        [
          "that looks at one replica",
          criterion("RestartCount", "GreaterThan", 3, {
            dimension: [{ name: "replicaName", operator: "Include", values: ["web-1"] }],
          }),
          {},
          "looks only at replicaName web-1",
        ],
        [
          "that waits for two things",
          [restarted, criterion("UsageNanoCores", "GreaterThan", 1)],
          {},
          "waits until several things are bad at once",
        ],
      ] as const
    ).map(([title, criteria, more, flaw]) => [
      `an alert ${title} watches nothing`,
      { gate, resources: watching(criteria, more), pass: [rg], fail: { [app]: `${nobody}: ${restarts} ${flaw}.` } },
    ]),
  ),
  "an action group that is off tells nobody": {
    gate,
    resources: {
      ...watching(restarted),
      "azurerm_monitor_action_group.people": { name: "people", enabled: false },
    },
    fail: {
      [app]: `${nobody}: ${restarts} tells no action group of the environment.`,
      [rg]: [
        "Nobody is told of trouble of Azure itself: azurerm_monitor_activity_log_alert.service tells no action group of the environment.",
        "Nobody is told of resources that Azure finds broken: azurerm_monitor_activity_log_alert.resource tells no action group of the environment.",
      ],
    },
  },
  "a second alert that works makes up for one that does not; every replica is all of them": {
    gate,
    resources: {
      ...watching(restarted, { enabled: false }),
      "azurerm_monitor_metric_alert.second": alert(appId, {
        ...restarted,
        dimension: [{ name: "replicaName", operator: "Include", values: ["*"] }],
      }),
    },
    pass: [rg, app],
  },
  "a threshold that a share of 100 never passes is none": {
    gate,
    resources: {
      ...base,
      "azurerm_key_vault.v": { name: "kv", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.vault": alert(
        "${azurerm_key_vault.v.id}",
        criterion("Availability", "LessThan", 0),
      ),
    },
    pass: [rg],
    fail: {
      "azurerm_key_vault.v":
        "Nobody is told of its availability: azurerm_monitor_metric_alert.vault never fires: its threshold is 0.",
    },
  },
  "all answers of the entry are not its errors; failed requests are": {
    gate,
    resources: {
      ...base,
      "azurerm_application_gateway.all": { name: "all", resource_group_name: "rg" },
      "azurerm_application_gateway.failed": { name: "failed", resource_group_name: "rg" },
      ...Object.fromEntries(
        ["all", "failed"].map((one) => [
          `azurerm_monitor_metric_alert.hosts-${one}`,
          alert(`\${azurerm_application_gateway.${one}.id}`, criterion("HealthyHostCount", "LessThan", 1)),
        ]),
      ),
      "azurerm_monitor_metric_alert.a": alert(
        "${azurerm_application_gateway.all.id}",
        criterion("ResponseStatus", "GreaterThan", 10),
      ),
      "azurerm_monitor_metric_alert.b": alert(
        "${azurerm_application_gateway.failed.id}",
        criterion("FailedRequests", "GreaterThan", 10),
      ),
    },
    pass: [rg, "azurerm_application_gateway.failed"],
    fail: {
      "azurerm_application_gateway.all":
        "Nobody is told of server errors of the entry: azurerm_monitor_metric_alert.a does not single out HttpStatusGroup 5xx.",
    },
  },
  "Azure reports itself by subscription, in the environment's region; part of the resources is not all": {
    gate,
    resources: {
      ...base,
      "azurerm_monitor_activity_log_alert.service": health("ServiceHealth", "${azurerm_resource_group.rg.id}"),
      "azurerm_monitor_activity_log_alert.resource": health("ResourceHealth", SUBSCRIPTION, {
        resource_type: "Microsoft.Compute/virtualMachines",
      }),
    },
    fail: {
      [rg]: [
        "Nobody is told of trouble of Azure itself: azurerm_monitor_activity_log_alert.service does not look at the subscription.",
        "Nobody is told of resources that Azure finds broken: azurerm_monitor_activity_log_alert.resource looks only at some resources.",
      ],
    },
  },
  "every group that holds what is watched is looked at, by one alert or by several": {
    gate,
    resources: {
      ...base,
      "azurerm_resource_group.data": { name: "data", location: "westeurope" },
      "azurerm_resource_group.more": { name: "more", location: "westeurope" },
      "azurerm_key_vault.v": { name: "kv", resource_group_name: "${azurerm_resource_group.data.name}" },
      "azurerm_key_vault.w": { name: "kw", resource_group_name: "${azurerm_resource_group.more.name}" },
      "azurerm_monitor_metric_alert.v": alert("${azurerm_key_vault.v.id}", criterion("Availability", "LessThan", 99)),
      "azurerm_monitor_metric_alert.w": alert("${azurerm_key_vault.w.id}", criterion("Availability", "LessThan", 99)),
      "azurerm_monitor_activity_log_alert.more": health("ResourceHealth", "${azurerm_resource_group.more.id}"),
    },
    pass: [rg, "azurerm_key_vault.v", "azurerm_key_vault.w", "azurerm_resource_group.more"],
    fail: {
      "azurerm_resource_group.data":
        "Nobody is told of resources that Azure finds broken: azurerm_monitor_activity_log_alert.resource does not look at azurerm_resource_group.data.",
    },
  },
  "another region, maintenance alone, and resources that are merely slow are not it": {
    gate,
    resources: {
      ...base,
      "azurerm_monitor_activity_log_alert.service": health("ServiceHealth", SUBSCRIPTION, {
        service_health: { locations: ["North Europe"] },
      }),
      "azurerm_monitor_activity_log_alert.second": health("ServiceHealth", SUBSCRIPTION, {
        service_health: { events: ["Maintenance"] },
      }),
      "azurerm_monitor_activity_log_alert.resource": health("ResourceHealth", SUBSCRIPTION, {
        resource_health: { current: ["Degraded"] },
      }),
    },
    fail: {
      [rg]: [
        "Nobody is told of trouble of Azure itself: azurerm_monitor_activity_log_alert.service does not look at westeurope.",
        "Nobody is told of resources that Azure finds broken: azurerm_monitor_activity_log_alert.resource does not look at resources that are gone.",
      ],
    },
  },
  "what is not known before apply is unknown": {
    gate,
    resources: {
      ...watching(criterion("${var.metric}", "GreaterThan", 3)),
      "azurerm_key_vault.v": { name: "kv", resource_group_name: "rg" },
      "azurerm_monitor_metric_alert.vault": alert(
        "${azurerm_key_vault.v.id}",
        criterion("Availability", "LessThan", 99),
        { enabled: "${var.on}" },
      ),
    },
    pass: [rg],
    unknown: {
      [app]: `Whether ${restarts} watches it is not known before apply.`,
      "azurerm_key_vault.v": "Whether azurerm_monitor_metric_alert.vault watches it is not known before apply.",
    },
  },
  "a threshold that is not known leaves it unknown": {
    gate,
    resources: watching(criterion("RestartCount", "GreaterThan", "${var.most}" as never)),
    pass: [rg],
    unknown: { [app]: `Whether ${restarts} watches it is not known before apply.` },
  },
  "an operator that is not known does too": {
    gate,
    resources: watching(criterion("RestartCount", "${var.operator}", 3)),
    pass: [rg],
    unknown: { [app]: `Whether ${restarts} watches it is not known before apply.` },
  },
  "a rule that silences without an end fails, one for the night of a release does not": {
    gate,
    resources: {
      ...base,
      "azurerm_monitor_alert_processing_rule_suppression.ever": { name: "a" },
      "azurerm_monitor_alert_processing_rule_suppression.open": {
        name: "b",
        schedule: { effective_from: "2027-03-01T20:00:00" },
      },
      "azurerm_monitor_alert_processing_rule_suppression.night": {
        name: "c",
        schedule: { effective_until: "2027-03-02T06:00:00" },
      },
      "azurerm_monitor_alert_processing_rule_suppression.off": { name: "d", enabled: false },
    },
    pass: [rg],
    fail: {
      "azurerm_monitor_alert_processing_rule_suppression.ever": "It silences alerts without an end.",
      "azurerm_monitor_alert_processing_rule_suppression.open": "It silences alerts without an end.",
    },
  },
});
