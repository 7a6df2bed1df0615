import { gatewayPaths } from "./gateway";
import type { PlanGraph } from "./graph";
import { UNKNOWN } from "./reference";
import type { Part, Resource } from "./resource";

/** What kind of way in from the Internet a path is. */
export type PathKind =
  | "app-ingress"
  | "gateway-listener"
  | "gateway-redirect"
  | "front-door"
  | "dnat"
  | "public-address"
  | "bastion"
  | "peering"
  | "site-connection"
  | "private-link-service"
  | "static-website"
  | "public-service";

/** One path from the Internet to something of the environment. */
export interface InternetPath {
  readonly kind: PathKind;
  readonly part: Part;
  /** Attribute that opens it. */
  readonly path: string;
  /** True when whether it is open is not known before apply. */
  readonly uncertain: boolean;
  readonly says: string;
}

const WEB = ["linux_web_app", "windows_web_app", "linux_function_app", "windows_function_app", "logic_app_standard"];

function open(kind: PathKind, part: Part, path: string, says: string, uncertain = false): InternetPath {
  return { kind, part, path, says, uncertain };
}

/** How the environment of an app stands to the Internet. */
export function environmentIsPublic(environment: Resource | undefined): boolean | typeof UNKNOWN {
  if (!environment) return UNKNOWN;
  const internal = environment.value("internal_load_balancer_enabled");
  const access = environment.value("public_network_access");
  if (internal === true || access === "Disabled") return false;
  return internal === UNKNOWN || access === UNKNOWN ? UNKNOWN : true;
}

function* appIngress(graph: PlanGraph): Generator<InternetPath> {
  for (const app of graph.of("azurerm_container_app")) {
    const reference = app.refs("container_app_environment_id")[0];
    const environment = reference?.kind === "resource" ? reference.resource : undefined;
    const state = environmentIsPublic(environment);
    if (state === false) continue;
    if (app.isUnknown("ingress")) yield open("app-ingress", app, "ingress", "may have external ingress", true);
    for (const ingress of app.blocks("ingress")) {
      const external = ingress.value("external_enabled");
      if (external === false || external === undefined) continue;
      const uncertain = external === UNKNOWN || state === UNKNOWN;
      yield open("app-ingress", ingress, "external_enabled", "takes requests from the Internet itself", uncertain);
    }
  }
}

function* networkPaths(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_firewall_policy_rule_collection_group"))
    for (const collection of one.blocks("nat_rule_collection"))
      for (const rule of collection.blocks("rule"))
        yield open("dnat", rule, "translated_port", "forwards traffic inward");
  for (const one of graph.of("azurerm_firewall_nat_rule_collection"))
    for (const rule of one.blocks("rule")) yield open("dnat", rule, "translated_port", "forwards traffic inward");
  for (const type of ["azurerm_network_interface", "azurerm_lb"])
    for (const one of graph.of(type))
      for (const block of one.blocks(type === "azurerm_lb" ? "frontend_ip_configuration" : "ip_configuration"))
        if (block.refs("public_ip_address_id").length > 0)
          yield open("public-address", block, "public_ip_address_id", "has a public address");
  for (const one of graph.of("azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"))
    for (const nic of one.blocks("network_interface"))
      for (const block of nic.blocks("ip_configuration"))
        if (block.blocks("public_ip_address").length > 0)
          yield open("public-address", block, "public_ip_address", "gives every instance a public address");
  for (const one of graph.of("azurerm_container_group"))
    if ((one.value("ip_address_type") ?? "Public") !== "Private" && one.value("ip_address_type") !== "None")
      yield open("public-address", one, "ip_address_type", "has a public address");
  for (const one of graph.of("azurerm_bastion_host")) yield open("bastion", one, "", "is a way in for people");
  for (const one of graph.of("azurerm_virtual_network_peering"))
    yield open("peering", one, "remote_virtual_network_id", "connects another network");
  for (const one of graph.of("azurerm_virtual_hub_connection"))
    yield open("peering", one, "remote_virtual_network_id", "connects another network");
  for (const one of graph.of("azurerm_virtual_network_gateway_connection"))
    yield open("site-connection", one, "type", "connects another site");
  for (const one of graph.of("azurerm_private_link_service"))
    yield open("private-link-service", one, "", "lets other subscriptions connect");
}

function* servicePaths(graph: PlanGraph): Generator<InternetPath> {
  for (const one of graph.of("azurerm_storage_account"))
    for (const block of one.blocks("static_website"))
      yield open("static-website", block, "index_document", "serves a website to everyone");
  for (const one of graph.of("azurerm_storage_account_static_website"))
    yield open("static-website", one, "storage_account_id", "serves a website to everyone");
  for (const one of graph.of("azurerm_static_web_app", "azurerm_static_site"))
    yield open("static-website", one, "", "serves a website to everyone");
  for (const one of graph.of("azurerm_cdn_frontdoor_endpoint", "azurerm_cdn_endpoint", "azurerm_frontdoor"))
    if (one.value("enabled") !== false) yield open("front-door", one, "", "takes requests from the Internet");
  for (const type of WEB)
    for (const one of graph.of(`azurerm_${type}`)) {
      const access = one.value("public_network_access_enabled") ?? one.value("public_network_access") ?? true;
      if (access === false || access === "Disabled") continue;
      yield open("public-service", one, "public_network_access_enabled", "answers the Internet", access === UNKNOWN);
    }
  for (const one of graph.of("azurerm_api_management"))
    if (one.value("virtual_network_type") !== "Internal" && one.value("public_network_access_enabled") !== false)
      yield open("public-service", one, "virtual_network_type", "answers the Internet");
}

/**
 * Every path over which the Internet reaches something of the environment. The VPN gateway is people's access and no
 * path; data stores with a public side are judged by their own controls.
 */
export function internetPaths(graph: PlanGraph): readonly InternetPath[] {
  return graph.once("internet paths", () => [
    ...appIngress(graph),
    ...gatewayPaths(graph),
    ...networkPaths(graph),
    ...servicePaths(graph),
  ]);
}
