import type { Service } from "../arm/behaviour";
import { at, fill, type Json, object, text } from "../json";

const WORKSPACE = "Microsoft.OperationalInsights/workspaces";

/** Log Analytics: workspaces, their solutions, and what they export. */
export const logAnalytics: Service = {
  types: [
    {
      type: WORKSPACE,
      fill: ({ azure, id, body, before }) =>
        fill(object(body["properties"]), {
          customerId: at(before, "properties.customerId") ?? azure.newId(`customer ${id.text}`),
          retentionInDays: 30,
          sku: { name: "PerGB2018", lastSkuUpdate: azure.now().toISOString() },
          features: {
            legacy: 0,
            searchVersion: 1,
            enableLogAccessUsingOnlyResourcePermissions: true,
            disableLocalAuth: false,
          },
          workspaceCapping: {
            dailyQuotaGb: -1,
            quotaNextResetTime: azure.now().toISOString(),
            dataIngestionStatus: "RespectQuota",
          },
          publicNetworkAccessForIngestion: "Enabled",
          publicNetworkAccessForQuery: "Enabled",
          createdDate: azure.now().toISOString(),
        }),
    },
    {
      type: `${WORKSPACE}/dataExports`,
      fill: ({ azure, id, body }) =>
        fill(object(body["properties"]), {
          dataExportId: azure.newId(id.text),
          destination: {
            type: /\/storageAccounts\//i.test(text(at(body, "properties.destination.resourceId")))
              ? "StorageAccount"
              : "EventHub",
          },
          createdDate: azure.now().toISOString(),
        }),
    },
    {
      type: `${WORKSPACE}/tables`,
      absent: (id) => ({
        id: id.text,
        name: id.name,
        type: `${WORKSPACE}/tables`,
        properties: { plan: "Analytics", provisioningState: "Succeeded" },
      }),
    },
    { type: "Microsoft.OperationsManagement/solutions" },
  ],
  actions: {
    [`${WORKSPACE}/sharedKeys`]: ({ target }): Json => ({
      primarySharedKey: Buffer.from(`${target?.id} 1`).toString("base64"),
      secondarySharedKey: Buffer.from(`${target?.id} 2`).toString("base64"),
    }),
  },
};
