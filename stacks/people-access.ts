import { DnsResolver } from "../constructs/dns-resolver";
import type { IResource, ITenant } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import type { ISubnet } from "../constructs/virtual-network";
import { PointToSiteVpn } from "../constructs/vpn-gateway";
import { region } from "../src/azure/regions";
import type { ResolvedHardened } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";

/** Properties of {@link PeopleAccess}. */
export interface PeopleAccessProps {
  /** The environment's main group. */
  readonly group: IResourceGroup;
  /** The Entra tenant whose people come in. */
  readonly tenant: ITenant;
  /** The network that they come into. */
  readonly network: IResource;
  /** Where resolver and VPN gateway stand. */
  readonly subnets: { readonly resolver: ISubnet; readonly vpn: ISubnet };
  /** The resolver's address, IPv4. */
  readonly dns: string;
}

/** How people reach a network: by VPN, and they find private names through the resolver. */
export class PeopleAccess {
  readonly resolver: DnsResolver;
  readonly vpn: PointToSiteVpn;

  constructor(stack: EnvironmentStack<ResolvedHardened>, props: PeopleAccessProps) {
    const { group, tenant, network, subnets, dns } = props;
    const { nameOf, location, vpn } = stack.environment;
    this.resolver = new DnsResolver(stack, "resolver", {
      group,
      name: nameOf("private_dns_resolver"),
      endpointName: nameOf("private_dns_resolver_inbound_endpoint"),
      network,
      subnet: subnets.resolver,
      address: dns,
    });
    this.vpn = new PointToSiteVpn(stack, "vpn", {
      group,
      name: nameOf("virtual_network_gateway"),
      publicIpName: nameOf("public_ip", "vpn"),
      subnet: subnets.vpn,
      pool: vpn.pool,
      tenant,
      audience: { clientId: stack.idVariable(vpn.audience.variable, vpn.audience.description) },
      zones: region(location)?.zones ? ["1", "2", "3"] : [],
    });
  }
}
