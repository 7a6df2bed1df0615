import type { Resource } from "../../../plan/resource";
import { named, networkOf, target } from "../../../reach/network";
import type { Says } from "../../claim";
import type { Subject } from "../../subject";
import { type Need, needs } from "./needs";

/** What fills a subnet, with the attribute that names it, and what Azure makes of the subnet's rules going first. */
const IN_SUBNET: Readonly<Record<string, { readonly attribute: string; readonly need: Need }>> = {
  azurerm_application_gateway: {
    attribute: "gateway_ip_configuration.subnet_id",
    need: { why: "without the subnet's rules Azure cannot manage or delete it", trap: "T23" },
  },
  azurerm_container_app_environment: {
    attribute: "infrastructure_subnet_id",
    need: { why: "Azure holds the subnet until it is gone, and refuses changes to it", trap: "T18" },
  },
  azurerm_private_dns_resolver_inbound_endpoint: {
    attribute: "ip_configurations.subnet_id",
    need: { why: "Azure holds the subnet until it is gone, and refuses changes to it", trap: "T18" },
  },
};

/** Where a gateway or a firewall names its public addresses. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  azurerm_application_gateway: ["frontend_ip_configuration"],
  azurerm_bastion_host: ["ip_configuration"],
  azurerm_firewall: ["ip_configuration", "management_ip_configuration"],
  azurerm_virtual_network_gateway: ["ip_configuration"],
};

const RULED: Need = { why: "it starts with its rules and goes before them", trap: "T39" };
const WAY_OUT: Need = { why: "it fetches its own parts through it as soon as it is made", trap: "T39" };
const NAMES: Need = { why: "it is the network's DNS server, and nothing is found before it answers" };

/** Subnets are free when they go, and what needs a way out or a name has it from its first moment. */
export function networkRules(subject: Subject, say: Says): void {
  subnets(subject, say);
  addresses(subject, say);
  firewalls(subject, say);
  names(subject, say);
}

function subnets(subject: Subject, say: Says): void {
  const { graph } = subject;
  for (const [type, { attribute, need }] of Object.entries(IN_SUBNET))
    for (const one of graph.of(type)) {
      const subnet = target(one.refs(attribute)[0], "azurerm_subnet");
      for (const kind of ["network_security_group", "route_table"])
        for (const link of (subnet && graph.by(`azurerm_subnet_${kind}_association`, "subnet_id").get(subnet)) ?? [])
          needs(subject, one, link, need, say);
    }
}

function addresses({ graph }: Subject, say: Says): void {
  for (const [type, blocks] of Object.entries(ADDRESSES))
    for (const one of graph.of(type))
      for (const part of blocks.flatMap((name) => one.blocks(name))) {
        const address = target(part.refs("public_ip_address_id")[0], "azurerm_public_ip");
        if (address && (address.text("sku") === "Basic" || address.text("allocation_method") === "Dynamic"))
          say.against(address.address, `It must be a Standard, static address for ${one.address}.`, "T24");
      }
}

/** A firewall has its rules first; a container environment behind it has the firewall first. */
function firewalls(subject: Subject, say: Says): void {
  const { graph } = subject;
  for (const firewall of graph.of("azurerm_firewall")) {
    const policy = target(firewall.refs("firewall_policy_id")[0], "azurerm_firewall_policy");
    const type = "azurerm_firewall_policy_rule_collection_group";
    for (const rules of (policy && graph.by(type, "firewall_policy_id").get(policy)) ?? [])
      needs(subject, firewall, rules, RULED, say);
    const network = networkAround(firewall, "ip_configuration.subnet_id");
    for (const apps of graph.of("azurerm_container_app_environment")) {
      const subnet = target(apps.refs("infrastructure_subnet_id")[0], "azurerm_subnet");
      if (!subnet || !network || networkOf(subnet) !== network) continue;
      const routed = graph.by("azurerm_subnet_route_table_association", "subnet_id").get(subnet) ?? [];
      if (routed.length > 0) needs(subject, apps, firewall, WAY_OUT, say);
    }
  }
}

/** A network that names its own resolver as its DNS server: a container environment looks names up while it is made. */
function names(subject: Subject, say: Says): void {
  const { graph } = subject;
  for (const endpoint of graph.of("azurerm_private_dns_resolver_inbound_endpoint")) {
    const network = networkAround(endpoint, "ip_configurations.subnet_id");
    const address = endpoint.text("ip_configurations.private_ip_address");
    if (!network || address === undefined || !network.texts("dns_servers").includes(address)) continue;
    for (const apps of graph.of("azurerm_container_app_environment"))
      if (networkAround(apps, "infrastructure_subnet_id") === network) needs(subject, apps, endpoint, NAMES, say);
  }
}

function networkAround(one: Resource, attribute: string): Resource | undefined {
  const subnet = target(one.refs(attribute)[0], "azurerm_subnet");
  return subnet && named(subnet, "azurerm_virtual_network", "virtual_network_name");
}
