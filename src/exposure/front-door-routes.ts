import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { hostsLeadTo } from "./backends";
import type { Route } from "./route";
import { led, listed, NOT_KNOWN, named, said } from "./values";

/** Where an origin group leads: the hosts of its origins. */
function origins(graph: PlanGraph, route: Resource): string[] {
  const [group] = route.refs("cdn_frontdoor_origin_group_id");
  if (group?.kind !== "resource") return [group ? named(group) : NOT_KNOWN];
  const all = graph.by("azurerm_cdn_frontdoor_origin", "cdn_frontdoor_origin_group_id").get(group.resource) ?? [];
  const hosts = all.filter((one) => one.value("enabled") !== false).flatMap((one) => hostsLeadTo(one, "host_name"));
  return hosts.length > 0 ? hosts : [`${group.resource.address}, which has no origin in the plan`];
}

function hostsOf(route: Resource, endpoint: Resource): string[] {
  const own =
    route.value("link_to_default_domain") === false ? [] : [`${said(endpoint, "name") ?? NOT_KNOWN}.azurefd.net`];
  const domains = route.refs("cdn_frontdoor_custom_domain_ids").map((one) => {
    const host = one.kind === "resource" ? said(one.resource, "host_name") : undefined;
    return host ?? named(one);
  });
  return [...domains, ...own];
}

/** The routes of a Front Door endpoint. Azure puts a hash of its own into the endpoint's name. */
export function frontDoorRoutes(graph: PlanGraph, endpoint: Resource): Route[] {
  if (endpoint.type === "azurerm_traffic_manager_external_endpoint")
    return [{ asks: "the name of its profile", leadsTo: hostsLeadTo(endpoint, "target") }];
  const routes = graph.by("azurerm_cdn_frontdoor_route", "cdn_frontdoor_endpoint_id").get(endpoint) ?? [];
  const found = routes
    .filter((one) => one.value("enabled") !== false)
    .map((route) => {
      const [first = "/*", ...others] = listed(route, "patterns_to_match");
      const asks = [...hostsOf(route, endpoint).map((host) => `https://${host}${first}`), ...others];
      return { asks: asks.join(", "), leadsTo: origins(graph, route) };
    });
  if (found.length > 0 || endpoint.type === "azurerm_cdn_frontdoor_endpoint")
    return found.length > 0
      ? found
      : [{ asks: "anything", leadsTo: ["nothing: no route of the plan takes its requests"] }];
  const backends = [
    ...led(endpoint, "backend_pool.backend.host_header"),
    ...endpoint.blocks("origin").flatMap((one) => hostsLeadTo(one, "host_name")),
  ];
  return [{ asks: "anything", leadsTo: backends.length > 0 ? backends : [NOT_KNOWN] }];
}
