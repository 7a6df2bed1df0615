import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { environmentIsPublic } from "../reach/exposure";
import { isNotKnown, NOT_KNOWN } from "./values";

/** An address that no plan shows, because Azure makes it for a resource of the plan. */
export interface PlatformAddress {
  readonly resource: string;
  readonly why: string;
}

function ofApps(environment: Resource): string {
  const state = environmentIsPublic(environment);
  if (state === UNKNOWN) return `callers reach its apps here, unless it is internal, which is ${NOT_KNOWN}`;
  if (state) return "callers reach its apps here, and what leaves comes from here";
  return "what leaves comes from here where no route sends it elsewhere; nothing answers";
}

function* found(graph: PlanGraph): Generator<readonly [Resource, string]> {
  for (const one of graph.of("azurerm_container_app_environment")) yield [one, ofApps(one)];
  for (const one of graph.of("azurerm_container_group")) {
    const type = one.value("ip_address_type") ?? "Public";
    if (type === "Public") yield [one, "callers reach its containers here"];
    else if (isNotKnown(one, "ip_address_type"))
      yield [one, `callers may reach its containers here: that is ${NOT_KNOWN}`];
  }
  for (const type of ["azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"])
    for (const one of graph.of(type))
      for (const configuration of one.blocks("network_interface").flatMap((nic) => nic.blocks("ip_configuration")))
        if (configuration.blocks("public_ip_address").length > 0) yield [one, "each of its machines is reached at one"];
  for (const one of graph.of("azurerm_kubernetes_cluster")) {
    const outbound = one.text("network_profile.outbound_type") ?? "loadBalancer";
    if (outbound === "loadBalancer" || outbound === "managedNATGateway")
      yield [one, "what leaves the cluster comes from here"];
    if (one.value("default_node_pool.node_public_ip_enabled") === true)
      yield [one, "each of its nodes is reached at one"];
  }
  for (const one of graph.of("azurerm_api_management"))
    if (one.refs("public_ip_address_id").length === 0)
      yield [one, "callers reach the API gateway here, where it answers the Internet"];
}

/** The addresses that Azure makes beside the plan, with why. */
export function platformMade(graph: PlanGraph): PlatformAddress[] {
  return [...found(graph)].map(([resource, why]) => ({ resource: resource.address, why }));
}
