import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import {
  type Answered,
  answeredBy,
  domainsOf,
  ENDPOINT,
  filtersOf,
  PROFILE,
  profileOf,
  routesOf,
} from "../../reach/front-door";
import { target } from "../../reach/network";
import type { RuleContext } from "../rule";
import { judgeEdgeFilter } from "./edge-filter";
import { judgeOwnHost } from "./redirects";

const FIREWALL_POLICY = "azurerm_cdn_frontdoor_firewall_policy";
const EVERYTHING = "/*";
const COVER = {
  fix: "Add a security policy with the domain and /*, whose firewall policy is Premium and in Prevention mode.",
};
const HTTPS = {
  fix: 'Set forwarding_protocol = "HttpsOnly", https_redirect_enabled = true, and both protocols under supported_protocols.',
};

/** Types of Azure's edge that have neither managed rules nor origins by private link. */
const OTHER_EDGES = ["azurerm_cdn_endpoint", "azurerm_frontdoor"];

/** What is read to judge the edge. */
export const EDGE = [
  ...OTHER_EDGES,
  "azurerm_cdn_frontdoor_custom_domain",
  "azurerm_cdn_frontdoor_custom_domain_association",
  ENDPOINT,
  PROFILE,
  "azurerm_cdn_frontdoor_route",
  "azurerm_cdn_frontdoor_rule",
  "azurerm_cdn_frontdoor_rule_set",
  "azurerm_cdn_frontdoor_security_policy",
];

/** Judges Azure's edge as the entry: Premium, filtered wherever requests enter, HTTPS on both sides. */
export function judgeEdge(context: RuleContext): void {
  for (const one of context.resources(...OTHER_EDGES))
    context.fail(one, "name", "It is no Front Door Premium, whose filter has the managed rules.");
  for (const one of context.resources(FIREWALL_POLICY)) judgeEdgeFilter(context, one);
  for (const one of context.resources(PROFILE))
    context.expect(
      one,
      "sku_name",
      (value) => value === "Premium_AzureFrontDoor",
      (value) => `The profile is ${value}: it has neither managed rules nor origins by private link.`,
    );
  for (const endpoint of context.resources(ENDPOINT)) {
    if (endpoint.value("enabled") === false) continue;
    if (!profileOf(endpoint))
      context.unknown(
        endpoint,
        "cdn_frontdoor_profile_id",
        "Its profile is not in the plan, so that its sku is not known.",
      );
    for (const one of answeredBy(endpoint)) demandFilter(context, endpoint, one);
    for (const route of routesOf(endpoint)) judgeRoute(context, route);
  }
}

function demandFilter(context: RuleContext, endpoint: Resource, { domain, uncertain }: Answered): void {
  const { filters, open } = filtersOf(domain);
  const path = domain === endpoint ? "name" : "host_name";
  const [filter] = filters;
  if (!filter) {
    if (open || uncertain)
      context.unknown(domain, path, "Whether a security policy filters what it takes is not known before apply.");
    else context.fail(domain, path, "No security policy filters what it takes.", COVER);
    return;
  }
  for (const { association, policy } of filters) {
    const paths = association.value("patterns_to_match");
    if (paths === UNKNOWN) context.unknown(association, "patterns_to_match");
    else if (!association.texts("patterns_to_match").includes(EVERYTHING))
      context.fail(association, "patterns_to_match", `It filters only some paths of ${domain.address}.`, COVER);
    else context.pass(association, "patterns_to_match");
    const of = target(policy, FIREWALL_POLICY);
    if (of?.mode === "data") judgeEdgeFilter(context, of);
    else if (of) context.pass(domain, path, `${of.address} filters what it takes.`);
    else if (policy === undefined || policy.kind === "unknown")
      context.unknown(association, "firewall", "Which firewall policy it applies is not known before apply.");
    else context.fail(association, "firewall", "Its firewall policy is not of this environment.", COVER);
  }
}

function judgeRoute(context: RuleContext, route: Resource): void {
  context.expect(
    route,
    "forwarding_protocol",
    (value) => value === "HttpsOnly",
    (value) =>
      `It passes requests on by ${value === "HttpOnly" ? "plain HTTP" : "the protocol of the caller, plain HTTP too"}.`,
  );
  judgeProtocols(context, route);
  for (const one of domainsOf(route)) {
    const domain = one.kind === "resource" ? one.resource : undefined;
    if (domain) judgeDomain(context, domain);
    else
      context.unknown(route, "cdn_frontdoor_custom_domain_ids", "It answers to a domain that the plan does not show.");
  }
  for (const set of route.refs("cdn_frontdoor_rule_set_ids")) {
    const own = target(set, "azurerm_cdn_frontdoor_rule_set");
    if (!own) context.unknown(route, "cdn_frontdoor_rule_set_ids", "It follows rules that the plan does not show.");
    else
      for (const rule of own.graph.by("azurerm_cdn_frontdoor_rule", "cdn_frontdoor_rule_set_id").get(own) ?? [])
        judgeRule(context, rule);
  }
}

/** Plain HTTP is sent on, or not taken at all. */
function judgeProtocols(context: RuleContext, route: Resource): void {
  const protocols = route.texts("supported_protocols");
  const redirect = route.value("https_redirect_enabled");
  if (route.value("supported_protocols") === UNKNOWN) context.unknown(route, "supported_protocols");
  else if (!protocols.includes("Https")) context.fail(route, "supported_protocols", "It takes plain HTTP only.", HTTPS);
  else if (!protocols.includes("Http")) context.pass(route, "supported_protocols");
  else if (redirect === UNKNOWN) context.unknown(route, "https_redirect_enabled");
  else if (redirect === false) context.fail(route, "https_redirect_enabled", "It serves plain HTTP.", HTTPS);
  else context.pass(route, "https_redirect_enabled");
}

/** Without a `tls` block of its own the provider's default speaks, which is TLS 1.2. */
function judgeDomain(context: RuleContext, domain: Resource): void {
  context.expect(
    domain,
    "tls.minimum_tls_version",
    (value) => value === undefined || value === "TLS12" || value === "TLS13",
    (value) => `Callers may speak ${value}.`,
  );
}

/** What a rule of the edge may undo: HTTPS to the origin, or to whom callers are sent. */
function judgeRule(context: RuleContext, rule: Resource): void {
  for (const actions of rule.blocks("actions")) {
    for (const one of actions.blocks("route_configuration_override_action"))
      context.expect(
        one,
        "forwarding_protocol",
        (value) => value === undefined || value === "HttpsOnly",
        (value) => `It passes requests on by plain HTTP: forwarding_protocol is ${value}.`,
      );
    for (const one of actions.blocks("url_redirect_action")) judgeRedirect(context, one);
  }
}

function judgeRedirect(context: RuleContext, redirect: Part): void {
  context.expect(
    redirect,
    "redirect_protocol",
    (value) => value !== "Http",
    () => "It sends callers on in plain HTTP.",
  );
  judgeOwnHost(context, redirect, "destination_hostname");
}
