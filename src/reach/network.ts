import type { SubResource } from "../azure";
import { contains, parseCidr } from "../config/cidr";
import type { PlanGraph } from "../plan/graph";
import { append } from "../plan/multimap";
import { type Reference, UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";

/** The resource that an attribute names: by reference, or by its name within the same resource group. */
export function named(part: Part, type: string, attribute: string): Resource | undefined {
  const reference = part.refs(attribute)[0];
  if (reference?.kind === "resource") return reference.resource.type === type ? reference.resource : undefined;
  const name = part.text(attribute);
  const group = part.resource.text("resource_group_name");
  if (name === undefined) return undefined;
  if (group !== undefined) {
    const found = part.graph.ids.named(type, group, name);
    if (found) return found;
  }
  return undefined;
}

/** A resource that an id leads to, when it is of the type. */
export function target(reference: Reference | undefined, type: string): Resource | undefined {
  return reference?.kind === "resource" && reference.resource.type === type ? reference.resource : undefined;
}

/** The virtual network of a subnet. */
export function networkOf(subnet: Resource): Resource | undefined {
  return named(subnet, "azurerm_virtual_network", "virtual_network_name");
}

/** True for an address in a network of the environment; `undefined` where no network says which addresses it has. */
export function isInNetworks(graph: PlanGraph, address: string): boolean | undefined {
  const spaces = graph.of("azurerm_virtual_network").flatMap((one) => one.texts("address_space"));
  const ranges = spaces.map(parseCidr).filter((one) => one !== undefined);
  const wanted = parseCidr(address);
  if (ranges.length === 0 || !wanted) return undefined;
  return ranges.some((range) => contains(range, wanted));
}

/** The networks that the apps run in: those of the container environments' subnets. */
export function appNetworks(graph: PlanGraph): ReadonlySet<Resource> {
  return graph.once("app networks", () => {
    const networks = new Set<Resource>();
    for (const environment of graph.of("azurerm_container_app_environment")) {
      const subnet = target(environment.refs("infrastructure_subnet_id")[0], "azurerm_subnet");
      const network = subnet && networkOf(subnet);
      if (network) networks.add(network);
    }
    return networks;
  });
}

/** The private endpoints of a resource. */
export function privateEndpoints(graph: PlanGraph, resource: Resource): readonly Resource[] {
  const path = "private_service_connection.private_connection_resource_id";
  return graph.by("azurerm_private_endpoint", path).get(resource) ?? [];
}

/** The networks that a private zone is linked to, with what could not be resolved. */
function linkedNetworks(graph: PlanGraph, zone: Resource): { networks: Set<Resource>; open: boolean } {
  const index = graph.once("zone links", () => {
    const links = new Map<Resource, Resource[]>();
    for (const link of graph.of("azurerm_private_dns_zone_virtual_network_link")) {
      const zoneOfLink = named(link, "azurerm_private_dns_zone", "private_dns_zone_name");
      if (zoneOfLink) append(links, zoneOfLink, link);
    }
    return links;
  });
  const networks = new Set<Resource>();
  let open = false;
  for (const link of index.get(zone) ?? []) {
    const reference = link.ref("virtual_network_id");
    const network = target(reference, "azurerm_virtual_network");
    if (network) networks.add(network);
    else if (reference.kind === "unknown") open = true;
  }
  return { networks, open };
}

/** How a resource's private access stands. */
export interface PrivateAccess {
  readonly state: "private" | "broken" | "unknown";
  readonly says: string;
}

const broken = (says: string): PrivateAccess => ({ state: "broken", says });

/** The network that a private endpoint stands in. */
function networkOfEndpoint(endpoint: Resource): Resource | undefined {
  const subnet = target(endpoint.refs("subnet_id")[0], "azurerm_subnet");
  return subnet && networkOf(subnet);
}

/**
 * Follows private endpoint, zone group, zone and link to the network of the apps.
 *
 * @param from  the one network whose endpoints count @default any
 */
export function privateAccess(
  graph: PlanGraph,
  resource: Resource,
  { name: sub, zone: zoneName }: Pick<SubResource, "name" | "zone">,
  from?: Resource,
): PrivateAccess {
  const results = privateEndpoints(graph, resource).flatMap((one) => {
    const connection = one.blocks("private_service_connection")[0];
    const names = connection?.texts("subresource_names") ?? [];
    if (!names.includes(sub) || (from && networkOfEndpoint(one) !== from)) return [];
    return [throughEndpoint(graph, one, zoneName)];
  });
  const best = results.find((one) => one.state === "private") ?? results.find((one) => one.state === "unknown");
  if (best) return best;
  if (results[0]) return results[0];
  const open = graph.once("open endpoints", () =>
    graph.of("azurerm_private_endpoint").find((one) => {
      const [reference] = one.refs("private_service_connection.private_connection_resource_id");
      return reference?.kind === "unknown";
    }),
  );
  if (open) return { state: "unknown", says: `${open.address} may lead to it; its target is not known before apply.` };
  return broken(`has no private endpoint for ${sub}${from ? ` in ${from.address}` : ""}`);
}

function throughEndpoint(graph: PlanGraph, endpoint: Resource, zoneName: string): PrivateAccess {
  const manual = endpoint.value("private_service_connection.is_manual_connection");
  if (manual === true) return broken(`has ${endpoint.address}, which waits until somebody approves it`);
  if (manual === UNKNOWN)
    return { state: "unknown", says: `Whether ${endpoint.address} waits for approval is not known.` };
  const own = networkOfEndpoint(endpoint);
  const zones = endpoint.refs("private_dns_zone_group.private_dns_zone_ids");
  if (zones.length === 0) return broken(`has ${endpoint.address} without a DNS zone group`);
  const found = zones.flatMap((one) => target(one, "azurerm_private_dns_zone") ?? []);
  const right = found.find((one) => one.text("name") === zoneName);
  if (!right) {
    if (zones.some((one) => one.kind === "unknown"))
      return { state: "unknown", says: `The zone of ${endpoint.address} is not known before apply.` };
    const names = found.map((one) => one.text("name") ?? one.address).join(", ") || "zones outside the environment";
    return broken(`has ${endpoint.address} in ${names} instead of ${zoneName}`);
  }
  const { networks, open } = linkedNetworks(graph, right);
  const apps = appNetworks(graph);
  // Each region's apps have endpoints of their own; one that stands elsewhere is for all of them.
  const wanted = own && apps.has(own) ? [own] : apps.size > 0 ? [...apps] : own ? [own] : [];
  if (wanted.length === 0) return { state: "unknown", says: `The network of ${endpoint.address} is not known.` };
  if (wanted.every((one) => networks.has(one)))
    return { state: "private", says: `is reached through ${endpoint.address}` };
  if (open) return { state: "unknown", says: `A link of ${right.address} is not known before apply.` };
  const missing = wanted.filter((one) => !networks.has(one)).map((one) => one.address);
  return broken(`resolves through ${right.address}, which is not linked to ${missing.join(", ")}`);
}

/** The route table or security group that is associated with a subnet. */
export function associated(
  graph: PlanGraph,
  subnet: Resource,
  kind: "route_table" | "network_security_group",
): Reference | undefined {
  const type = `azurerm_subnet_${kind}_association`;
  const association = graph.by(type, "subnet_id").get(subnet)?.[0];
  return association?.refs(`${kind}_id`)[0];
}
