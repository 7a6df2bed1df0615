import type { MockTable } from "./entry";

/** Application Gateway, firewalls, Front Door. Types without their `azurerm_` prefix. */
export const edge: MockTable = {
  application_gateway: [
    "{rg}/Microsoft.Network/applicationGateways/{name}",
    {
      backend_address_pool: { id: "{id}/backendAddressPools/rehearsed" },
      frontend_ip_configuration: { id: "{id}/frontendIPConfigurations/rehearsed" },
      http_listener: { id: "{id}/httpListeners/rehearsed" },
      probe: { id: "{id}/probes/rehearsed" },
      frontend_port: { id: "{id}/frontendPorts/rehearsed" },
      backend_http_settings: { id: "{id}/backendHttpSettingsCollection/rehearsed" },
    },
  ],
  application_load_balancer: [
    "{rg}/Microsoft.ServiceNetworking/trafficControllers/{name}",
    { primary_configuration_endpoint: "{name}.rehearsed.alb.azure.com" },
  ],
  application_load_balancer_frontend: [
    "{application_load_balancer_id:application_load_balancer}/frontends/{name}",
    { fully_qualified_domain_name: "{name}.rehearsed.alb.azure.com" },
  ],
  application_load_balancer_subnet_association:
    "{application_load_balancer_id:application_load_balancer}/associations/{name}",
  cdn_frontdoor_custom_domain: [
    "{cdn_frontdoor_profile_id:cdn_frontdoor_profile}/customDomains/{name}",
    { validation_token: "{hex}", expiration_date: "2099-01-01T00:00:00Z" },
  ],
  cdn_frontdoor_custom_domain_association:
    "{cdn_frontdoor_custom_domain_id:cdn_frontdoor_custom_domain.parent}/associations/{cdn_frontdoor_custom_domain_id:cdn_frontdoor_custom_domain.name}",
  cdn_frontdoor_endpoint: [
    "{cdn_frontdoor_profile_id:cdn_frontdoor_profile}/afdEndpoints/{name}",
    { host_name: "{name}-rehearsed.z01.azurefd.net" },
  ],
  cdn_frontdoor_firewall_policy: [
    "{rg}/Microsoft.Network/frontDoorWebApplicationFirewallPolicies/{name}",
    { frontend_endpoint_ids: [] },
  ],
  cdn_frontdoor_origin: "{cdn_frontdoor_origin_group_id:cdn_frontdoor_origin_group}/origins/{name}",
  cdn_frontdoor_origin_group: "{cdn_frontdoor_profile_id:cdn_frontdoor_profile}/originGroups/{name}",
  cdn_frontdoor_profile: ["{rg}/Microsoft.Cdn/profiles/{name}", { resource_guid: "{guid}" }],
  cdn_frontdoor_route: "{cdn_frontdoor_endpoint_id:cdn_frontdoor_endpoint}/routes/{name}",
  cdn_frontdoor_rule: "{cdn_frontdoor_rule_set_id:cdn_frontdoor_rule_set}/rules/{name}",
  cdn_frontdoor_rule_set: "{cdn_frontdoor_profile_id:cdn_frontdoor_profile}/ruleSets/{name}",
  cdn_frontdoor_secret: "{cdn_frontdoor_profile_id:cdn_frontdoor_profile}/secrets/{name}",
  cdn_frontdoor_security_policy: "{cdn_frontdoor_profile_id:cdn_frontdoor_profile}/securityPolicies/{name}",
  firewall: [
    "{rg}/Microsoft.Network/azureFirewalls/{name}",
    {
      ip_configuration: { private_ip_address: "{private_ip}" },
      management_ip_configuration: { private_ip_address: "{private_ip}" },
    },
  ],
  firewall_policy: "{rg}/Microsoft.Network/firewallPolicies/{name}",
  firewall_policy_rule_collection_group: "{firewall_policy_id:firewall_policy}/ruleCollectionGroups/{name}",
  web_application_firewall_policy: "{rg}/Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/{name}",
};
