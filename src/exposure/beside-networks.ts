import { typesThatRun } from "../azure";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import type { WayOut } from "./subnets";
import { inOrder, NOT_KNOWN, named } from "./values";

function unbound(resource: Resource, says: string): WayOut {
  return { resource: resource.address, ranges: [], holds: [], kind: "open", says, besides: [] };
}

function* found(graph: PlanGraph): Generator<WayOut> {
  for (const one of graph.of("azurerm_container_app_environment")) {
    const [reference] = one.refs("infrastructure_subnet_id");
    if (!reference) yield unbound(one, "has no network of its own; leaves from addresses that Azure picks");
    else if (reference.kind !== "resource") {
      const says = `stands in a subnet that the plan does not show: ${named(reference)}`;
      yield { ...unbound(one, says), kind: "not known" };
    }
  }
  for (const one of graph.of(...typesThatRun("site"))) {
    if (one.refs("virtual_network_subnet_id").length === 0)
      yield unbound(one, "has no network of its own; leaves from addresses that Azure picks");
    else if (one.value("site_config.vnet_route_all_enabled") !== true)
      yield unbound(one, "sends only what goes to private addresses through its subnet; the rest leaves by itself");
  }
  for (const one of graph.of("azurerm_container_group"))
    if (one.refs("subnet_ids").length === 0)
      yield unbound(one, "has no network of its own; leaves from addresses that Azure picks");
  for (const one of graph.of("azurerm_kubernetes_cluster"))
    if (one.refs("default_node_pool.vnet_subnet_id").length === 0)
      yield unbound(one, "stands in a network that Azure makes; leaves from addresses that Azure picks");
}

/** What leaves from outside of any network of the plan. */
export function besideNetworks(graph: PlanGraph): WayOut[] {
  return inOrder(found(graph), ({ resource }) => resource);
}

/** A lasting connection to something outside of the environment, over which traffic goes both ways. */
export interface Connection {
  readonly resource: string;
  readonly to: readonly string[];
  readonly says: string;
}

const BOTH_WAYS: readonly [type: string, attributes: readonly string[], says: string][] = [
  ["azurerm_virtual_hub_connection", ["remote_virtual_network_id"], "joins two networks"],
  [
    "azurerm_virtual_network_gateway_connection",
    ["local_network_gateway_id", "express_route_circuit_id", "peer_virtual_network_gateway_id"],
    "joins another site",
  ],
  ["azurerm_virtual_network_peering", ["remote_virtual_network_id"], "joins two networks"],
];

/** Peerings, connections of sites, and private endpoints that lead out of the environment. */
export function connections(graph: PlanGraph): Connection[] {
  const joined = BOTH_WAYS.flatMap(([type, attributes, says]) =>
    graph.of(type).map((one) => {
      const to = attributes.flatMap((attribute) => one.refs(attribute).map(named));
      return { resource: one.address, to: to.length > 0 ? to : [NOT_KNOWN], says };
    }),
  );
  const endpoints = graph.of("azurerm_private_endpoint").flatMap((one) => {
    const alias = one.refs("private_service_connection.private_connection_resource_alias");
    const targets = [...one.refs("private_service_connection.private_connection_resource_id"), ...alias];
    const outside = targets.filter((reference) => reference.kind !== "resource");
    return outside.length > 0
      ? [{ resource: one.address, to: outside.map(named), says: "leads to something that the plan does not show" }]
      : [];
  });
  return inOrder([...joined, ...endpoints], ({ resource }) => resource);
}
