import type { Write } from "../../arm/azure";
import type { Service } from "../../arm/behaviour";
import { keyOf } from "../../arm/id";
import { Refusal } from "../../arm/refusal";
import type { Store } from "../../arm/store";
import { at, fill, type Json, object, objects, put, text } from "../../json";
import { nameParts, rangeOf, refuseInUse } from "./parts";

const NETWORK = "Microsoft.Network/virtualNetworks";
const SUBNET = `${NETWORK}/subnets`;
const PEERING = `${NETWORK}/virtualNetworkPeerings`;

/** Networks with their subnets and peerings, and what filters and routes in them. */
export const virtualNetworks: Service = {
  types: [
    {
      type: NETWORK,
      check: ({ azure, id, body, before }) => {
        for (const subnet of azure.store.ofType(SUBNET).filter((one) => keyOf(one.id).startsWith(`${keyOf(id.text)}/`)))
          refuseOutside(prefixesOf(subnet.body), spacesOf(body), text(subnet.body["name"]));
        if (before && spacesOf(body).length === 0) refuseEmpty(id.text);
      },
      fill: ({ azure, id, body, before }) => {
        fill(object(body["properties"]), {
          resourceGuid: at(before, "properties.resourceGuid") ?? azure.newId(`network ${id.text}`),
          enableDdosProtection: false,
          privateEndpointVNetPolicies: "Disabled",
        });
      },
      after: ({ azure, id, sent, body }) => {
        const wanted = at(sent, "properties.subnets");
        // Subnets are stored one by one: what the network was sent of them would go stale.
        delete object(body["properties"])["subnets"];
        if (!Array.isArray(wanted)) return;
        const names = objects(wanted).map((one) => text(one["name"]).toLowerCase());
        for (const subnet of childrenOf(azure.store, SUBNET, id.text))
          if (!names.includes(text(subnet["name"]).toLowerCase())) azure.remove(text(subnet["id"]));
        for (const one of objects(wanted))
          azure.write(`${id.text}/subnets/${text(one["name"])}`, { properties: object(one["properties"]) });
      },
      show: (resource, azure) => ({
        ...resource.body,
        properties: {
          ...object(resource.body["properties"]),
          subnets: childrenOf(azure.store, SUBNET, resource.id),
          virtualNetworkPeerings: childrenOf(azure.store, PEERING, resource.id),
        },
      }),
      checkDelete: (deletion) => refuseInUse(deletion, "InUseVirtualNetworkCannotBeDeleted", "Virtual network"),
    },
    {
      type: SUBNET,
      check: checkSubnet,
      fill: (write) => {
        nameParts(write);
        const properties = object(write.body["properties"]);
        for (const one of objects(properties["delegations"]))
          put(
            one,
            "properties.actions",
            actionsOf(text(at(one, "properties.serviceName")), at(one, "properties.actions")),
          );
        for (const one of objects(properties["serviceEndpoints"]))
          fill(one, { locations: ["*"], provisioningState: "Succeeded" });
        fill(properties, {
          delegations: [],
          privateEndpointNetworkPolicies: "Disabled",
          privateLinkServiceNetworkPolicies: "Enabled",
        });
      },
      // https://github.com/hashicorp/terraform-provider-azurerm/issues/400
      checkDelete: (deletion) => refuseInUse(deletion, "InUseSubnetCannotBeDeleted", "Subnet"),
    },
    {
      type: PEERING,
      check: checkPeering,
      fill: ({ body, azure }) => {
        const remote = text(at(body, "properties.remoteVirtualNetwork.id"));
        const back = azure.store
          .ofType(PEERING)
          .some(
            (one) =>
              keyOf(text(at(one.body, "properties.remoteVirtualNetwork.id"))) ===
                keyOf(text(body["id"]).replace(/\/virtualNetworkPeerings\/[^/]+$/i, "")) &&
              keyOf(one.id).startsWith(keyOf(remote)),
          );
        fill(object(body["properties"]), {
          peeringState: back ? "Connected" : "Initiated",
          allowVirtualNetworkAccess: true,
        });
      },
    },
    {
      type: "Microsoft.Network/networkSecurityGroups",
      fill: (write) => {
        refuseSamePriority(objects(at(write.body, "properties.securityRules")));
        nameParts(write);
        fill(object(write.body["properties"]), { securityRules: [], defaultSecurityRules: [] });
      },
      // https://github.com/hashicorp/terraform-provider-azurerm/issues/20898
      checkDelete: (deletion) =>
        refuseInUse(deletion, "InUseNetworkSecurityGroupCannotBeDeleted", "Network security group"),
    },
    { ...partOf("Microsoft.Network/networkSecurityGroups", "securityRules"), check: checkRule },
    {
      type: "Microsoft.Network/routeTables",
      fill: (write) => {
        nameParts(write);
        fill(object(write.body["properties"]), { routes: [], disableBgpRoutePropagation: false });
      },
      checkDelete: (deletion) => refuseInUse(deletion, "InUseRouteTableCannotBeDeleted", "Route table"),
    },
    partOf("Microsoft.Network/routeTables", "routes"),
  ],
};

