import type { JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";

/** Replaces, adds, or with `undefined` takes away resources of a plan. */
export type Changes = Readonly<Record<string, JsonObject | undefined>>;

/** Addresses of what the plans are made of. */
export const PROFILE = "azurerm_cdn_frontdoor_profile.edge";
export const ENDPOINT = "azurerm_cdn_frontdoor_endpoint.orders";
export const DOMAIN = "azurerm_cdn_frontdoor_custom_domain.shop";
export const ROUTE = "azurerm_cdn_frontdoor_route.web";
export const ORIGIN = "azurerm_cdn_frontdoor_origin.web";
export const WAF = "azurerm_cdn_frontdoor_firewall_policy.edge";
export const SECURITY = "azurerm_cdn_frontdoor_security_policy.edge";
export const ENVIRONMENT = "azurerm_container_app_environment.apps";
export const APP = "azurerm_container_app.web";
export const GATEWAY = "azurerm_application_gateway.gateway";
export const GROUP = "azurerm_network_security_group.gateway";
export const GATEWAY_WAF = "azurerm_web_application_firewall_policy.gateway";

const id = (address: string) => `\${${address}.id}`;

/** A Front Door Premium, filtered on its one domain, that leads to a closed container environment by private link. */
export const linked: Resources = {
  [PROFILE]: { name: "afd-orders", sku_name: "Premium_AzureFrontDoor" },
  [ENDPOINT]: { name: "orders", cdn_frontdoor_profile_id: id(PROFILE) },
  [DOMAIN]: {
    name: "shop",
    cdn_frontdoor_profile_id: id(PROFILE),
    host_name: "shop.example",
    tls: { certificate_type: "ManagedCertificate", minimum_tls_version: "TLS12" },
  },
  "azurerm_cdn_frontdoor_origin_group.web": { name: "web", cdn_frontdoor_profile_id: id(PROFILE) },
  [ORIGIN]: {
    name: "web-weu",
    cdn_frontdoor_origin_group_id: id("azurerm_cdn_frontdoor_origin_group.web"),
    certificate_name_check_enabled: true,
    host_name: "web.${var.apps_domain}",
    private_link: {
      location: "westeurope",
      target_type: "managedEnvironments",
      private_link_target_id: id(ENVIRONMENT),
    },
  },
  [ROUTE]: {
    name: "web",
    cdn_frontdoor_endpoint_id: id(ENDPOINT),
    cdn_frontdoor_origin_group_id: id("azurerm_cdn_frontdoor_origin_group.web"),
    cdn_frontdoor_origin_ids: [id(ORIGIN)],
    cdn_frontdoor_custom_domain_ids: [id(DOMAIN)],
    patterns_to_match: ["/*"],
    supported_protocols: ["Http", "Https"],
    forwarding_protocol: "HttpsOnly",
    https_redirect_enabled: true,
    link_to_default_domain: false,
  },
  [WAF]: {
    name: "waforders",
    sku_name: "Premium_AzureFrontDoor",
    mode: "Prevention",
    managed_rule: [
      { type: "Microsoft_DefaultRuleSet", version: "2.1", action: "Block" },
      { type: "Microsoft_BotManagerRuleSet", version: "1.1", action: "Block" },
    ],
  },
  [SECURITY]: security(DOMAIN, ENDPOINT),
  [ENVIRONMENT]: {
    name: "cae-orders",
    location: "westeurope",
    internal_load_balancer_enabled: true,
    public_network_access: "Disabled",
  },
  [APP]: {
    name: "web",
    container_app_environment_id: id(ENVIRONMENT),
    ingress: { external_enabled: true, target_port: 8080 },
  },
};

/** A security policy that puts the filter before some domains. */
export function security(...domains: readonly string[]): JsonObject {
  return {
    name: "edge",
    cdn_frontdoor_profile_id: id(PROFILE),
    security_policies: {
      firewall: {
        cdn_frontdoor_firewall_policy_id: id(WAF),
        association: {
          domain: domains.map((one) => ({ cdn_frontdoor_domain_id: id(one) })),
          patterns_to_match: ["/*"],
        },
      },
    },
  };
}

const tls = { policy_type: "Predefined", policy_name: "AppGwSslPolicy20220101S" };

/** The same edge before a gateway: its subnet and its filter let in what this Front Door sends, and nothing else. */
export const guarded: Resources = {
  ...linked,
  [ORIGIN]: {
    name: "gateway",
    cdn_frontdoor_origin_group_id: id("azurerm_cdn_frontdoor_origin_group.web"),
    certificate_name_check_enabled: true,
    host_name: "${azurerm_public_ip.gateway.fqdn}",
  },
  "azurerm_public_ip.gateway": { name: "pip-gateway" },
  "azurerm_subnet.gateway": { name: "snet-gateway" },
  [GROUP]: { name: "nsg-gateway", security_rule: [inbound("front-door", "AzureFrontDoor.Backend")] },
  "azurerm_subnet_network_security_group_association.gateway": {
    subnet_id: id("azurerm_subnet.gateway"),
    network_security_group_id: id(GROUP),
  },
  [GATEWAY]: {
    name: "agw-orders",
    sku: { name: "WAF_v2", tier: "WAF_v2" },
    firewall_policy_id: id(GATEWAY_WAF),
    ssl_policy: tls,
    gateway_ip_configuration: { name: "gateway", subnet_id: id("azurerm_subnet.gateway") },
    frontend_ip_configuration: [{ name: "public", public_ip_address_id: id("azurerm_public_ip.gateway") }],
    frontend_port: [{ name: "443", port: 443 }],
    http_listener: [
      {
        name: "https",
        protocol: "Https",
        frontend_ip_configuration_name: "public",
        frontend_port_name: "443",
        host_name: "shop.example",
      },
    ],
    backend_http_settings: [{ name: "https", protocol: "Https" }],
  },
  [GATEWAY_WAF]: {
    name: "waf-gateway",
    policy_settings: { enabled: true, mode: "Prevention" },
    managed_rules: {
      managed_rule_set: [
        { type: "Microsoft_DefaultRuleSet", version: "2.1" },
        { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
      ],
    },
    custom_rules: [ownFrontDoorOnly()],
  },
};

/** A security rule that lets a source in on the gateway's ports. */
export function inbound(name: string, source: string, more: JsonObject = {}): JsonObject {
  return {
    name,
    priority: 100,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    source_port_range: "*",
    source_address_prefix: source,
    destination_address_prefix: "*",
    destination_port_ranges: ["443", "80"],
    ...more,
  };
}

/** A rule of a gateway's filter that blocks what another Front Door sends. */
export function ownFrontDoorOnly(condition: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    name: "ownfrontdoor",
    priority: 5,
    rule_type: "MatchRule",
    action: "Block",
    match_conditions: {
      match_variables: [{ variable_name: "RequestHeaders", selector: "X-Azure-FDID" }],
      operator: "Equal",
      negation_condition: true,
      match_values: [`\${${PROFILE}.resource_guid}`],
      ...condition,
    },
    ...more,
  };
}

/** A plan with changes. */
export function changed(plan: Resources, changes: Changes): Resources {
  const merged = { ...plan, ...changes };
  return Object.fromEntries(Object.entries(merged).flatMap(([key, one]) => (one ? [[key, one]] : [])));
}

/** A plan in which some arguments of one resource are others. */
export function withArguments(plan: Resources, address: string, more: JsonObject): Resources {
  return changed(plan, { [address]: { ...plan[address], ...more } });
}
