import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { gatewayPaths } from "./gateway";
import { type InternetPath, open } from "./internet-path";
import { perhapsOpen } from "./perhaps-open";
import { waysByType } from "./ways-in";

export type { InternetPath, PathKind } from "./internet-path";

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

/** Firewalls that forward what arrives at their address. */
function* forwarding(graph: PlanGraph): Generator<InternetPath> {
  const says = "forwards traffic inward";
  for (const one of graph.of("azurerm_firewall_policy_rule_collection_group")) {
    if (one.isUnknown("nat_rule_collection")) yield open("dnat", one, "nat_rule_collection", says, true);
    for (const collection of one.blocks("nat_rule_collection"))
      for (const rule of collection.blocks("rule")) yield open("dnat", rule, "translated_port", says);
  }
  for (const one of graph.of("azurerm_firewall_nat_rule_collection"))
    for (const rule of one.blocks("rule")) yield open("dnat", rule, "translated_port", says);
  for (const type of graph.types().filter((each) => each.startsWith("azurerm_palo_alto_next_generation_firewall_")))
    for (const one of graph.of(type))
      for (const rule of one.blocks("destination_nat")) yield open("dnat", rule, "frontend_config", says);
}

/** Cards, load balancers, machines and containers with an address of their own. */
function* addresses(graph: PlanGraph): Generator<InternetPath> {
  const says = "has a public address";
  for (const [type, block] of [
    ["azurerm_network_interface", "ip_configuration"],
    ["azurerm_lb", "frontend_ip_configuration"],
  ] as const)
    for (const one of graph.of(type))
      for (const place of one.blocks(block))
        for (const path of ["public_ip_address_id", "public_ip_prefix_id"])
          if (place.refs(path).length > 0) yield open("public-address", place, path, says);
  for (const [type, outer, inner] of [
    ["azurerm_linux_virtual_machine_scale_set", "network_interface", "public_ip_address"],
    ["azurerm_orchestrated_virtual_machine_scale_set", "network_interface", "public_ip_address"],
    ["azurerm_virtual_machine_scale_set", "network_profile", "public_ip_address_configuration"],
    ["azurerm_windows_virtual_machine_scale_set", "network_interface", "public_ip_address"],
  ] as const)
    for (const one of graph.of(type))
      for (const card of one.blocks(outer))
        for (const place of card.blocks("ip_configuration")) {
          const made = place.blocks(inner);
          if (made.length === 0) continue;
          const uncertain = made.every((one) => one.uncertain);
          yield open("public-address", place, inner, "gives every instance a public address", uncertain);
        }
  for (const one of graph.of("azurerm_container_group")) {
    const kind = one.value("ip_address_type") ?? "Public";
    if (kind !== "Private" && kind !== "None")
      yield open("public-address", one, "ip_address_type", says, kind === UNKNOWN);
  }
  for (const one of graph.of("azurerm_nginx_deployment"))
    for (const place of one.blocks("frontend_public")) yield open("public-address", place, "ip_address", says);
}

/**
 * Every path over which the Internet reaches something of the environment. The VPN gateway is people's access and no
 * path; services with a public side of their own, data stores among them, are judged by NET-02 and NET-04.
 */
export function internetPaths(graph: PlanGraph): readonly InternetPath[] {
  return graph.once("internet paths", () => {
    const known = [
      ...appIngress(graph),
      ...gatewayPaths(graph),
      ...forwarding(graph),
      ...addresses(graph),
      ...waysByType(graph),
    ];
    return [...known, ...[...perhapsOpen(graph)].filter((path) => !known.some((other) => covers(other, path)))];
  });
}

const placeOf = ({ part, path }: InternetPath) => `${part.resource.address} ${part.at(path)}`;

/** True for a path that says another one too: at the same place, or for a block of it that is not known either. */
function covers(path: InternetPath, other: InternetPath): boolean {
  const [place, above] = [placeOf(path), placeOf(other)];
  return place === above || (path.uncertain && place.startsWith(`${above}[`));
}
