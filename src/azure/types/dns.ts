import { type Entry, entry, unread } from "../entry";

export const dns: Readonly<Record<string, Entry>> = {
  azurerm_private_dns_resolver: entry({ arm: { segment: "Microsoft.Network/dnsResolvers" }, minutes: { safe: 10 } }),
  azurerm_private_dns_resolver_inbound_endpoint: entry({
    arm: { segment: "inboundEndpoints", parentId: "private_dns_resolver_id" },
    inSubnets: [{ path: "ip_configurations.subnet_id", own: "the resolver, which answers queries" }],
    minutes: { usual: 3, what: "DNS resolver endpoint" },
  }),
  azurerm_private_dns_zone: entry({ arm: { segment: "Microsoft.Network/privateDnsZones" } }),
  azurerm_private_dns_zone_virtual_network_link: entry({
    renamed: { private_dns_zone_name: { to: "private_dns_zone_id", idOfNamed: true } },
    arm: {
      segment: "virtualNetworkLinks",
      parentType: "azurerm_private_dns_zone",
      parentName: "private_dns_zone_name",
    },
  }),
  azurerm_private_dns_a_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  azurerm_private_dns_aaaa_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  azurerm_private_dns_cname_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  azurerm_private_dns_mx_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  azurerm_private_dns_ptr_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  azurerm_private_dns_srv_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  azurerm_private_dns_txt_record: entry({ renamed: { zone_name: { to: "private_dns_zone_id", idOfNamed: true } } }),
  ...unread(
    "azurerm_dns_a_record",
    "azurerm_dns_aaaa_record",
    "azurerm_dns_caa_record",
    "azurerm_dns_cname_record",
    "azurerm_dns_mx_record",
    "azurerm_dns_ns_record",
    "azurerm_dns_ptr_record",
    "azurerm_dns_srv_record",
    "azurerm_dns_txt_record",
    "azurerm_dns_zone",
    "azurerm_private_dns_resolver_dns_forwarding_ruleset",
    "azurerm_private_dns_resolver_forwarding_rule",
    "azurerm_private_dns_resolver_outbound_endpoint",
    "azurerm_private_dns_resolver_virtual_network_link",
  ),
};
