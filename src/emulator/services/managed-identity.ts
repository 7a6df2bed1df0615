import { TENANT } from "../arm/azure";
import type { Service } from "../arm/behaviour";
import { at, put } from "../json";

/** Identities that are resources of their own, and who may sign in as one. */
export const managedIdentity: Service = {
  types: [
    {
      type: "Microsoft.ManagedIdentity/userAssignedIdentities",
      fill: ({ azure, id, body, before }) => {
        body["properties"] = {
          tenantId: TENANT,
          principalId: at(before, "properties.principalId") ?? azure.newId(`principal of ${id.text}`),
          clientId: at(before, "properties.clientId") ?? azure.newId(`client of ${id.text}`),
        };
      },
    },
    {
      type: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
      fill: ({ body }) => put(body, "properties.audiences", at(body, "properties.audiences") ?? []),
    },
  ],
};
