import type { Service } from "../arm/behaviour";
import { at, fill, object, text } from "../json";

const COMPONENT = "Microsoft.Insights/components";
const RULE = "Microsoft.AlertsManagement/smartDetectorAlertRules";

/**
 * Application Insights, and what Azure makes beside each: an alert rule on failures and the action group that it calls.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/18026
 */
export const applicationInsights: Service = {
  types: [
    {
      type: COMPONENT,
      fill: ({ azure, id, body, before }) => {
        const key = text(at(before, "properties.InstrumentationKey")) || azure.newId(`key ${id.text}`);
        const region = text(body["location"]);
        fill(object(body["properties"]), {
          AppId: at(before, "properties.AppId") ?? azure.newId(`app ${id.text}`),
          ApplicationId: id.name,
          InstrumentationKey: key,
          ConnectionString: `InstrumentationKey=${key};IngestionEndpoint=https://${region}-1.in.applicationinsights.azure.com/;LiveEndpoint=https://${region}.livediagnostics.monitor.azure.com/`,
          CreationDate: azure.now().toISOString(),
          Flow_Type: "Bluefield",
          Request_Source: "rest",
          RetentionInDays: 90,
          TenantId: id.subscription,
          IngestionMode: "LogAnalytics",
          publicNetworkAccessForIngestion: "Enabled",
          publicNetworkAccessForQuery: "Enabled",
        });
      },
      after: ({ azure, id, before }) => {
        if (before) return;
        const group = `/subscriptions/${id.subscription}/resourceGroups/${id.group}`;
        const actions = `${group}/providers/Microsoft.Insights/actionGroups/Application Insights Smart Detection`;
        if (!azure.store.has(actions))
          azure.write(actions, {
            location: "Global",
            properties: {
              groupShortName: "SmartDetect",
              enabled: true,
              armRoleReceivers: [
                {
                  name: "Monitoring Contributor",
                  roleId: "749f88d5-cbae-40b8-bcfc-e573ddc772fa",
                  useCommonAlertSchema: true,
                },
                {
                  name: "Monitoring Reader",
                  roleId: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
                  useCommonAlertSchema: true,
                },
              ],
            },
          });
        azure.write(`${group}/providers/${RULE}/Failure Anomalies - ${id.name}`, {
          location: "global",
          properties: {
            description:
              "Failure Anomalies notifies you of an unusual rise in the rate of failed HTTP requests or dependency calls.",
            state: "Enabled",
            severity: "Sev3",
            frequency: "PT1M",
            detector: { id: "FailureAnomaliesDetector" },
            scope: [id.text],
            actionGroups: { groupIds: [actions] },
          },
        });
      },
    },
    {
      type: `${COMPONENT}/currentbillingfeatures`,
      single: () => ({
        CurrentBillingFeatures: ["Basic"],
        DataVolumeCap: { Cap: 100, ResetTime: 0, WarningThreshold: 90 },
      }),
    },
    { type: RULE, put: "merge" },
  ],
};
