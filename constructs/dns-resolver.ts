import { PrivateDnsResolver } from "@cdktf/provider-azurerm/lib/private-dns-resolver";
import { PrivateDnsResolverInboundEndpoint } from "@cdktf/provider-azurerm/lib/private-dns-resolver-inbound-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { IResource } from "./references";
import type { ResourceProps } from "./resource-group";
import type { ISubnet } from "./virtual-network";

/** Properties of {@link DnsResolver}. */
export interface DnsResolverProps extends ResourceProps {
  /** Name of the endpoint that it answers at. */
  readonly endpointName: string;
  /** The network that it stands in and answers for. */
  readonly network: IResource;
  /** A subnet of its own, delegated to `Microsoft.Network/dnsResolvers`, /28 or larger. */
  readonly subnet: ISubnet;
  /** Literal IPv4 address in the subnet, neither one of its first four nor its last, which Azure keeps. */
  readonly address: string;
}

/**
 * Answers DNS queries from inside the network and from VPN clients, private zones included. Its address is fixed before
 * it exists: the network names it as its DNS server, and VPN profiles carry it.
 *
 * @example
 * const resolver = new DnsResolver(this, "resolver", { group, name: "dnspr-orders", endpointName: "in-orders",
 *   network, subnet, address: "10.30.3.20" });
 * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview
 */
export class DnsResolver extends Construct {
  readonly id: string;
  /** What resolves names while it is made or used depends on these: until then the network's DNS server is silent. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: DnsResolverProps) {
    super(scope, id);
    const { group, subnet } = props;
    const resolver = new PrivateDnsResolver(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      virtualNetworkId: props.network.id,
    });
    const endpoint = new PrivateDnsResolverInboundEndpoint(this, "endpoint", {
      name: props.endpointName,
      privateDnsResolverId: resolver.id,
      location: group.location,
      tags: { ...group.tags },
      ipConfigurations: {
        subnetId: subnet.id,
        privateIpAllocationMethod: "Static",
        privateIpAddress: props.address,
      },
      // Azure refuses every change to the subnet while the endpoint is in it.
      dependsOn: [...(subnet.ready ?? [])],
    });
    this.id = resolver.id;
    this.ready = [endpoint];
  }
}
