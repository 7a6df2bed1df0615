import type { PlanGraph } from "../plan/graph";
import { type Reference, UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { target } from "./network";

/** What takes requests for a Front Door Standard or Premium. */
export const ENDPOINT = "azurerm_cdn_frontdoor_endpoint";
export const PROFILE = "azurerm_cdn_frontdoor_profile";
export const ORIGIN = "azurerm_cdn_frontdoor_origin";
const GROUP = "azurerm_cdn_frontdoor_origin_group";

/** The routes of an endpoint that are not switched off. */
export function routesOf(endpoint: Resource): readonly Resource[] {
  const all = endpoint.graph.by("azurerm_cdn_frontdoor_route", "cdn_frontdoor_endpoint_id").get(endpoint) ?? [];
  return all.filter((one) => one.value("enabled") !== false);
}

/** The profile of an endpoint, of an origin group or of a custom domain, where the plan has it. */
export function profileOf(one: Resource): Resource | undefined {
  return target(one.refs("cdn_frontdoor_profile_id")[0], PROFILE);
}

/** The profile that an origin belongs to. */
export function profileOfOrigin(origin: Resource): Resource | undefined {
  const group = target(origin.refs("cdn_frontdoor_origin_group_id")[0], GROUP);
  return group && profileOf(group);
}

/** The origins of a group, those that are switched off included: a failover switches them on. */
export function originsOf(group: Resource): readonly Resource[] {
  return group.graph.by(ORIGIN, "cdn_frontdoor_origin_group_id").get(group) ?? [];
}

/** The custom domains that a route answers to. */
export function domainsOf(route: Resource): readonly Reference[] {
  const joined = route.graph.by("azurerm_cdn_frontdoor_custom_domain_association", "cdn_frontdoor_route_ids");
  const associated = (joined.get(route) ?? []).flatMap((one) => one.refs("cdn_frontdoor_custom_domain_id"));
  const own = route.refs("cdn_frontdoor_custom_domain_ids");
  const known = new Set(own.map((one) => (one.kind === "resource" ? one.resource : undefined)));
  return [...own, ...associated.filter((one) => one.kind !== "resource" || !known.has(one.resource))];
}

/** A name that an endpoint answers to: a custom domain, or the endpoint for the name that Azure gives it. */
export interface Answered {
  readonly domain: Resource;
  /** True when whether it answers to it is not known before apply. */
  readonly uncertain: boolean;
}

/** What an endpoint answers to. One without routes answers to its own name, if only to say that it has none. */
export function answeredBy(endpoint: Resource): readonly Answered[] {
  const routes = routesOf(endpoint);
  const domains = routes
    .flatMap(domainsOf)
    .flatMap((one) => (one.kind === "resource" ? [one.resource] : []))
    .map((domain) => ({ domain, uncertain: false }));
  const linked = routes.map((one) => one.value("link_to_default_domain")).filter((one) => one !== false);
  const uncertain = linked.length > 0 && linked.every((one) => one === UNKNOWN);
  const own = routes.length === 0 || linked.length > 0 ? [{ domain: endpoint, uncertain }] : [];
  return [...new Map([...domains, ...own].map((one) => [one.domain, one])).values()];
}

/** A security policy's word on one domain: which filter looks at its requests. */
export interface EdgeFilter {
  readonly security: Resource;
  /** The block that names the domains. */
  readonly association: Part;
  readonly policy: Reference | undefined;
}

const FIREWALL = "cdn_frontdoor_firewall_policy_id";

function* associations(graph: PlanGraph): Generator<EdgeFilter & { readonly domains: readonly Reference[] }> {
  for (const security of graph.of("azurerm_cdn_frontdoor_security_policy"))
    for (const firewall of security.blocks("security_policies").flatMap((one) => one.blocks("firewall")))
      for (const association of firewall.blocks("association")) {
        const domains = association.blocks("domain").flatMap((one) => one.refs("cdn_frontdoor_domain_id"));
        yield { security, association, policy: firewall.refs(FIREWALL)[0], domains };
      }
}

/** What filters the requests for a domain; `open` where a security policy's domains are not known before apply. */
export function filtersOf(domain: Resource): { readonly filters: readonly EdgeFilter[]; readonly open: boolean } {
  const all = domain.graph.once("edge filters", () => [...associations(domain.graph)]);
  const leads = (one: Reference) => one.kind === "resource" && one.resource === domain;
  return {
    filters: all.filter(({ domains }) => domains.some(leads)),
    open:
      all.some(({ domains }) => domains.some(({ kind }) => kind === "unknown" || kind === "external")) ||
      domain.graph
        .of("azurerm_cdn_frontdoor_security_policy")
        .some((one) => one.isUnknown("security_policies") || one.blocks("security_policies").some(hasOpenDomains)),
  };
}

function hasOpenDomains(block: Part): boolean {
  return (
    block.isUnknown("firewall") ||
    block.blocks("firewall").some((one) => {
      return one.isUnknown("association") || one.blocks("association").some((each) => each.isUnknown("domain"));
    })
  );
}