/** A part that may also be written by itself: it stands in the body of what holds it. */
function partOf(holder: string, list: string): Service["types"][number] {
  const change = (store: Store, id: string, part?: Json): void => {
    const [, parent = "", name = ""] = /^(.*)\/[^/]+\/([^/]+)$/.exec(id) ?? [];
    const body = store.get(parent)?.body;
    if (!body) return;
    const others = objects(at(body, `properties.${list}`)).filter(
      (one) => text(one["name"]).toLowerCase() !== name.toLowerCase(),
    );
    put(body, `properties.${list}`, part ? [...others, part] : others);
  };
  return {
    type: `${holder}/${list}`,
    after: ({ azure, id, body }) => change(azure.store, id.text, structuredClone(body)),
    afterDelete: ({ azure, id }) => change(azure.store, id.text),
    absent: (id, azure) =>
      objects(at(azure.store.get(id.parent)?.body, `properties.${list}`)).find(
        (one) => text(one["name"]).toLowerCase() === id.name.toLowerCase(),
      ),
  };
}

function childrenOf(store: Store, type: string, network: string): Json[] {
  return store
    .ofType(type)
    .filter((one) => keyOf(one.id).startsWith(`${keyOf(network)}/`))
    .map((one) => one.body);
}

function spacesOf(body: Json): string[] {
  return ((at(body, "properties.addressSpace.addressPrefixes") ?? []) as unknown[]).map(text);
}

function prefixesOf(body: Json): string[] {
  const one = text(at(body, "properties.addressPrefix"));
  return one ? [one] : ((at(body, "properties.addressPrefixes") ?? []) as unknown[]).map(text);
}

function refuseEmpty(id: string): never {
  throw new Refusal(400, "InvalidRequestFormat", `The address space of ${id} is empty.`);
}

function refuseOutside(prefixes: readonly string[], spaces: readonly string[], name: string): void {
  const outside = prefixes.find(
    (prefix) =>
      !prefix.includes(":") &&
      !spaces.some((space) => {
        const [[first, last], [from, to]] = [rangeOf(prefix), rangeOf(space)];
        return first >= from && last <= to;
      }),
  );
  if (outside && spaces.length > 0)
    throw new Refusal(
      400,
      "NetcfgSubnetRangeOutsideVnet",
      `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network.`,
    );
}

function checkSubnet({ azure, id, body, before }: Write): void {
  const network = azure.store.get(id.parent);
  refuseOutside(prefixesOf(body), spacesOf(network?.body ?? {}), id.name);
  for (const other of azure.store.ofType(SUBNET)) {
    const sibling = keyOf(other.id).startsWith(`${keyOf(id.parent)}/`) && keyOf(other.id) !== keyOf(id.text);
    const overlaps = prefixesOf(other.body).some((a) => prefixesOf(body).some((b) => overlap(a, b)));
    if (sibling && overlaps)
      throw new Refusal(
        400,
        "NetcfgSubnetRangesOverlap",
        `Subnet '${id.name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${text(network?.body["name"])}'.`,
      );
  }
  const was = objects(at(before, "properties.delegations")).length;
  if (was > 0 && objects(at(body, "properties.delegations")).length === 0 && users(azure.store, id.text))
    throw new Refusal(
      400,
      "SubnetMissingRequiredDelegation",
      `Subnet ${id.text} requires its delegation as long as it is used.`,
    );
}

/** @see https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-troubleshoot-peering-issues */
function checkPeering({ azure, id, body }: Write): void {
  const remote = azure.store.get(text(at(body, "properties.remoteVirtualNetwork.id")));
  const spaces = spacesOf(azure.store.get(id.parent)?.body ?? {});
  const both = spacesOf(remote?.body ?? {}).filter((a) => spaces.some((b) => overlap(a, b)));
  if (both.length > 0)
    throw new Refusal(
      400,
      "VnetAddressSpacesOverlap",
      `Cannot create or update peering ${id.text}. Virtual networks ${id.parent} and ${remote?.id} cannot be peered because their address spaces overlap. Overlapping address prefixes: ${both.join(", ")}`,
    );
}

function overlap(a: string, b: string): boolean {
  const [[first, last], [from, to]] = [rangeOf(a), rangeOf(b)];
  return first <= to && from <= last;
}

function users(store: Store, subnet: string): boolean {
  return store.all().some((one) =>
    JSON.stringify(one.body["properties"] ?? {})
      .toLowerCase()
      .includes(`"${keyOf(subnet)}"`),
  );
}

/** @see https://learn.microsoft.com/en-us/azure/virtual-network/subnet-delegation-overview */
function actionsOf(service: string, sent: unknown): unknown {
  const several = /^Microsoft\.(Sql\/managedInstances|Databricks|Netapp)/i.test(service);
  const join = /^Microsoft\.(Web|ContainerInstance)/i.test(service)
    ? "Microsoft.Network/virtualNetworks/subnets/action"
    : "Microsoft.Network/virtualNetworks/subnets/join/action";
  return several && sent ? sent : [join];
}

/** @see https://github.com/hashicorp/terraform-provider-azurerm/issues/11137 */
function refuseSamePriority(rules: readonly Json[]): void {
  const seen = new Map<string, string>();
  for (const rule of rules) {
    const key = `${text(at(rule, "properties.direction")).toLowerCase()} ${String(at(rule, "properties.priority"))}`;
    const other = seen.get(key);
    if (other)
      throw new Refusal(
        400,
        "SecurityRuleConflict",
        `Security rule ${text(rule["name"])} conflicts with rule ${other}. Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules.`,
      );
    seen.set(key, text(rule["name"]));
  }
}

function checkRule({ azure, id, body }: Write): void {
  const others = objects(at(azure.store.get(id.parent)?.body, "properties.securityRules")).filter(
    (one) => text(one["name"]).toLowerCase() !== id.name.toLowerCase(),
  );
  refuseSamePriority([...others, body]);
}
