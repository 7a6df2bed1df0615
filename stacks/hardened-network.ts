import type { DnsResolver } from "../constructs/dns-resolver";
import type { ITenant } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import type { ISubnet } from "../constructs/virtual-network";
import type { PointToSiteVpn } from "../constructs/vpn-gateway";
import type { ResolvedHardened } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import { PeopleAccess } from "./people-access";
import { RegionNetwork } from "./region-network";

/** Properties of {@link HardenedNetwork}. */
export interface HardenedNetworkProps {
  /** The environment's main group. */
  readonly group: IResourceGroup;
  /** The Entra tenant whose people come in by VPN. */
  readonly tenant: ITenant;
}

/**
 * The network from Pre-Production on: people come by VPN and resolve private names through the resolver, which the network
 * itself uses too; the gateway is the one way in.
 */
export class HardenedNetwork extends RegionNetwork {
  /** Where the application gateway of the entry stack stands. */
  readonly gateway: ISubnet;
  readonly vpn: PointToSiteVpn;
  readonly resolver: DnsResolver;

  constructor(stack: EnvironmentStack<ResolvedHardened>, { group, tenant }: HardenedNetworkProps) {
    super(stack, { group, names: "resolver" });
    this.gateway = this.subnet("gateway");
    const { network, dns } = this;
    const { vpn, resolver } = new PeopleAccess(stack, {
      group,
      tenant,
      network,
      dns,
      subnets: this.addPeopleSubnets(),
    });
    this.vpn = vpn;
    this.resolver = resolver;
  }
}
