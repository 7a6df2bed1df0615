import { DnsResolver } from "../constructs/dns-resolver";
import { Firewall } from "../constructs/firewall";
import { PrivateAccess } from "../constructs/private-access";
import type { ITenant } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import { RouteTable } from "../constructs/route-table";
import { type ISubnet, type PlatformSubnetProps, VirtualNetwork } from "../constructs/virtual-network";
import { PointToSiteVpn } from "../constructs/vpn-gateway";
import { region } from "../src/azure/regions";
import { formatAddress, parseCidr } from "../src/config/cidr";
import type { ResolvedHardened } from "../src/config/resolve";
import { HARDENED_SUBNETS, planSubnets } from "../src/config/subnets";
import { egressRules } from "./egress-rules";
import type { EnvironmentStack } from "./environment-stack";
import { hardenedRules } from "./hardened-rules";

/** Azure keeps the first four addresses of a subnet. */
const FIRST_FREE = 4;

type SubnetName = (typeof HARDENED_SUBNETS)[number]["name"];

/** Ids that the network and its variables give to what stands in it. */
export interface HardenedNetworkProps {
  /** The environment's main group. */
  readonly group: IResourceGroup;
  /** The config: range of the network, destinations, VPN. */
  /** The Entra tenant whose people come in by VPN. */
  readonly tenant: ITenant;
}

/**
 * The network from Pre-Production on. Workload subnets send what leaves to the firewall; people come by VPN and resolve
 * private names through the resolver, which the network itself uses too; the gateway is the one way in.
 */
export class HardenedNetwork {
  readonly network: VirtualNetwork;
  readonly apps: ISubnet;
  readonly endpoints: ISubnet;
  /** Endpoints of the databases. */
  readonly data: ISubnet;
  /** Where the application gateway of the entry stack stands. */
  readonly gateway: ISubnet;
  readonly firewall: Firewall;
  readonly vpn: PointToSiteVpn;
  readonly resolver: DnsResolver;
  readonly privateAccess: PrivateAccess;
  /** Availability zones of the region; none where it has none. */
  readonly zones: readonly string[];

  constructor(stack: EnvironmentStack<ResolvedHardened>, { group, tenant }: HardenedNetworkProps) {
    const { nameOf, stance, location, network, vpn, egress } = stack.environment;
    const plan = planSubnets(network, HARDENED_SUBNETS) as Readonly<Record<SubnetName, string>>;
    const rules = hardenedRules(plan, vpn.pool);
    const dns = formatAddress((parseCidr(plan.resolver)?.first ?? 0) + FIRST_FREE);
    this.zones = region(location)?.zones ? ["1", "2", "3"] : [];
    const spread = stance.apps.redundancy === "zones" ? this.zones : [];
    this.network = new VirtualNetwork(stack, "network", {
      group,
      name: nameOf("virtual_network"),
      range: network,
      dnsServers: [dns],
    });
    const platformSubnet = (name: PlatformSubnetProps["name"]) =>
      this.network.addPlatformSubnet(name, { name, range: plan[name] });
    this.firewall = new Firewall(stack, "firewall", {
      group,
      name: nameOf("firewall"),
      policyName: nameOf("firewall_policy"),
      publicIpName: nameOf("public_ip", "firewall"),
      tier: egress.sku,
      subnet: platformSubnet("AzureFirewallSubnet"),
      management: {
        subnet: platformSubnet("AzureFirewallManagementSubnet"),
        publicIpName: nameOf("public_ip", "firewall-management"),
      },
      zones: spread,
      rules: egressRules(stack.environment, plan),
    });
    const routeTable = new RouteTable(stack, "routes", {
      group,
      name: nameOf("route_table"),
      firewall: this.firewall,
    });
    const subnet = (
      name: keyof typeof rules,
      more: { readonly delegation?: string; readonly routeTable?: RouteTable } = {},
    ) =>
      this.network.addSubnet(name, {
        name: nameOf("subnet", name),
        range: plan[name],
        securityGroupName: nameOf("network_security_group", name),
        rules: rules[name],
        ...more,
      });
    this.apps = subnet("apps", { delegation: "Microsoft.App/environments", routeTable });
    this.endpoints = subnet("endpoints", { routeTable });
    this.data = subnet("data", { routeTable });
    this.gateway = subnet("gateway");
    this.resolver = new DnsResolver(stack, "resolver", {
      group,
      name: nameOf("private_dns_resolver"),
      endpointName: nameOf("private_dns_resolver_inbound_endpoint"),
      network: this.network,
      subnet: subnet("resolver", { delegation: "Microsoft.Network/dnsResolvers" }),
      address: dns,
    });
    this.vpn = new PointToSiteVpn(stack, "vpn", {
      group,
      name: nameOf("virtual_network_gateway"),
      publicIpName: nameOf("public_ip", "vpn"),
      subnet: platformSubnet("GatewaySubnet"),
      pool: vpn.pool,
      tenant,
      audience: {
        clientId: stack.idVariable(vpn.audience.variable, vpn.audience.description),
      },
      zones: this.zones,
    });
    this.privateAccess = new PrivateAccess(stack, "private", {
      group,
      network: this.network,
      subnet: this.endpoints,
      nameOf,
    });
  }
}
