import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import type { InternetPath, PathKind } from "./internet-path";

/** Blocks that open a way in, of which a plan may not know yet how many there are. */
const OPENING: readonly [type: string, block: string, kind: PathKind][] = [
  ["azurerm_application_gateway", "http_listener", "gateway-listener"],
  ["azurerm_firewall_nat_rule_collection", "rule", "dnat"],
  ["azurerm_firewall_policy_rule_collection_group", "nat_rule_collection", "dnat"],
  ["azurerm_lb", "frontend_ip_configuration", "public-address"],
  ["azurerm_network_interface", "ip_configuration", "public-address"],
  ["azurerm_storage_account", "static_website", "static-website"],
];

/** Azure fills in what nobody wrote: then a plan that does not know it yet says nothing. */
function isComputed(part: Part, block: string): boolean {
  return block === "static_website" && part.resource.stack.basis === "plan" && !part.wasWritten(block);
}

/** Ways that may be open: what decides is not known before apply. */
export function* perhapsOpen(graph: PlanGraph): Generator<InternetPath> {
  for (const [type, block, kind] of OPENING)
    for (const part of graph.of(type))
      if (part.isUnknown(block) && !isComputed(part, block))
        yield { kind, part, path: block, uncertain: true, says: `may have a ${block} that opens a way in` };
  for (const gateway of graph.of("azurerm_application_gateway"))
    for (const part of uncertainListeners(gateway))
      yield {
        kind: "gateway-listener",
        part,
        path: "frontend_ip_configuration_name",
        uncertain: true,
        says: "may take requests from the Internet",
      };
}

/** Listeners of which it is not known whether the Internet reaches them. */
function uncertainListeners(gateway: Resource): Part[] {
  if (!gateway.isUnknown("frontend_ip_configuration")) return [];
  const frontends = new Set(gateway.blocks("frontend_ip_configuration").map((one) => one.text("name")));
  return gateway.blocks("http_listener").filter((one) => !frontends.has(one.text("frontend_ip_configuration_name")));
}
