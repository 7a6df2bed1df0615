import type { Service } from "../arm/behaviour";
import { keyOf } from "../arm/id";
import { Refusal } from "../arm/refusal";
import type { Store } from "../arm/store";
import { at, fill, type Json, object, put, text } from "../json";

const ZONE = "Microsoft.Network/privateDnsZones";
const KINDS = ["A", "AAAA", "CNAME", "MX", "PTR", "SRV", "TXT"];

/** Private DNS zones, their records and the networks that ask them. */
export const privateDns: Service = {
  types: [
    {
      type: ZONE,
      parts: { "SOA/@": { soaRecord: SOA(), ttl: 3600, fqdn: "" } },
      fill: ({ body }) => {
        body["location"] = "global";
        fill(object(body["properties"]), {
          maxNumberOfRecordSets: 25000,
          maxNumberOfVirtualNetworkLinks: 1000,
          maxNumberOfVirtualNetworkLinksWithRegistration: 100,
        });
      },
      show: (resource, azure) => ({
        ...resource.body,
        properties: {
          ...object(resource.body["properties"]),
          numberOfRecordSets: recordsIn(azure.store, resource.id).length,
          numberOfVirtualNetworkLinks: linksOf(azure.store, resource.id),
        },
      }),
      checkDelete: ({ azure, id }) => {
        if (linksOf(azure.store, id.text) > 0)
          throw new Refusal(
            409,
            "CannotDeleteResource",
            `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${id.text}/virtualNetworkLinks'. Please delete all nested resources before deleting this resource.`,
          );
      },
    },
    {
      type: `${ZONE}/virtualNetworkLinks`,
      check: ({ azure, id, body }) => {
        const network = keyOf(text(at(body, "properties.virtualNetwork.id")));
        const twice = azure.store
          .ofType(`${ZONE}/virtualNetworkLinks`)
          .find(
            (one) =>
              keyOf(one.id) !== keyOf(id.text) &&
              keyOf(text(at(one.body, "properties.virtualNetwork.id"))) === network &&
              zoneName(one.id) === zoneName(id.text),
          );
        // https://github.com/MicrosoftDocs/azure-aks-docs/issues/212
        if (twice)
          throw new Refusal(
            400,
            "BadRequest",
            `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with '${zoneName(id.text)}' and '${zoneName(twice.id)}' zones.`,
          );
      },
      fill: ({ body }) => {
        body["location"] = "global";
        fill(object(body["properties"]), {
          registrationEnabled: false,
          virtualNetworkLinkState: "Completed",
          resolutionPolicy: "Default",
        });
      },
    },
    {
      type: `${ZONE}/SOA`,
      put: "merge",
      fill: ({ body, id }) =>
        fill(object(body["properties"]), { fqdn: `${zoneName(id.text)}.`, isAutoRegistered: false }),
    },
    ...KINDS.map((kind) => ({
      type: `${ZONE}/${kind}`,
      fill: ({ body, id }: { body: Json; id: { text: string; name: string } }) => {
        fill(object(body["properties"]), {
          fqdn: `${id.name === "@" ? "" : `${id.name}.`}${zoneName(id.text)}.`,
          isAutoRegistered: false,
        });
        const ttl = at(body, "properties.TTL");
        if (ttl !== undefined) put(body, "properties.ttl", ttl);
      },
    })),
  ],
};

function SOA(): Json {
  return {
    email: "azureprivatedns-host.microsoft.com",
    expireTime: 2419200,
    host: "azureprivatedns.net",
    minimumTtl: 10,
    refreshTime: 3600,
    retryTime: 300,
    serialNumber: 1,
  };
}

function recordsIn(store: Store, zone: string): unknown[] {
  return store.below(zone).filter((one) => !/virtualNetworkLinks$/i.test(one.type));
}

function linksOf(store: Store, zone: string): number {
  return store.below(zone).filter((one) => /virtualNetworkLinks$/i.test(one.type)).length;
}

function zoneName(id: string): string {
  return /\/privateDnsZones\/([^/]+)/i.exec(id)?.[1]?.toLowerCase() ?? "";
}
