import type { Service } from "../arm/behaviour";
import { fill, object } from "../json";

const PRICING = "Microsoft.Security/pricings";

/** Defender for Cloud: plans, which are Free until somebody pays and again when nobody does, and who is told. */
export const securityCenter: Service = {
  types: [
    {
      type: PRICING,
      absent: (id) => ({
        id: id.text,
        name: id.name,
        type: PRICING,
        properties: { pricingTier: "Free", freeTrialRemainingTime: "PT0S" },
      }),
      fill: ({ body }) => fill(object(body["properties"]), { freeTrialRemainingTime: "PT0S" }),
      after: ({ azure, id, body }) => {
        if (object(body["properties"])["pricingTier"] === "Free") azure.remove(id.text);
      },
    },
    { type: "Microsoft.Security/securityContacts" },
    { type: "Microsoft.Security/settings", put: "merge" },
  ],
};
