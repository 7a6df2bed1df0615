import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { factOf, typesWith } from "../src/azure";
import { BadInput } from "../src/errors";
import type { IResource } from "./references";
import type { IResourceGroup } from "./resource-group";
import type { ISubnet } from "./virtual-network";

/** Properties of {@link PrivateAccess}. */
export interface PrivateAccessProps {
  /** The group that endpoints and zones are in. */
  readonly group: IResourceGroup;
  /** The network whose resources resolve the private names. */
  readonly network: IResource;
  /** Subnet that the endpoints take their addresses from. */
  readonly subnet: ISubnet;
  /**
   * `of-another-stack`: the group has the zones already, linked to the network, and endpoints only write their names into
   * them. @default made here with the first endpoint that needs them
   */
  readonly zones?: "made-here" | "of-another-stack";
  /** Names an endpoint and its network interface, given what it leads to. */
  readonly nameOf: (type: "private_endpoint" | "network_interface", part: string) => string;
}

/** A zone, and what makes the network ask it. */
interface LinkedZone {
  readonly id: string;
  /** Absent where another stack made it. */
  readonly link?: PrivateDnsZoneVirtualNetworkLink;
}

/** What an endpoint leads to. */
export interface PrivateTarget {
  /** Terraform type, for example `azurerm_key_vault`. */
  readonly type: string;
  /** The resource itself. */
  readonly resource: IResource;
  /** Sub-resource, for example `blob`. @default the type's only one */
  readonly subresource?: string;
  /** What the target is still busy with until these are done. @default nothing */
  readonly ready?: readonly ITerraformDependable[];
}

/**
 * Private endpoints into a network, each with its DNS zone. A zone exists once, linked once, however many endpoints use it:
 * two zones of one name would overwrite each other's records.
 *
 * @example
 * const access = new PrivateAccess(this, "private", { group, network, subnet, nameOf });
 * access.addEndpoint("vault", { type: "azurerm_key_vault", resource: vault });
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export class PrivateAccess extends Construct {
  private readonly zones = new Map<string, LinkedZone>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PrivateAccessProps,
  ) {
    super(scope, id);
  }

  /**
   * Makes a target reachable from the network.
   *
   * @param part  what tells the endpoint from others of the environment
   * @param subnet  where the endpoint gets its address. @default the subnet of this access
   * @throws BadInput for a type that private access is not known for, or a sub-resource that the type has not
   */
  addEndpoint(part: string, target: PrivateTarget, subnet: ISubnet = this.props.subnet): void {
    const { group, nameOf } = this.props;
    const { subresource, zone } = linkOf(target);
    const { id: zoneId, link } = this.zone(zone.replace("{region}", group.location));
    new PrivateEndpoint(this, `endpoint-${part}`, {
      name: nameOf("private_endpoint", part),
      customNetworkInterfaceName: nameOf("network_interface", part),
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      subnetId: subnet.id,
      privateServiceConnection: {
        name: part,
        privateConnectionResourceId: target.resource.id,
        subresourceNames: [subresource],
        isManualConnection: false,
      },
      privateDnsZoneGroup: { name: "default", privateDnsZoneIds: [zoneId] },
      dependsOn: [...(subnet.ready ?? []), ...(link ? [link] : []), ...(target.ready ?? [])],
    });
  }

  private zone(name: string): LinkedZone {
    const known = this.zones.get(name);
    if (known) return known;
    const { group, network, zones = "made-here" } = this.props;
    if (zones === "of-another-stack") return { id: `${group.id}/providers/Microsoft.Network/privateDnsZones/${name}` };
    const part = name.replace(/^privatelink\./, "").replaceAll(".", "-");
    const zone = new PrivateDnsZone(this, `zone-${part}`, {
      name,
      resourceGroupName: group.name,
      tags: { ...group.tags },
    });
    const link = new PrivateDnsZoneVirtualNetworkLink(this, `link-${part}`, {
      name: "network",
      resourceGroupName: group.name,
      privateDnsZoneName: zone.name,
      virtualNetworkId: network.id,
      registrationEnabled: false,
      tags: { ...group.tags },
    });
    const made = { id: zone.id, link };
    this.zones.set(name, made);
    return made;
  }
}

/** Zone by sub-resource, as the catalogue has them of a type. */
function zonesOf(type: string): ReadonlyMap<string, string> {
  return new Map(factOf(type, "privateLink")?.map(({ name, zone }) => [name, zone]));
}

function linkOf(target: PrivateTarget): { readonly subresource: string; readonly zone: string } {
  const zones = zonesOf(target.type);
  const known = [...zones.keys()].sort();
  const subresource = target.subresource ?? (known.length === 1 ? known[0] : undefined);
  const zone = zones.get(subresource ?? "");
  if (subresource !== undefined && zone !== undefined) return { subresource, zone };
  const isKnown = known.length > 0;
  const says = isKnown
    ? `private access to ${target.type} needs a sub-resource, got ${target.subresource ?? "none"}`
    : `private access is not known for ${target.type}`;
  const fix = isKnown
    ? `Name one of ${known.join(", ")}.`
    : `Known: ${typesWith("privateLink")
        .map(([type]) => type)
        .join(", ")}. For another type make the private endpoint and its zone yourself, in the environment's stack.`;
  throw new BadInput([{ path: "privateAccess", says, fix, control: "NET-04" }]);
}
