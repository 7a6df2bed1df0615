import type { MockTable } from "./entry";

/** Public and private DNS, resolvers, Traffic Manager. Types without their `azurerm_` prefix. */
export const dns: MockTable = {
  dns_a_record: ["{rg}/Microsoft.Network/dnsZones/{zone_name}/A/{name}", { fqdn: "{name}.{zone_name}." }],
  dns_aaaa_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/AAAA/{name}",
  dns_caa_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/CAA/{name}",
  dns_cname_record: ["{rg}/Microsoft.Network/dnsZones/{zone_name}/CNAME/{name}", { fqdn: "{name}.{zone_name}." }],
  dns_mx_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/MX/{name}",
  dns_ns_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/NS/{name}",
  dns_ptr_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/PTR/{name}",
  dns_srv_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/SRV/{name}",
  dns_txt_record: "{rg}/Microsoft.Network/dnsZones/{zone_name}/TXT/{name}",
  dns_zone: [
    "{rg}/Microsoft.Network/dnsZones/{name}",
    {
      name_servers: [
        "ns1-01.azure-dns.com.",
        "ns2-01.azure-dns.net.",
        "ns3-01.azure-dns.org.",
        "ns4-01.azure-dns.info.",
      ],
    },
  ],
  private_dns_a_record: [
    "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/A/{name}",
    { fqdn: "{name}.{zone_name}." },
  ],
  private_dns_aaaa_record: "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/AAAA/{name}",
  private_dns_cname_record: [
    "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/CNAME/{name}",
    { fqdn: "{name}.{zone_name}." },
  ],
  private_dns_mx_record: "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/MX/{name}",
  private_dns_ptr_record: "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/PTR/{name}",
  private_dns_resolver: "{rg}/Microsoft.Network/dnsResolvers/{name}",
  private_dns_resolver_dns_forwarding_ruleset: "{rg}/Microsoft.Network/dnsForwardingRulesets/{name}",
  private_dns_resolver_forwarding_rule:
    "{dns_forwarding_ruleset_id:private_dns_resolver_dns_forwarding_ruleset}/forwardingRules/{name}",
  private_dns_resolver_inbound_endpoint: [
    "{private_dns_resolver_id:private_dns_resolver}/inboundEndpoints/{name}",
    { ip_configurations: { private_ip_address: "{private_ip}" } },
  ],
  private_dns_resolver_outbound_endpoint: "{private_dns_resolver_id:private_dns_resolver}/outboundEndpoints/{name}",
  private_dns_resolver_virtual_network_link:
    "{dns_forwarding_ruleset_id:private_dns_resolver_dns_forwarding_ruleset}/virtualNetworkLinks/{name}",
  private_dns_srv_record: "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/SRV/{name}",
  private_dns_txt_record: "{rg}/Microsoft.Network/privateDnsZones/{zone_name}/TXT/{name}",
  private_dns_zone: ["{rg}/Microsoft.Network/privateDnsZones/{name}", { max_number_of_record_sets: 25000 }],
  private_dns_zone_virtual_network_link:
    "{rg}/Microsoft.Network/privateDnsZones/{private_dns_zone_name}/virtualNetworkLinks/{name}",
  traffic_manager_azure_endpoint: "{profile_id:traffic_manager_profile}/AzureEndpoints/{name}",
  traffic_manager_external_endpoint: "{profile_id:traffic_manager_profile}/ExternalEndpoints/{name}",
  traffic_manager_nested_endpoint: "{profile_id:traffic_manager_profile}/NestedEndpoints/{name}",
  traffic_manager_profile: [
    "{rg}/Microsoft.Network/trafficManagerProfiles/{name}",
    { fqdn: "{name}.trafficmanager.net" },
  ],
};
