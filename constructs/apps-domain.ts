import { PrivateDnsARecord } from "@cdktf/provider-azurerm/lib/private-dns-a-record";
import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { Construct } from "constructs";
import type { ContainerAppsEnvironment } from "./container-apps-environment";
import type { IResource } from "./references";
import type { IResourceGroup } from "./resource-group";

/** Properties of {@link AppsDomain}. */
export interface AppsDomainProps {
  /** The group that zone and records are in. */
  readonly group: IResourceGroup;
  /** An internal environment; the names of one on the Internet are public anyway. */
  readonly environment: Pick<ContainerAppsEnvironment, "defaultDomain" | "staticAddress">;
  /** The network whose resources resolve the apps' names. */
  readonly network: IResource;
}

/** Seconds that an answer may be kept. */
const TTL = 300;

/**
 * Names of the apps of an internal environment. Azure gives it a domain but no records: every name in the domain leads to
 * the environment's one address, in this network alone.
 *
 * @example
 * new AppsDomain(this, "apps-domain", { group, environment: apps, network });
 * @see https://learn.microsoft.com/azure/container-apps/private-endpoints-with-dns
 */
export class AppsDomain extends Construct {
  constructor(scope: Construct, id: string, { group, environment, network }: AppsDomainProps) {
    super(scope, id);
    const tags = { ...group.tags };
    const zone = new PrivateDnsZone(this, "zone", {
      name: environment.defaultDomain,
      resourceGroupName: group.name,
      tags,
    });
    new PrivateDnsZoneVirtualNetworkLink(this, "link", {
      name: "network",
      resourceGroupName: group.name,
      privateDnsZoneName: zone.name,
      virtualNetworkId: network.id,
      registrationEnabled: false,
      tags,
    });
    for (const [part, name] of Object.entries({ apps: "*", domain: "@" }))
      new PrivateDnsARecord(this, part, {
        name,
        zoneName: zone.name,
        resourceGroupName: group.name,
        ttl: TTL,
        records: [environment.staticAddress],
        tags,
      });
  }
}
