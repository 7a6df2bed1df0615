import { formatAddress, parseCidr } from "../../config/cidr";
import type { Part, Resource } from "../../plan/resource";
import { networkOf, target } from "../../reach/network";
import { isOpenList } from "../../reach/open-lists";
import type { RuleContext } from "../rule";

const ENDPOINT = "azurerm_private_dns_resolver_inbound_endpoint";
const RESOLVER = "azurerm_private_dns_resolver";

/** One address that answers for private names: where it is told, and the address when it is known. */
interface Answering {
  readonly by: Resource;
  readonly address: string | undefined;
}

/** The inbound endpoints in a network, and its firewall where that passes questions on. */
function answering(context: RuleContext, network: Resource): Answering[] {
  const endpoints = context.resources(ENDPOINT).filter((one) => {
    const resolver = target(one.refs("private_dns_resolver_id")[0], RESOLVER);
    return target(resolver?.refs("virtual_network_id")[0], "azurerm_virtual_network") === network;
  });
  const proxies = context.resources("azurerm_firewall").filter((one) => {
    const policy = target(one.refs("firewall_policy_id")[0], "azurerm_firewall_policy");
    const subnet = target(one.refs("ip_configuration.subnet_id")[0], "azurerm_subnet");
    return policy?.value("dns.proxy_enabled") === true && subnet !== undefined && networkOf(subnet) === network;
  });
  return [
    ...endpoints.map((by) => ({ by, address: by.text("ip_configurations.private_ip_address") })),
    ...proxies.map((by) => ({ by, address: addressOf(by) })),
  ];
}

/** Azure keeps the first four addresses of a subnet and gives a firewall the next one. */
function addressOf(firewall: Resource): string | undefined {
  const subnet = target(firewall.refs("ip_configuration.subnet_id")[0], "azurerm_subnet");
  const range = parseCidr(subnet?.texts("address_prefixes")[0] ?? "");
  return firewall.text("ip_configuration.private_ip_address") ?? (range && formatAddress(range.first + 4));
}

/** The network whose gateway subnet a VPN gateway stands in. */
function networkOfGateway(gateway: Resource): Resource | undefined {
  const subnet = target(gateway.refs("ip_configuration.subnet_id")[0], "azurerm_subnet");
  return subnet && networkOf(subnet);
}

/**
 * Clients of a VPN ask the DNS servers of the gateway's network; without any they ask their own provider, and an endpoint
 * that nobody asks resolves nothing. So the network names the address of its resolver, or of a firewall that passes
 * questions on.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-point-to-site-resource-manager-portal
 */
export function judgeClientNames(context: RuleContext, gateway: Resource, client: Part): void {
  const network = networkOfGateway(gateway);
  if (!network) {
    context.unknown(client, "dns", "The network of the VPN gateway is not known.");
    return;
  }
  const separate = context.graph.by("azurerm_virtual_network_dns_servers", "virtual_network_id").get(network)?.[0];
  const holder = separate ?? network;
  const able = answering(context, network);
  const servers = holder.texts("dns_servers");
  const named = holder.refs("dns_servers");

  if (able.length === 0) context.fail(client, "dns", `Nothing in ${network.address} resolves private names.`);
  else if (named.some((one) => one.kind === "resource" && able.some(({ by }) => by === one.resource)))
    context.pass(client, "dns");
  else if (able.some(({ address }) => address !== undefined && servers.includes(address))) context.pass(client, "dns");
  else if (isOpenList(holder, "dns_servers") || named.some((one) => one.kind === "unknown"))
    context.unknown(client, "dns", "Which DNS servers the clients ask is not known before apply.");
  else if (servers.length === 0)
    context.fail(client, "dns", `Clients do not ask ${able[0]?.by.address}: ${network.address} names no DNS server.`);
  else if (able.some(({ address }) => address === undefined))
    context.unknown(client, "dns", `Whether ${servers.join(", ")} resolves private names is not known before apply.`);
  else context.fail(client, "dns", `Clients ask ${servers.join(", ")}, which does not resolve private names.`);
}
