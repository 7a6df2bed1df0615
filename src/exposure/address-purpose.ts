import type { Part } from "../plan/resource";

/** True when a firewall of the plan forwards anything inward. */
function forwards(part: Part): boolean {
  const groups = part.graph.of("azurerm_firewall_policy_rule_collection_group");
  const old = part.graph.of("azurerm_firewall_nat_rule_collection");
  return old.length > 0 || groups.some((one) => one.blocks("nat_rule_collection").length > 0);
}

const WHY: Readonly<Record<string, string>> = {
  azurerm_api_management: "callers reach the API gateway here",
  azurerm_application_gateway: "callers reach the gateway here",
  azurerm_bastion_host: "people reach machines over it",
  azurerm_kubernetes_cluster: "what leaves the cluster comes from here",
  azurerm_kubernetes_cluster_node_pool: "nodes are reached here",
  azurerm_lb: "callers reach the load balancer here",
  azurerm_nat_gateway_public_ip_association: "what leaves through the NAT gateway comes from here; nothing answers",
  azurerm_nat_gateway_public_ip_prefix_association:
    "what leaves through the NAT gateway comes from here; nothing answers",
  azurerm_network_interface: "the machine behind it is reached here",
  azurerm_public_ip: "an address is taken from it",
  azurerm_route_server: "Azure manages the route server over it",
};

/** Why something holds a public address, in words. */
export function purposeOf(part: Part): string {
  const { type } = part.resource;
  if (type === "azurerm_firewall" && part.path.startsWith("management_ip_configuration"))
    return "Azure manages the firewall over it; no traffic of the environment passes";
  if (type === "azurerm_firewall")
    return forwards(part)
      ? "what leaves through the firewall comes from here, and what it forwards inward arrives here"
      : "what leaves through the firewall comes from here; nothing answers";
  if (type === "azurerm_virtual_network_gateway")
    return part.resource.blocks("vpn_client_configuration").length > 0
      ? "the VPN of people ends here"
      : "connections of other sites end here";
  return WHY[type] ?? `held by a resource of type ${type}, whose use of it is not described here`;
}
