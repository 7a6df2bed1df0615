import { type Entry, entry, unread } from "../entry";

export const frontDoor: Readonly<Record<string, Entry>> = {
  azurerm_cdn_endpoint: entry({ waysIn: [{ kind: "front-door", path: "", says: "takes requests from the Internet" }] }),
  azurerm_cdn_frontdoor_endpoint: entry({
    arm: { segment: "afdEndpoints", parentId: "cdn_frontdoor_profile_id" },
    waysIn: [{ kind: "front-door", path: "", says: "takes requests from the Internet" }],
  }),
  azurerm_cdn_frontdoor_profile: entry({
    arm: { segment: "Microsoft.Cdn/profiles" },
    minutes: { safe: 30 },
    paid: true,
  }),
  azurerm_cdn_frontdoor_route: entry({ tls: [{ path: "https_redirect_enabled", good: [true] }] }),
  azurerm_frontdoor: entry({ waysIn: [{ kind: "front-door", path: "", says: "takes requests from the Internet" }] }),
  ...unread(
    "azurerm_cdn_endpoint_custom_domain",
    "azurerm_cdn_frontdoor_batch_rule_set",
    "azurerm_cdn_frontdoor_custom_domain",
    "azurerm_cdn_frontdoor_custom_domain_association",
    "azurerm_cdn_frontdoor_firewall_policy",
    "azurerm_cdn_frontdoor_origin",
    "azurerm_cdn_frontdoor_origin_group",
    "azurerm_cdn_frontdoor_rule",
    "azurerm_cdn_frontdoor_rule_set",
    "azurerm_cdn_frontdoor_secret",
    "azurerm_cdn_frontdoor_security_policy",
    "azurerm_cdn_profile",
    "azurerm_frontdoor_custom_https_configuration",
    "azurerm_frontdoor_firewall_policy",
    "azurerm_frontdoor_rules_engine",
    "azurerm_traffic_manager_azure_endpoint",
    "azurerm_traffic_manager_external_endpoint",
    "azurerm_traffic_manager_nested_endpoint",
    "azurerm_traffic_manager_profile",
  ),
};
