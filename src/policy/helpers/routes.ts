import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { routesOf } from "../../reach/egress";
import { associated, target } from "../../reach/network";

const EVERYWHERE = "0.0.0.0/0";

/** The routes of the table that is associated with a subnet, when it is one of the environment's. */
function routesFrom(subnet: Resource): readonly Part[] {
  const table = target(associated(subnet.graph, subnet, "route_table"), "azurerm_route_table");
  return table ? routesOf(subnet.graph, table) : [];
}

/** The next hop as written, so that two routes can be compared before the address is known. */
function hop(route: Part): string {
  const read = route.read("next_hop_in_ip_address");
  return read.state === "known" ? String(read.value) : read.state === "unknown" ? read.text : "";
}

/**
 * Routes of a workload subnet that go around the firewall although its default route leads there: Azure takes the
 * longest prefix first. What goes nowhere, stays in the network or takes the default route's hop goes around nothing.
 */
export function bypasses(subnet: Resource): readonly Part[] {
  const routes = routesFrom(subnet);
  const main = routes.find((one) => one.text("address_prefix") === EVERYWHERE);
  return routes.filter((one) => {
    if (one === main) return false;
    const type = one.text("next_hop_type");
    return type === "Internet" || (type === "VirtualAppliance" && main !== undefined && hop(one) !== hop(main));
  });
}

/** What is not known of a subnet's routes: how many its table has, or what one of them is for. */
export function unknownRoute(subnet: Resource): Part | undefined {
  const table = target(associated(subnet.graph, subnet, "route_table"), "azurerm_route_table");
  if (table?.isUnknown("route")) return table;
  const decides = ["address_prefix", "next_hop_type"];
  return routesFrom(subnet).find((one) => decides.some((path) => one.value(path) === UNKNOWN));
}

/**
 * A route that keeps a subnet from the Internet; a gateway's own subnet works no more then.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#supported-user-defined-routes
 */
export function strandingRoute(subnet: Resource): Part | undefined {
  return routesFrom(subnet).find((one) => {
    const type = one.text("next_hop_type");
    return one.text("address_prefix") === EVERYWHERE && type !== undefined && type !== "Internet";
  });
}
