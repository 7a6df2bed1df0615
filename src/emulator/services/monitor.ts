import type { Service } from "../arm/behaviour";
import { keyOf } from "../arm/id";
import { Refusal } from "../arm/refusal";
import { at, fill, object, objects, text } from "../json";

const SETTING = "Microsoft.Insights/diagnosticSettings";

/** Azure Monitor: diagnostic settings, alerts, action groups. */
export const monitor: Service = {
  types: [
    {
      type: SETTING,
      // https://learn.microsoft.com/en-us/azure/azure-monitor/platform/diagnostic-settings: delete them before the resource
      outlivesScope: true,
      check: ({ azure, id, body }) => {
        const sinks = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId"];
        const others = azure.store
          .ofType(SETTING)
          .filter((one) => keyOf(one.id) !== keyOf(id.text) && scopeOf(one.id) === scopeOf(id.text));
        for (const other of others) {
          const sink = sinks.find(
            (one) =>
              at(body, `properties.${one}`) &&
              keyOf(text(at(body, `properties.${one}`))) === keyOf(text(at(other.body, `properties.${one}`))),
          );
          const both = sink && categories(other.body).find((one) => categories(body).includes(one));
          if (both)
            throw new Refusal(
              409,
              "Conflict",
              `Data sink '${text(at(body, `properties.${sink}`))}' is already used in diagnostic setting '${text(other.body["name"])}' for category '${both}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
            );
        }
      },
      fill: ({ body }) => {
        for (const one of [...objects(at(body, "properties.logs")), ...objects(at(body, "properties.metrics"))])
          fill(one, { enabled: true, retentionPolicy: { enabled: false, days: 0 } });
        fill(object(body["properties"]), { logs: [], metrics: [] });
      },
    },
    {
      type: "Microsoft.Insights/actionGroups",
      fill: ({ body }) => fill(object(body["properties"]), { enabled: true }),
    },
    {
      type: "Microsoft.Insights/activityLogAlerts",
      fill: ({ body }) => fill(object(body["properties"]), { enabled: true }),
    },
    {
      type: "Microsoft.Insights/metricAlerts",
      fill: ({ body }) => fill(object(body["properties"]), { enabled: true, autoMitigate: true }),
    },
    {
      type: "Microsoft.Insights/scheduledQueryRules",
      fill: ({ body }) =>
        fill(object(body["properties"]), { enabled: true, autoMitigate: true, createdWithApiVersion: "2023-12-01" }),
    },
  ],
};

function categories(body: Record<string, unknown>): string[] {
  return [...objects(at(body, "properties.logs")), ...objects(at(body, "properties.metrics"))]
    .filter((one) => one["enabled"] !== false)
    .map((one) => text(one["category"]) || text(one["categoryGroup"]));
}

function scopeOf(id: string): string {
  return keyOf(id.replace(/\/providers\/Microsoft\.Insights\/diagnosticSettings\/[^/]+$/i, ""));
}
