import type { Resource } from "../plan/resource";
import { domainsOf, originsOf, routesOf } from "../reach/front-door";
import { target } from "../reach/network";
import { hostsLeadTo } from "./backends";
import type { Route } from "./route";
import { NOT_KNOWN, named, targetsAt, textAt, textsAt } from "./values";

/** The apps of an environment that take requests from outside it. */
function appsOf(environment: Resource): readonly Resource[] {
  const apps = environment.graph.by("azurerm_container_app", "container_app_environment_id").get(environment) ?? [];
  return apps.filter((one) => one.blocks("ingress").some((ingress) => ingress.value("external_enabled") === true));
}

/**
 * Where an origin leads. By private link that is an environment, and the app of the origin's name in it; where the name
 * does not tell which, each that takes requests.
 */
function originLeadsTo(origin: Resource): string[] {
  const hosts = hostsLeadTo(origin, "host_name");
  const [link] = origin.blocks("private_link");
  if (!link) return hosts;
  const [to] = link.refs("private_link_target_id");
  const environment = target(to, "azurerm_container_app_environment");
  if (!environment) return [to ? named(to) : NOT_KNOWN];
  const apps = appsOf(environment).map(({ address }) => address);
  const meant = apps.filter((one) => hosts.includes(one));
  return [environment.address, ...(meant.length > 0 ? meant : apps)];
}

/** Where an origin group leads: to its origins, but for those that are switched off. */
function origins(route: Resource): string[] {
  const [group] = route.refs("cdn_frontdoor_origin_group_id");
  if (group?.kind !== "resource") return [group ? named(group) : NOT_KNOWN];
  const leads = originsOf(group.resource)
    .filter((one) => one.value("enabled") !== false)
    .flatMap(originLeadsTo);
  return leads.length > 0 ? [...new Set(leads)] : [`${group.resource.address}, which has no origin in the plan`];
}

function hostsOf(route: Resource, endpoint: Resource): string[] {
  const own =
    route.value("link_to_default_domain") === false ? [] : [`${textAt(endpoint, "name") ?? NOT_KNOWN}.azurefd.net`];
  const domains = domainsOf(route).map((one) => {
    const host = one.kind === "resource" ? textAt(one.resource, "host_name") : undefined;
    return host ?? named(one);
  });
  return [...domains, ...own];
}

/** The routes of a Front Door endpoint. Azure puts a hash of its own into the endpoint's name. */
export function frontDoorRoutes(endpoint: Resource): Route[] {
  if (endpoint.type === "azurerm_traffic_manager_external_endpoint")
    return [{ asks: "the name of its profile", leadsTo: hostsLeadTo(endpoint, "target") }];
  const found = routesOf(endpoint).map((route) => {
    const [first = "/*", ...others] = textsAt(route, "patterns_to_match");
    const asks = [...hostsOf(route, endpoint).map((host) => `https://${host}${first}`), ...others];
    return { asks: asks.join(", "), leadsTo: origins(route) };
  });
  if (found.length > 0 || endpoint.type === "azurerm_cdn_frontdoor_endpoint")
    return found.length > 0
      ? found
      : [{ asks: "anything", leadsTo: ["nothing: no route of the plan takes its requests"] }];
  const backends = [
    ...targetsAt(endpoint, "backend_pool.backend.host_header"),
    ...endpoint.blocks("origin").flatMap((one) => hostsLeadTo(one, "host_name")),
  ];
  return [{ asks: "anything", leadsTo: backends.length > 0 ? backends : [NOT_KNOWN] }];
}
