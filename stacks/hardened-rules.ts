import type { SubnetRule } from "../constructs/virtual-network";

/** The subnets that rules are about, as CIDRs. */
export interface RuledSubnets {
  /** Where apps and jobs run. */
  readonly apps: string;
  /** Private endpoints of vault, registry and storage. */
  readonly endpoints: string;
  /** Private endpoints of the databases. */
  readonly data: string;
  /** Where the application gateway stands. */
  readonly gateway: string;
  /** Where names are resolved. */
  readonly resolver: string;
}

/** Ports on which a container environment takes HTTPS inside a network. @see https://learn.microsoft.com/azure/container-apps/firewall-integration */
const INGRESS = ["443", "31443"];
/** Ports on which the platform asks the gateway for its health. */
const MANAGEMENT = ["65200-65535"];

const rule = (
  name: string,
  priority: number,
  access: "Allow" | "Deny",
  from: string | readonly string[],
  to: string,
  ports: readonly string[],
  protocol: "Tcp" | "Udp" | "*" = "Tcp",
): SubnetRule => ({ name, priority, direction: "Inbound", access, protocol, from, to, ports });

const allow = (
  name: string,
  priority: number,
  from: string | readonly string[],
  to: string,
  ports: readonly string[],
  protocol?: "Tcp" | "Udp" | "*",
) => rule(name, priority, "Allow", from, to, ports, protocol);

const denyRest = rule("deny-rest", 4096, "Deny", "*", "*", ["*"], "*");

/**
 * Who may reach what inside the network: callers the gateway, the gateway and people the apps, apps and people what holds
 * data, and everybody inside the resolver.
 *
 * @param pool  addresses of VPN clients
 */
export function hardenedRules(subnets: RuledSubnets, pool: string): Readonly<Record<keyof RuledSubnets, SubnetRule[]>> {
  const { apps, endpoints, data, gateway, resolver } = subnets;
  return {
    apps: [
      allow("https-from-gateway", 100, gateway, apps, INGRESS),
      allow("https-from-people", 110, pool, apps, INGRESS),
      allow("health-probes", 120, "AzureLoadBalancer", apps, ["30000-32767"]),
      allow("within-apps", 130, apps, apps, ["*"], "*"),
      denyRest,
    ],
    endpoints: [
      allow("services-from-apps", 100, [apps, gateway], endpoints, ["443"]),
      allow("services-from-people", 110, pool, endpoints, ["443"]),
      denyRest,
    ],
    data: [
      allow("databases-from-apps", 100, apps, data, ["5432"]),
      allow("databases-from-people", 110, pool, data, ["5432"]),
      denyRest,
    ],
    gateway: [
      allow("https-from-internet", 100, "Internet", gateway, ["443"]),
      allow("redirect-from-internet", 110, "Internet", gateway, ["80"]),
      allow("platform-management", 120, "GatewayManager", "*", MANAGEMENT),
      allow("health-probes", 130, "AzureLoadBalancer", "*", ["*"], "*"),
      denyRest,
    ],
    resolver: [
      allow("names-from-network", 100, "VirtualNetwork", resolver, ["53"], "*"),
      allow("names-from-people", 110, pool, resolver, ["53"], "*"),
      allow("health-probes", 120, "AzureLoadBalancer", resolver, ["*"], "*"),
      denyRest,
    ],
  };
}
