import { typesWith, type WayIn } from "../azure";
import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { type InternetPath, open } from "./internet-path";
import { keyIn } from "./json-text";

const REQUESTS = "takes requests from the Internet";

/** A way in that is there with the resource, unless a value of one of its arguments closes it. */
function* byType(one: Resource, { kind, path, closed, absent, says, key }: WayIn): Generator<InternetPath> {
  if (closed === undefined) {
    if (one.value("enabled") !== false) yield open(kind, one, path, says);
    return;
  }
  const value = key === undefined ? one.value(path) : keyIn(one, path, key);
  if (closed.includes(value) || (value === undefined && absent === "closed")) return;
  yield open(kind, one, path, says, value === UNKNOWN);
}

/** API Management answers the Internet unless it stands in the network only, or is private by switch. */
function* managedApis(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_api_management")) {
    const [type, access] = [one.value("virtual_network_type"), one.value("public_network_access_enabled")];
    if (type === "Internal" || access === false) continue;
    yield open("public-service", one, "virtual_network_type", "answers the Internet", [type, access].includes(UNKNOWN));
  }
}

/** The add-on of a cluster puts a public load balancer before it unless told otherwise. */
function* routedClusters(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_kubernetes_cluster"))
    for (const routing of one.blocks("web_app_routing")) {
      const controller = routing.value("default_nginx_controller");
      if (controller === "Internal" || controller === "None") continue;
      yield open("public-service", routing, "default_nginx_controller", REQUESTS, controller === UNKNOWN);
    }
}

/** A name of Traffic Manager is no path by itself; one that leads callers somewhere else than to an address here is. */
function* namesElsewhere(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_traffic_manager_external_endpoint")) {
    const [to] = one.refs("target");
    const here = to?.kind === "resource" && to.resource.type === "azurerm_public_ip";
    if (one.value("enabled") !== false && !here)
      yield open("front-door", one, "target", "leads callers to where the plan does not show");
  }
}

/** What joins something here to a load balancer or a gateway, and the attribute that says to which. */
const JOINED: readonly [type: string, attribute: string][] = [
  ["azurerm_lb_nat_pool", "loadbalancer_id"],
  ["azurerm_lb_nat_rule", "loadbalancer_id"],
  ["azurerm_lb_rule", "loadbalancer_id"],
  ["azurerm_network_interface_application_gateway_backend_address_pool_association", "backend_address_pool_id"],
  ["azurerm_network_interface_backend_address_pool_association", "backend_address_pool_id"],
  ["azurerm_network_interface_nat_rule_association", "nat_rule_id"],
];

/** What arrives at a load balancer or a gateway that the environment does not have, and is forwarded to something here. */
function* foreignBalancers(graph: PlanGraph): Generator<InternetPath> {
  const says = "forwards from a load balancer that is not here";
  for (const [type, path] of JOINED)
    for (const one of graph.of(type)) {
      const [to] = one.refs(path);
      if (to && to.kind !== "resource") yield open("public-address", one, path, says, to.kind === "unknown");
    }
}

/** Connections to other networks, services that answer the Internet, and addresses of services. */
export function* waysByType(graph: PlanGraph): Generator<InternetPath> {
  for (const [type, ways] of typesWith("waysIn"))
    for (const one of graph.of(type)) for (const way of ways) yield* byType(one, way);
  for (const one of graph.of("azurerm_storage_account"))
    for (const block of one.blocks("static_website"))
      yield open("static-website", block, "index_document", "serves a website to everyone");
  yield* managedApis(graph);
  yield* routedClusters(graph);
  yield* namesElsewhere(graph);
  yield* foreignBalancers(graph);
}
