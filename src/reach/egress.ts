import { formatAddress, parseCidr } from "../config/cidr";
import type { PlanGraph } from "../plan/graph";
import { append } from "../plan/multimap";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { associated, named, target } from "./network";

/** Azure keeps the first four addresses of a subnet; a firewall gets the next one. */
const RESERVED = 4;

/** Where a subnet's traffic to the Internet goes. */
export interface Egress {
  readonly kind: "firewall" | "open" | "dropped" | "unknown";
  readonly says: string;
}

/** All routes of a table, inline or on their own. */
export function routesOf(graph: PlanGraph, table: Resource): readonly Part[] {
  const separate = graph.once("separate routes", () => {
    const index = new Map<Resource, Part[]>();
    for (const one of graph.of("azurerm_route")) {
      const owner = named(one, "azurerm_route_table", "route_table_name");
      if (owner) append(index, owner, one);
    }
    return index;
  });
  return [...table.blocks("route"), ...(separate.get(table) ?? [])];
}

/** True when a next hop is the private address of a firewall of the environment. */
function isFirewall(graph: PlanGraph, route: Part): boolean | typeof UNKNOWN {
  const reference = route.refs("next_hop_in_ip_address")[0];
  if (reference?.kind === "resource") return reference.resource.type === "azurerm_firewall";
  const address = route.value("next_hop_in_ip_address");
  if (address === UNKNOWN || reference?.kind === "external") return UNKNOWN;
  const places = graph.of("azurerm_firewall").flatMap((one) => one.blocks("ip_configuration"));
  return places.some((one) => address !== undefined && addressesOf(one).includes(String(address)));
}

/** The address of a firewall: as Azure says it, or the first that Azure gives out in the firewall's subnet. */
function addressesOf(place: Part): string[] {
  const subnet = target(place.refs("subnet_id")[0], "azurerm_subnet");
  const prefix = parseCidr(subnet?.texts("address_prefixes")[0] ?? "");
  return [place.text("private_ip_address"), prefix && formatAddress(prefix.first + RESERVED)].filter(
    (one) => one !== undefined,
  );
}

/** Where a subnet sends `0.0.0.0/0`. Without a route table it goes straight out. */
export function egressOf(graph: PlanGraph, subnet: Resource): Egress {
  const table = associated(graph, subnet, "route_table");
  if (!table) return { kind: "open", says: "has no route table" };
  if (table.kind !== "resource") return { kind: "unknown", says: "has a route table that is not known" };
  const route = routesOf(graph, table.resource).find((one) => one.text("address_prefix") === "0.0.0.0/0");
  if (!route && table.resource.isUnknown("route"))
    return { kind: "unknown", says: `has ${table.resource.address}, whose routes are not known` };
  if (!route) return { kind: "open", says: `has ${table.resource.address} without a route for 0.0.0.0/0` };
  if (route.uncertain) return { kind: "unknown", says: "may have a route for 0.0.0.0/0" };
  const hop = route.text("next_hop_type");
  if (hop === "None") return { kind: "dropped", says: "drops what leaves" };
  if (hop !== "VirtualAppliance") return { kind: "open", says: `sends 0.0.0.0/0 to ${hop ?? "nothing"}` };
  const firewall = isFirewall(graph, route);
  if (firewall === UNKNOWN) return { kind: "unknown", says: "sends 0.0.0.0/0 to an address that is not known" };
  if (firewall) return { kind: "firewall", says: "sends 0.0.0.0/0 to the firewall" };
  return { kind: "open", says: "sends 0.0.0.0/0 to an address that is not the firewall's" };
}

/** The environment's own other ways out: NAT gateways by subnet. */
export function natGateways(graph: PlanGraph): ReadonlyMap<Resource, readonly Resource[]> {
  return graph.by("azurerm_subnet_nat_gateway_association", "subnet_id");
}
