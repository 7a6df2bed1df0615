import type { PlanGraph } from "../../../plan/graph";
import type { Resource } from "../../../plan/resource";
import { networkOf, privateEndpoints, target } from "../../../reach/network";
import type { Says } from "../../claim";
import type { Subject } from "../../subject";
import { type Need, needs } from "./needs";
import { networkRules } from "./network-rules";

/** What Azure wants to be created, and so deleted, in a certain order or form, although no id says so. */
export function platformRules(subject: Subject, say: Says): void {
  containerEnvironments(subject, say);
  databases(subject, say);
  networkRules(subject, say);
  edges(subject, say);
}

/** One dedicated, delegated subnet; private endpoints only while the public side is off. */
function containerEnvironments(subject: Subject, say: Says): void {
  const { graph } = subject;
  const owner = new Map<Resource, Resource>();
  for (const one of graph.of("azurerm_container_app_environment")) {
    const subnet = target(one.refs("infrastructure_subnet_id")[0], "azurerm_subnet");
    if (subnet) {
      const delegated = subnet.blocks("delegation").flatMap((part) => part.blocks("service_delegation"));
      if (
        one.blocks("workload_profile").length > 0 &&
        !delegated.some((part) => part.text("name") === "Microsoft.App/environments")
      )
        say.against(
          subnet.address,
          "It holds a container environment and is not delegated to Microsoft.App/environments.",
          "T17",
        );
      if (owner.has(subnet))
        say.against(one.address, `It shares its subnet with ${owner.get(subnet)?.address}.`, "T17");
      owner.set(subnet, one);
      for (const endpoint of graph.by("azurerm_private_endpoint", "subnet_id").get(subnet) ?? [])
        say.against(endpoint.address, "It is in the subnet of a container environment, which must be its own.", "T17");
    }
    if (privateEndpoints(graph, one).length > 0 && one.text("public_network_access") !== "Disabled")
      say.against(one.address, "It has a private endpoint while its public side is on, which Azure refuses.", "T20");
  }
}

/** A server inside a network needs its DNS zone linked first, and the link outlives it. */
function databases(subject: Subject, say: Says): void {
  for (const server of subject.graph.of("azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server")) {
    const subnet = target(server.refs("delegated_subnet_id")[0], "azurerm_subnet");
    const zone = target(server.refs("private_dns_zone_id")[0], "azurerm_private_dns_zone");
    if (!subnet || !zone) continue;
    for (const link of linksOf(subject.graph, zone, subnet)) {
      needs(subject, server, link, { why: "it resolves its own name through the link", trap: "T25" }, say);
      needs(subject, link, subnet, { why: "the link goes before the subnet", trap: "T25" }, say);
    }
  }
}

function linksOf(graph: PlanGraph, zone: Resource, subnet: Resource): Resource[] {
  const network = networkOf(subnet);
  return graph
    .of("azurerm_private_dns_zone_virtual_network_link")
    .filter(
      (link) =>
        link.text("private_dns_zone_name") === zone.text("name") &&
        target(link.refs("virtual_network_id")[0], "azurerm_virtual_network") === network,
    );
}

const POINTED_AT: Need = { why: "Azure keeps a domain whose record still points at it", trap: "T22" };

/** What Front Door publishes goes before what publishes it. */
function edges(subject: Subject, say: Says): void {
  const { graph } = subject;
  for (const origin of graph.of("azurerm_cdn_frontdoor_origin"))
    if (origin.blocks("private_link").length > 0)
      say.evidence(`${origin.address}: its private link is approved by hand after every apply (T21)`);
  const associations = graph.of("azurerm_cdn_frontdoor_custom_domain_association");
  for (const record of graph.of("azurerm_dns_cname_record"))
    for (const association of associations)
      if (/azurerm_cdn_frontdoor_endpoint|azurefd\.net/.test(JSON.stringify(record.attributes["record"] ?? "")))
        needs(subject, record, association, POINTED_AT, say);
}
