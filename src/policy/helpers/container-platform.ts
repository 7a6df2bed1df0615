import type { PlanGraph } from "../../plan/graph";
import type { Resource } from "../../plan/resource";
import { networkOf, target } from "../../reach/network";
import { groupOf } from "./names";

/**
 * Where Azure makes and deletes parts of container environments by itself: the environments, their groups, their subnets,
 * and the networks and groups of these. A lock there stops it.
 *
 * @see https://github.com/microsoft/azure-container-apps/wiki
 */
export function platformPlaces(graph: PlanGraph): ReadonlySet<Resource> {
  return graph.once("places of container environments", () => {
    const found = new Set<Resource>();
    for (const one of graph.of("azurerm_container_app_environment")) {
      const subnet = target(one.refs("infrastructure_subnet_id")[0], "azurerm_subnet");
      for (const place of [one, groupOf(one), subnet, subnet && networkOf(subnet), subnet && groupOf(subnet)])
        if (place) found.add(place);
    }
    return found;
  });
}
