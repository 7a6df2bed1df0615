import { VirtualNetworkDnsServers } from "@cdktf/provider-azurerm/lib/virtual-network-dns-servers";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { IResource } from "./references";

/** Properties of {@link NetworkDns}. */
export interface NetworkDnsProps {
  /** A network whose own resource leaves its DNS servers alone: `dnsServers: "added-later"`. */
  readonly network: IResource;
  /** Literal IPv4 addresses of what answers names, 1 to 20. */
  readonly servers: readonly string[];
  /** What answers at these addresses, if it is made here. @default nothing */
  readonly ready?: readonly ITerraformDependable[];
}

/**
 * Names what answers names in a network that is there already, as when a resolver is added to it. Nodes and VPN clients see
 * it when they start anew, or download their profile again.
 *
 * @example
 * new NetworkDns(this, "dns", { network, servers: ["10.44.3.36"], ready: resolver.ready });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/virtual_network_dns_servers
 */
export class NetworkDns extends Construct {
  constructor(scope: Construct, id: string, { network, servers, ready = [] }: NetworkDnsProps) {
    super(scope, id);
    new VirtualNetworkDnsServers(this, "resource", {
      virtualNetworkId: network.id,
      dnsServers: [...servers],
      ...(ready.length > 0 && { dependsOn: [...ready] }),
    });
  }
}
