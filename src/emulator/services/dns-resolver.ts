import type { Service } from "../arm/behaviour";
import { at, fill, object, objects, put, text } from "../json";
import { nextAddress } from "./network/parts";

const RESOLVER = "Microsoft.Network/dnsResolvers";

/** Resolvers that answer for private zones at an address of the network. */
export const dnsResolver: Service = {
  types: [
    {
      type: RESOLVER,
      fill: ({ azure, id, body }) =>
        fill(object(body["properties"]), { dnsResolverState: "Connected", resourceGuid: azure.newId(id.text) }),
    },
    {
      type: `${RESOLVER}/inboundEndpoints`,
      fill: ({ azure, body }) => {
        for (const one of objects(at(body, "properties.ipConfigurations"))) {
          const subnet = text(at(one, "subnet.id"));
          if (!one["privateIpAddress"]) put(one, "privateIpAddress", nextAddress(azure, subnet));
          one["privateIpAllocationMethod"] ??= "Dynamic";
        }
      },
    },
    { type: `${RESOLVER}/outboundEndpoints` },
    { type: "Microsoft.Network/dnsForwardingRulesets" },
    { type: "Microsoft.Network/dnsForwardingRulesets/forwardingRules" },
    { type: "Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks" },
  ],
};
