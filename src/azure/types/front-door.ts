import { type Entry, part, parts, plain } from "../entry";

const PROFILE = "azurerm_cdn_frontdoor_profile";
const ENTERS = [{ kind: "front-door", path: "", says: "takes requests from the Internet" }] as const;
const EDGE = "it passes requests on";
const ON_PROFILE = { parentId: "cdn_frontdoor_profile_id" };

/** What takes requests at the edge of Azure's network: Front Door, CDN, Traffic Manager. */
export const frontDoor: Readonly<Record<string, Entry>> = {
  azurerm_cdn_endpoint: plain(EDGE, {
    waysIn: ENTERS,
    waysOut: [{ what: "requests", to: ["origin.host_name"], says: "leads callers to" }],
    tls: [{ path: "is_http_allowed", good: [false] }],
  }),
  azurerm_cdn_frontdoor_endpoint: part(PROFILE, {
    arm: { segment: "afdEndpoints", ...ON_PROFILE },
    waysIn: ENTERS,
  }),
  azurerm_cdn_frontdoor_profile: plain(EDGE, {
    sla: { usual: "front-door" },
    noun: "Front Door",
    arm: { segment: "Microsoft.Cdn/profiles" },
    diagnosed: true,
    minutes: { safe: 30 },
    worldwide: "TLS of callers ends at whichever edge is nearest to them",
    sources: ["https://learn.microsoft.com/azure/frontdoor/front-door-diagnostics"],
  }),
  azurerm_cdn_frontdoor_route: part(PROFILE, {
    arm: { segment: "routes", parentId: "cdn_frontdoor_endpoint_id" },
    tls: [{ path: "https_redirect_enabled", good: [true] }],
  }),
  azurerm_frontdoor: plain(EDGE, {
    waysIn: ENTERS,
    waysOut: [{ what: "requests", to: ["backend_pool.backend.address"], says: "leads callers to" }],
  }),
  azurerm_cdn_endpoint_custom_domain: part("azurerm_cdn_endpoint", {
    tls: [
      { path: "cdn_managed_https.tls_version", good: ["TLS12", undefined] },
      { path: "user_managed_https.tls_version", good: ["TLS12", undefined] },
    ],
  }),
  azurerm_cdn_frontdoor_batch_rule_set: part(PROFILE),
  azurerm_cdn_frontdoor_custom_domain: part(PROFILE, {
    arm: { segment: "customDomains", ...ON_PROFILE },
    tls: [{ path: "tls.minimum_tls_version", good: ["TLS12", "TLS13", undefined] }],
  }),
  ...parts(
    PROFILE,
    "azurerm_cdn_frontdoor_custom_domain_association",
    "azurerm_cdn_frontdoor_rule",
    "azurerm_cdn_frontdoor_rule_set",
    "azurerm_cdn_frontdoor_secret",
  ),
  azurerm_cdn_frontdoor_firewall_policy: part(PROFILE, {
    arm: { segment: "Microsoft.Network/frontDoorWebApplicationFirewallPolicies" },
  }),
  azurerm_cdn_frontdoor_security_policy: part(PROFILE, { arm: { segment: "securityPolicies", ...ON_PROFILE } }),
  azurerm_cdn_frontdoor_origin_group: part(PROFILE, { arm: { segment: "originGroups", ...ON_PROFILE } }),
  azurerm_cdn_frontdoor_origin: part(PROFILE, {
    arm: { segment: "origins", parentId: "cdn_frontdoor_origin_group_id" },
    // By private link the host is only the name that the origin is called by.
    waysOut: [
      { what: "requests", to: ["host_name"], says: "leads callers to", unless: "private_link" },
      { what: "requests", to: ["private_link.private_link_target_id"], says: "leads callers to" },
    ],
  }),
  azurerm_cdn_profile: plain("its endpoints are judged by themselves"),
  ...parts(
    "azurerm_frontdoor",
    "azurerm_frontdoor_custom_https_configuration",
    "azurerm_frontdoor_firewall_policy",
    "azurerm_frontdoor_rules_engine",
  ),
  ...parts(
    "azurerm_traffic_manager_profile",
    "azurerm_traffic_manager_azure_endpoint",
    "azurerm_traffic_manager_external_endpoint",
    "azurerm_traffic_manager_nested_endpoint",
  ),
  azurerm_traffic_manager_profile: plain("it answers names, and its endpoints are judged by themselves"),
};
