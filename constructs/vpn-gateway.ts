import { VirtualNetworkGateway } from "@cdktf/provider-azurerm/lib/virtual-network-gateway";
import { Construct } from "constructs";
import { PublicIp } from "./public-ip";
import type { IAppRegistration, ITenant } from "./references";
import type { ResourceProps } from "./resource-group";
import type { ISubnet } from "./virtual-network";

/** Properties of {@link PointToSiteVpn}. */
export interface PointToSiteVpnProps extends ResourceProps {
  /** Name of its public address. */
  readonly publicIpName: string;
  /** The network's `GatewaySubnet`, /27 or larger. */
  readonly subnet: ISubnet;
  /** CIDR that clients get addresses from, outside every network. */
  readonly pool: string;
  /** Entra tenant whose people may sign in. */
  readonly tenant: ITenant;
  /** The app registration that people sign in to; who is assigned to it may connect. */
  readonly audience: IAppRegistration;
  /** Availability zones of the address, for example `["1", "2", "3"]`; an empty list names none. */
  readonly zones: readonly string[];
}

/**
 * Lets people into the network from their computers: OpenVPN, Entra sign-in and nothing else, so that access ends when
 * the account does. Creating it takes 30 to 60 minutes. Clients take the network's DNS servers from the profile that
 * they download, so after a change of those they download it again.
 *
 * @example
 * new PointToSiteVpn(this, "vpn", { group, name: "vpng-orders", publicIpName: "pip-orders-vpn", subnet,
 *   pool: "172.20.0.0/24", tenant, audience, zones: ["1", "2", "3"] });
 * @see https://learn.microsoft.com/azure/vpn-gateway/point-to-site-entra-gateway
 */
export class PointToSiteVpn extends Construct {
  readonly id: string;
  /** The gateway's public address. */
  readonly publicIp: PublicIp;

  constructor(scope: Construct, id: string, props: PointToSiteVpnProps) {
    super(scope, id);
    const { group } = props;
    const { tenantId } = props.tenant;
    this.publicIp = new PublicIp(this, "address", { group, name: props.publicIpName, zones: props.zones });
    this.id = new VirtualNetworkGateway(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      type: "Vpn",
      vpnType: "RouteBased",
      sku: "VpnGw1AZ",
      generation: "Generation1",
      activeActive: false,
      ipConfiguration: [
        {
          name: "default",
          subnetId: props.subnet.id,
          publicIpAddressId: this.publicIp.id,
          privateIpAddressAllocation: "Dynamic",
        },
      ],
      vpnClientConfiguration: {
        addressSpace: [props.pool],
        vpnClientProtocols: ["OpenVPN"],
        vpnAuthTypes: ["AAD"],
        aadTenant: `https://login.microsoftonline.com/${tenantId}`,
        aadAudience: props.audience.clientId,
        // Azure compares the issuer as text, and tokens carry it with the slash.
        aadIssuer: `https://sts.windows.net/${tenantId}/`,
      },
    }).id;
  }
}
