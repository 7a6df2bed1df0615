import type { Service } from "../../arm/behaviour";
import { keyOf } from "../../arm/id";
import { at, fill, object, objects, put, text } from "../../json";
import { nameParts, nextAddress, refuseInUse } from "./parts";

const POLICY = "Microsoft.Network/firewallPolicies";

/** Azure Firewall and its policies. */
export const firewalls: Service = {
  types: [
    {
      type: "Microsoft.Network/azureFirewalls",
      fill: (write) => {
        nameParts(write);
        const { azure, body, before } = write;
        const known = objects(at(before, "properties.ipConfigurations"));
        for (const [index, one] of objects(at(body, "properties.ipConfigurations")).entries()) {
          const subnet = text(at(one, "properties.subnet.id"));
          if (subnet)
            put(
              one,
              "properties.privateIPAddress",
              at(known[index], "properties.privateIPAddress") ?? nextAddress(azure, subnet),
            );
        }
        fill(object(body["properties"]), {
          threatIntelMode: "Alert",
          networkRuleCollections: [],
          applicationRuleCollections: [],
          natRuleCollections: [],
          additionalProperties: {},
        });
      },
    },
    {
      type: POLICY,
      fill: ({ body }) =>
        fill(object(body["properties"]), {
          threatIntelMode: "Alert",
          sku: { tier: "Standard" },
          ruleCollectionGroups: [],
          firewalls: [],
          childPolicies: [],
        }),
      show: (resource, azure) => ({
        ...resource.body,
        properties: {
          ...object(resource.body["properties"]),
          ruleCollectionGroups: azure.store.below(resource.id).map(({ id }) => ({ id })),
          firewalls: azure.store
            .ofType("Microsoft.Network/azureFirewalls")
            .filter((one) => keyOf(text(at(one.body, "properties.firewallPolicy.id"))) === keyOf(resource.id))
            .map(({ id }) => ({ id })),
        },
      }),
      // That it is refused: https://github.com/hashicorp/terraform-provider-azurerm/issues/12212; the code is not confirmed.
      checkDelete: (deletion) =>
        refuseInUse(deletion, "FirewallPolicyCannotBeDeletedBecauseItIsInUse", "Firewall policy"),
    },
    { type: `${POLICY}/ruleCollectionGroups` },
  ],
};
