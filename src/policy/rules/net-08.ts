import { judgeAllowList } from "../facts/allow-list";
import { egressOf } from "../graph/egress";
import type { PlanGraph } from "../graph/graph";
import type { Resource } from "../graph/resource";
import { rule } from "../rule";

const COLLECTIONS = [
  "azurerm_firewall_application_rule_collection",
  "azurerm_firewall_network_rule_collection",
  "azurerm_firewall_policy_rule_collection_group",
];
const PLATFORM_SUBNETS = new Set(["AzureFirewallManagementSubnet", "AzureFirewallSubnet", "GatewaySubnet"]);

function ofGateway(graph: PlanGraph, subnet: Resource): boolean {
  const gateway = graph.by("azurerm_application_gateway", "gateway_ip_configuration.subnet_id").has(subnet);
  return (
    gateway || graph.by("azurerm_private_dns_resolver_inbound_endpoint", "ip_configurations.subnet_id").has(subnet)
  );
}

export const net08 = rule({
  control: "NET-08",
  title: "What leaves goes through the firewall, and only to named places",
  why: "An app that is broken into calls home; an allow-list is what stops it.",
  fix: "Route 0.0.0.0/0 of the subnet to the firewall, and allow names one by one with owner and reason.",
  severity: "high",
  since: "pre-production",
  types: ["azurerm_subnet", ...COLLECTIONS],
  needs: ["plan"],
  check(context) {
    for (const subnet of context.resources("azurerm_subnet")) {
      const name = subnet.text("name") ?? "";
      if (PLATFORM_SUBNETS.has(name) || ofGateway(context.graph, subnet)) {
        context.skip(subnet, "route_table", "It belongs to the gateway, the VPN, the resolver or the firewall.");
        continue;
      }
      const { kind, says } = egressOf(context.graph, subnet);
      if (kind === "firewall" || kind === "dropped") context.pass(subnet, "route_table", `It ${says}.`);
      else if (kind === "unknown") context.unknown(subnet, "route_table", `It ${says}.`);
      else context.fail(subnet, "route_table", `It ${says}.`);
    }
    for (const one of context.resources(...COLLECTIONS)) judgeAllowList(context, one);
  },
});
