import type { Service } from "../../arm/behaviour";
import { at, fill, object, put, text } from "../../json";
import { nameParts, refuseInUse } from "./parts";

/** Public addresses and prefixes, and the gateways that give subnets one. */
export const publicAddresses: Service = {
  types: [
    {
      type: "Microsoft.Network/publicIPAddresses",
      fill: ({ azure, id, body, before }) => {
        put(body, "sku.name", at(body, "sku.name") ?? "Standard");
        put(body, "sku.tier", at(body, "sku.tier") ?? "Regional");
        const number = Number.parseInt(azure.newId(id.text).slice(0, 2), 16);
        const label = text(at(body, "properties.dnsSettings.domainNameLabel"));
        if (label) put(body, "properties.dnsSettings.fqdn", `${label}.${text(body["location"])}.cloudapp.azure.com`);
        fill(object(body["properties"]), {
          resourceGuid: at(before, "properties.resourceGuid") ?? azure.newId(`address ${id.text}`),
          ipAddress: at(before, "properties.ipAddress") ?? `203.0.113.${number}`,
          publicIPAddressVersion: "IPv4",
          publicIPAllocationMethod: "Static",
          idleTimeoutInMinutes: 4,
          ddosSettings: { protectionMode: "VirtualNetworkInherited" },
          ipTags: [],
        });
      },
      checkDelete: (deletion) => refuseInUse(deletion, "PublicIPAddressCannotBeDeleted", "Public IP address"),
    },
    {
      type: "Microsoft.Network/publicIPPrefixes",
      fill: ({ body }) => fill(object(body["properties"]), { ipPrefix: "203.0.113.0/28" }),
    },
    {
      type: "Microsoft.Network/natGateways",
      fill: (write) => {
        nameParts(write);
        fill(object(write.body["properties"]), { idleTimeoutInMinutes: 4 });
      },
    },
  ],
};
