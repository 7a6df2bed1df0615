import { Firewall } from "../constructs/firewall";
import { PrivateAccess } from "../constructs/private-access";
import type { IResourceGroup } from "../constructs/resource-group";
import { RouteTable } from "../constructs/route-table";
import { type ISubnet, type NetworkSubnet, VirtualNetwork } from "../constructs/virtual-network";
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

/** Properties of {@link RegionNetwork}. */
export interface RegionNetworkProps {
  /** The environment's main group in the region. */
  readonly group: IResourceGroup;
  /** Who answers names: the resolver in the network from its first day on, or Azure until a resolver is added. */
  readonly names: "resolver" | "azure";
}

/**
 * The network of one region: workload subnets send what leaves to the firewall, and what holds data is reached by private
 * endpoints. Subnets for people and for a gateway are added by who needs them.
 */
export class RegionNetwork {
  readonly network: VirtualNetwork;
  readonly apps: ISubnet;
  readonly endpoints: ISubnet;
  /** Endpoints of the databases. */
  readonly data: ISubnet;
  readonly firewall: Firewall;
  readonly privateAccess: PrivateAccess;
  /** Availability zones of the region; none where it has none. */
  readonly zones: readonly string[];
  /** Address that the resolver has, or will have. */
  protected readonly dns: string;
  private readonly plan: Readonly<Record<SubnetName, string>>;

  constructor(
    protected readonly stack: EnvironmentStack<ResolvedHardened>,
    { group, names }: RegionNetworkProps,
  ) {
    const { nameOf, stance, location, network, egress } = stack.environment;
    this.plan = planSubnets(network, HARDENED_SUBNETS) as Readonly<Record<SubnetName, string>>;
    this.dns = resolverAddress(network);
    this.zones = region(location)?.zones ? ["1", "2", "3"] : [];
    const spread = stance.apps.redundancy === "zones" ? this.zones : [];
    this.network = new VirtualNetwork(stack, "network", {
      group,
      name: nameOf("virtual_network"),
      range: network,
      dnsServers: names === "resolver" ? [this.dns] : "added-later",
    });
    this.firewall = new Firewall(stack, "firewall", {
      group,
      name: nameOf("firewall"),
      policyName: nameOf("firewall_policy"),
      publicIpName: nameOf("public_ip", "firewall"),
      tier: egress.sku,
      subnet: this.platformSubnet("AzureFirewallSubnet"),
      management: {
        subnet: this.platformSubnet("AzureFirewallManagementSubnet"),
        publicIpName: nameOf("public_ip", "firewall-management"),
      },
      zones: spread,
      rules: egressRules(stack.environment, this.plan),
    });
    const routeTable = new RouteTable(stack, "routes", {
      group,
      name: nameOf("route_table"),
      firewall: this.firewall,
    });
    this.apps = this.subnet("apps", { delegation: "Microsoft.App/environments", routeTable });
    this.endpoints = this.subnet("endpoints", { routeTable });
    this.data = this.subnet("data", { routeTable });
    this.privateAccess = new PrivateAccess(stack, "private", {
      group,
      network: this.network,
      subnet: this.endpoints,
      nameOf,
    });
  }

  protected subnet(
    name: "apps" | "endpoints" | "data" | "gateway" | "resolver",
    more: { readonly delegation?: string; readonly routeTable?: RouteTable } = {},
  ): NetworkSubnet {
    const { nameOf, vpn } = this.stack.environment;
    return this.network.addSubnet(name, {
      name: nameOf("subnet", name),
      range: this.plan[name],
      securityGroupName: nameOf("network_security_group", name),
      rules: hardenedRules(this.plan, vpn.pool)[name],
      ...more,
    });
  }

  protected platformSubnet(
    name: "AzureFirewallSubnet" | "AzureFirewallManagementSubnet" | "GatewaySubnet",
  ): NetworkSubnet {
    return this.network.addPlatformSubnet(name, { name, range: this.plan[name] });
  }

  /** Where people come in: VPN gateway and resolver stand in subnets of their own. */
  addPeopleSubnets(): { readonly resolver: ISubnet; readonly vpn: ISubnet } {
    return {
      resolver: this.subnet("resolver", { delegation: "Microsoft.Network/dnsResolvers" }),
      vpn: this.platformSubnet("GatewaySubnet"),
    };
  }
}

/** The address of a network's resolver, fixed before it exists. */
export function resolverAddress(network: string): string {
  const range = planSubnets(network, HARDENED_SUBNETS)?.["resolver"];
  return formatAddress((parseCidr(range ?? "")?.first ?? 0) + FIRST_FREE);
}
