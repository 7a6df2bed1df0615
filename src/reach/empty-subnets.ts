import type { PlanGraph } from "../plan/graph";
import { isObject } from "../plan/json";
import type { Part, Resource } from "../plan/resource";

/** Types that say something of a subnet without standing in it. */
const ABOUT_SUBNETS = new Set([
  "azurerm_subnet",
  "azurerm_subnet_network_security_group_association",
  "azurerm_subnet_route_table_association",
]);

/** Subnets in which nothing of the plan stands; none where something stands in a subnet that is not known. */
export function emptySubnets(graph: PlanGraph): ReadonlySet<Resource> {
  return graph.once("empty subnets", () => {
    const used = new Set<Resource>();
    for (const one of graph.resources)
      if (!ABOUT_SUBNETS.has(one.type) && !addUsed(one, used)) return new Set<Resource>();
    return new Set(graph.of("azurerm_subnet").filter((one) => !used.has(one)));
  });
}

/** Adds the subnets that a part names; false where one of them is not known, or a variable decides. */
function addUsed(part: Part, used: Set<Resource>): boolean {
  return Object.entries(part.attributes).every(([name, value]) => {
    if (/subnet/i.test(name))
      return part.refs(name).every((reference) => {
        if (reference.kind === "resource") used.add(reference.resource);
        return reference.kind !== "unknown" && reference.kind !== "external";
      });
    if (isObject(value) || (Array.isArray(value) && value.some(isObject)))
      return part.blocks(name).every((block) => addUsed(block, used));
    return true;
  });
}
