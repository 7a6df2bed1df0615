import { type Entry, part, parts, plain } from "../entry";

const record = () =>
  part("azurerm_private_dns_zone", { renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } });

/** DNS zones, public and private, and resolvers. */
export const dns: Readonly<Record<string, Entry>> = {
  azurerm_private_dns_resolver: plain("it answers the network, and its rules say whom it asks", {
    arm: { segment: "Microsoft.Network/dnsResolvers" },
    minutes: { safe: 10 },
  }),
  azurerm_private_dns_resolver_inbound_endpoint: part("azurerm_private_dns_resolver", {
    arm: { segment: "inboundEndpoints", parentId: "private_dns_resolver_id" },
    inSubnets: [{ path: "ip_configurations.subnet_id", own: "the resolver, which answers queries" }],
    minutes: { usual: 3, what: "DNS resolver endpoint" },
  }),
  azurerm_private_dns_zone: plain("it answers the networks that are linked to it", {
    arm: { segment: "Microsoft.Network/privateDnsZones" },
  }),
  azurerm_private_dns_zone_virtual_network_link: part("azurerm_private_dns_zone", {
    renamed: { private_dns_zone_name: { to: "private_dns_zone_id", idOfNamed: true } },
    arm: {
      segment: "virtualNetworkLinks",
      parentType: "azurerm_private_dns_zone",
      parentName: "private_dns_zone_name",
    },
  }),
  azurerm_private_dns_a_record: record(),
  azurerm_private_dns_aaaa_record: record(),
  azurerm_private_dns_cname_record: record(),
  azurerm_private_dns_mx_record: record(),
  azurerm_private_dns_ptr_record: record(),
  azurerm_private_dns_srv_record: record(),
  azurerm_private_dns_txt_record: record(),
  ...parts(
    "azurerm_dns_zone",
    "azurerm_dns_a_record",
    "azurerm_dns_aaaa_record",
    "azurerm_dns_caa_record",
    "azurerm_dns_cname_record",
    "azurerm_dns_mx_record",
    "azurerm_dns_ns_record",
    "azurerm_dns_ptr_record",
    "azurerm_dns_srv_record",
    "azurerm_dns_txt_record",
  ),
  azurerm_dns_zone: plain("names are public by nature, and what they lead to is judged by itself"),
  azurerm_private_dns_resolver_dns_forwarding_ruleset: plain("its rules are judged one by one"),
  azurerm_private_dns_resolver_forwarding_rule: part("azurerm_private_dns_resolver_dns_forwarding_ruleset"),
  azurerm_private_dns_resolver_outbound_endpoint: part("azurerm_private_dns_resolver", {
    inSubnets: [{ path: "subnet_id", own: "the resolver, which asks for names" }],
  }),
  azurerm_private_dns_resolver_virtual_network_link: part("azurerm_private_dns_resolver_dns_forwarding_ruleset"),
};
