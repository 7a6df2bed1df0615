import { typesWith } from "../azure";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { count } from "../report/sentence";
import { sorted, targetsAt } from "./values";

const KINDS = typesWith("inSubnets").flatMap(([type, places]) => places.map((place) => ({ type, ...place })));

/** What stands in a subnet. */
export interface Tenants {
  /** Addresses; private endpoints are counted. */
  readonly holds: readonly string[];
  /** What the subnet is for, when only Azure's own stands there. */
  readonly own?: string;
  /** Public addresses of what is Azure's own. */
  readonly addresses: readonly string[];
  readonly endpointsOnly: boolean;
}

/** What stands in a subnet, as far as the plan shows. */
export function tenantsOf(graph: PlanGraph, subnet: Resource): Tenants {
  const found = KINDS.flatMap((kind) =>
    (graph.by(kind.type, kind.path).get(subnet) ?? []).map((resource) => ({ resource, kind })),
  );
  const endpoints = found.filter(({ kind }) => kind.type === "azurerm_private_endpoint");
  const others = found.filter((one) => !endpoints.includes(one));
  const own = others.every(({ kind }) => kind.own !== undefined) ? others[0]?.kind.own : undefined;
  return {
    holds: [
      ...sorted(others.map(({ resource }) => resource.address)),
      ...(endpoints.length > 0 ? [count(endpoints.length, "private endpoint")] : []),
    ],
    addresses: sorted(others.flatMap(({ resource, kind }) => (kind.address ? targetsAt(resource, kind.address) : []))),
    endpointsOnly: others.length === 0 && endpoints.length > 0,
    ...(own !== undefined && { own }),
  };
}
