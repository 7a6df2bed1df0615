import type { Write } from "../../arm/azure";
import type { Service } from "../../arm/behaviour";
import { keyOf } from "../../arm/id";
import { at, fill, type Json, object, objects, put, text } from "../../json";
import { freeAddress, nameParts, nextAddress } from "./parts";

const ENDPOINT = "Microsoft.Network/privateEndpoints";
const INTERFACE = "Microsoft.Network/networkInterfaces";

/** Private endpoints: a network interface of their own, a connection at their target, and names in zones. */
export const privateEndpoints: Service = {
  types: [
    {
      type: ENDPOINT,
      // A target may lie in a subscription, or belong to somebody, of which nothing is known.
      fill: fillEndpoint,
      after: ({ azure, id, body }) => {
        const [nic] = objects(at(body, "properties.networkInterfaces"));
        const address = addressesOf(body)[0] ?? "";
        azure.write(text(nic?.["id"]), {
          location: text(body["location"]),
          properties: {
            ipConfigurations: [
              {
                name: "privateEndpointIpConfig",
                properties: {
                  privateIPAddress: address,
                  privateIPAllocationMethod: "Dynamic",
                  primary: true,
                  subnet: at(body, "properties.subnet"),
                },
              },
            ],
            privateEndpoint: { id: id.text },
          },
        });
        for (const connection of connections(body))
          connect(azure.store.get(targetOf(connection))?.body, id.text, connection);
      },
      afterDelete: ({ azure, id, body }) => {
        for (const nic of objects(at(body, "properties.networkInterfaces"))) azure.remove(text(nic["id"]));
        for (const address of addressesOf(body)) freeAddress(azure, text(at(body, "properties.subnet.id")), address);
        for (const connection of connections(body)) disconnect(azure.store.get(targetOf(connection))?.body, id.text);
      },
    },
    {
      type: `${ENDPOINT}/privateDnsZoneGroups`,
      fill: ({ azure, id, body }) => {
        const endpoint = azure.store.get(id.parent);
        for (const config of objects(at(body, "properties.privateDnsZoneConfigs"))) {
          const zone = text(at(config, "properties.privateDnsZoneId")).split("/").at(-1) ?? "";
          const names = objects(at(endpoint?.body, "properties.customDnsConfigs"));
          config["id"] = `${id.text}/privateDnsZoneConfigs/${text(config["name"])}`;
          put(
            config,
            "properties.recordSets",
            names.map((one) => ({
              recordType: "A",
              recordSetName: text(one["fqdn"]).split(".")[0],
              fqdn: `${text(one["fqdn"]).split(".")[0]}.${zone}`,
              ttl: 10,
              ipAddresses: one["ipAddresses"],
              provisioningState: "Succeeded",
            })),
          );
        }
      },
      after: ({ azure, body }) => {
        for (const { zone, record } of recordsOf(body))
          azure.write(`${zone}/A/${text(record["recordSetName"])}`, {
            properties: {
              ttl: 10,
              aRecords: ((record["ipAddresses"] ?? []) as string[]).map((ipv4Address) => ({ ipv4Address })),
            },
          });
      },
      afterDelete: ({ azure, body }) => {
        for (const { zone, record } of recordsOf(body)) azure.remove(`${zone}/A/${text(record["recordSetName"])}`);
      },
    },
    {
      type: INTERFACE,
      fill: (write) => {
        nameParts(write);
        for (const one of objects(at(write.body, "properties.ipConfigurations"))) {
          const subnet = text(at(one, "properties.subnet.id"));
          if (subnet && !at(one, "properties.privateIPAddress"))
            put(one, "properties.privateIPAddress", nextAddress(write.azure, subnet));
        }
        fill(object(write.body["properties"]), { dnsSettings: { dnsServers: [] }, enableIPForwarding: false });
      },
    },
  ],
};

