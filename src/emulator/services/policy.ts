import { DEPLOYER } from "../arm/azure";
import type { Service } from "../arm/behaviour";
import { fill, object } from "../json";

/** Azure Policy: assignments of definitions that come with Azure, or that somebody made. Of what they refuse, `arm/denials.ts` knows one. */
export const policy: Service = {
  types: [
    {
      type: "Microsoft.Authorization/policyAssignments",
      fill: ({ azure, id, body, before }) => {
        const properties = object(body["properties"]);
        const created = object(object(before?.["properties"])["metadata"]);
        fill(properties, { scope: id.parent, enforcementMode: "Default", notScopes: [], definitionVersion: "1.*.*" });
        properties["metadata"] = {
          ...object(properties["metadata"]),
          createdBy: created["createdBy"] ?? DEPLOYER,
          createdOn: created["createdOn"] ?? azure.now().toISOString(),
          updatedBy: before ? DEPLOYER : null,
          updatedOn: before ? azure.now().toISOString() : null,
        };
      },
    },
    {
      type: "Microsoft.Authorization/policyDefinitions",
      fill: ({ body }) => fill(object(body["properties"]), { policyType: "Custom" }),
    },
    {
      type: "Microsoft.Authorization/policySetDefinitions",
      fill: ({ body }) => fill(object(body["properties"]), { policyType: "Custom" }),
    },
  ],
};
