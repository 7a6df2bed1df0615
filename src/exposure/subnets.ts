import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { egressOf, natGateways, routesOf } from "../reach/egress";
import { associated, target } from "../reach/network";
import { groupOf } from "./admitted";
import { outwardBy } from "./outward";
import { tenantsOf } from "./tenants";
import { inOrder, isNotKnown, NOT_KNOWN, sorted, textAt, textsAt } from "./values";

/** Where what leaves one subnet, or something outside of any, goes. */
export interface WayOut {
  readonly resource: string;
  /** Address ranges of the subnet. */
  readonly ranges: readonly string[];
  /** What stands in it. */
  readonly holds: readonly string[];
  /**
   * Where 0.0.0.0/0 goes. `quiet`: straight out, but what stands there sends nothing by itself; `platform`: Azure's
   * own subnet of a gateway or firewall, which must reach the Internet.
   */
  readonly kind: "firewall" | "open" | "quiet" | "dropped" | "platform" | "not known";
  readonly says: string;
  /** What goes elsewhere than 0.0.0.0/0 does, or is stopped on the way. */
  readonly besides: readonly string[];
}

/** How what leaves straight gets an address: a NAT gateway's, Azure's choice, or none. */
function straight(graph: PlanGraph, subnet: Resource): string {
  const gateways = natGateways(graph).get(subnet) ?? [];
  const nat = gateways
    .flatMap((one) => one.refs("nat_gateway_id"))
    .map((one) => (one.kind === "resource" ? one.resource.address : NOT_KNOWN));
  if (nat.length > 0) return `leaves through ${nat.join(", ")}`;
  if (subnet.value("default_outbound_access_enabled") === false) return "leaves from what has an address of its own";
  if (isNotKnown(subnet, "default_outbound_access_enabled"))
    return `leaves from an address, unless there is none, which is ${NOT_KNOWN}`;
  return "leaves from an address that Azure picks";
}

/** Routes that send something else than 0.0.0.0/0 out, and service endpoints, which go past every route. */
function bypasses(graph: PlanGraph, subnet: Resource): string[] {
  const found = textsAt(subnet, "service_endpoints").map((one) => `${one} directly, by service endpoint`);
  const table = target(associated(graph, subnet, "route_table"), "azurerm_route_table");
  if (!table) return found;
  if (table.isUnknown("route")) found.push(`routes of ${table.address} that are ${NOT_KNOWN}`);
  for (const route of routesOf(graph, table)) {
    const [prefix, hop] = [textAt(route, "address_prefix") ?? NOT_KNOWN, textAt(route, "next_hop_type") ?? NOT_KNOWN];
    if (prefix === "0.0.0.0/0" || hop === "VnetLocal" || hop === "None") continue;
    const next = textAt(route, "next_hop_in_ip_address");
    found.push(hop === "VirtualAppliance" ? `${prefix} to ${next ?? NOT_KNOWN}` : `${prefix} to ${hop}`);
  }
  return found;
}

function wayOutOf(graph: PlanGraph, subnet: Resource): WayOut {
  const { holds, own, addresses, endpointsOnly } = tenantsOf(graph, subnet);
  const { kind, says } = egressOf(graph, subnet);
  const group = groupOf(graph, subnet);
  const stopped =
    group === undefined
      ? []
      : typeof group === "string"
        ? [`a security group that is ${group}`]
        : outwardBy(graph, group);
  const row = { resource: subnet.address, ranges: textsAt(subnet, "address_prefixes"), holds };
  const besides = sorted([...bypasses(graph, subnet), ...stopped]);
  if (own !== undefined && kind === "open")
    return {
      ...row,
      kind: "platform",
      says: [`is for ${own}`, ...addresses.map((one) => `leaves from ${one}`)].join("; "),
      besides,
    };
  if (kind === "open" && endpointsOnly)
    return { ...row, kind: "quiet", says: `${says}; private endpoints send nothing by themselves`, besides };
  if (kind === "open") return { ...row, kind, says: `${says}; ${straight(graph, subnet)}`, besides };
  return { ...row, kind: kind === "unknown" ? "not known" : kind, says, besides };
}

/** Every subnet with where what leaves it goes, by address. */
export function subnets(graph: PlanGraph): WayOut[] {
  return inOrder(
    graph.of("azurerm_subnet").map((one) => wayOutOf(graph, one)),
    ({ resource }) => resource,
  );
}