function fillEndpoint(write: Write): void {
  const { azure, id, body, before } = write;
  nameParts(write);
  const nic = text(at(body, "properties.customNetworkInterfaceName")) || `${id.name}.nic.${azure.newId(id.text)}`;
  const addresses = at(before, "properties.customDnsConfigs") ?? namesOf(write);
  for (const one of objects(at(body, "properties.privateLinkServiceConnections")))
    fill(object(one["properties"]), {
      privateLinkServiceConnectionState: { status: "Approved", description: "Auto-Approved", actionsRequired: "None" },
    });
  for (const one of objects(at(body, "properties.manualPrivateLinkServiceConnections")))
    fill(object(one["properties"]), {
      privateLinkServiceConnectionState: {
        status: "Pending",
        description: "Awaiting approval",
        actionsRequired: "None",
      },
    });
  put(body, "properties.customDnsConfigs", addresses);
  put(
    body,
    "properties.networkInterfaces",
    at(before, "properties.networkInterfaces") ?? [
      { id: `/subscriptions/${id.subscription}/resourceGroups/${id.group}/providers/${INTERFACE}/${nic}` },
    ],
  );
  fill(object(body["properties"]), {
    privateLinkServiceConnections: [],
    manualPrivateLinkServiceConnections: [],
    ipConfigurations: [],
  });
}

/** The public names of what an endpoint leads to, each with an address of the subnet. */
function namesOf({ azure, body }: Write): Json[] {
  const subnet = text(at(body, "properties.subnet.id"));
  return connections(body).flatMap((connection) =>
    ((at(connection, "properties.groupIds") ?? ["sites"]) as string[]).map((group) => ({
      fqdn: `${targetOf(connection).split("/").at(-1)}.${suffixOf(group, targetOf(connection))}`,
      ipAddresses: [nextAddress(azure, subnet)],
    })),
  );
}

/** @see https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-dns */
function suffixOf(group: string, target: string): string {
  const known: Readonly<Record<string, string>> = {
    vault: "vault.azure.net",
    registry: "azurecr.io",
    blob: "blob.core.windows.net",
    queue: "queue.core.windows.net",
    table: "table.core.windows.net",
    file: "file.core.windows.net",
    dfs: "dfs.core.windows.net",
    web: "web.core.windows.net",
    postgresqlserver: "postgres.database.azure.com",
    sqlserver: "database.windows.net",
    sites: "azurewebsites.net",
  };
  return known[group.toLowerCase()] ?? `${target.split("/").at(-2)?.toLowerCase()}.azure.com`;
}

function addressesOf(body: Json): string[] {
  return objects(at(body, "properties.customDnsConfigs")).flatMap((one) => (one["ipAddresses"] ?? []) as string[]);
}

function connections(body: Json): Json[] {
  return [
    ...objects(at(body, "properties.privateLinkServiceConnections")),
    ...objects(at(body, "properties.manualPrivateLinkServiceConnections")),
  ];
}

function targetOf(connection: Json): string {
  return text(at(connection, "properties.privateLinkServiceId"));
}

function connect(target: Json | undefined, endpoint: string, connection: Json): void {
  if (!target) return;
  disconnect(target, endpoint);
  const others = objects(at(target, "properties.privateEndpointConnections"));
  const name = `${endpoint.split("/").at(-1)}.connection`;
  put(target, "properties.privateEndpointConnections", [
    ...others,
    {
      id: `${text(target["id"])}/privateEndpointConnections/${name}`,
      name,
      properties: {
        privateEndpoint: { id: endpoint },
        privateLinkServiceConnectionState: at(connection, "properties.privateLinkServiceConnectionState"),
        provisioningState: "Succeeded",
      },
    },
  ]);
}

function disconnect(target: Json | undefined, endpoint: string): void {
  if (!target) return;
  const others = objects(at(target, "properties.privateEndpointConnections")).filter(
    (one) => keyOf(text(at(one, "properties.privateEndpoint.id"))) !== keyOf(endpoint),
  );
  put(target, "properties.privateEndpointConnections", others);
}

function recordsOf(body: Json): { zone: string; record: Json }[] {
  return objects(at(body, "properties.privateDnsZoneConfigs")).flatMap((config) =>
    objects(at(config, "properties.recordSets")).map((record) => ({
      zone: text(at(config, "properties.privateDnsZoneId")),
      record,
    })),
  );
}
