import { type Entry, entry, unread } from "../../entry";

export const networkManager: Readonly<Record<string, Entry>> = {
  azurerm_network_manager_connectivity_configuration: entry({
    waysIn: [{ kind: "peering", path: "connectivity_topology", says: "connects another network" }],
  }),
  ...unread(
    "azurerm_network_manager",
    "azurerm_network_manager_admin_rule",
    "azurerm_network_manager_admin_rule_collection",
    "azurerm_network_manager_deployment",
    "azurerm_network_manager_ipam_pool",
    "azurerm_network_manager_ipam_pool_static_cidr",
    "azurerm_network_manager_management_group_connection",
    "azurerm_network_manager_network_group",
    "azurerm_network_manager_routing_configuration",
    "azurerm_network_manager_routing_rule",
    "azurerm_network_manager_routing_rule_collection",
    "azurerm_network_manager_scope_connection",
    "azurerm_network_manager_security_admin_configuration",
    "azurerm_network_manager_static_member",
    "azurerm_network_manager_subscription_connection",
    "azurerm_network_manager_verifier_workspace",
    "azurerm_network_manager_verifier_workspace_reachability_analysis_intent",
  ),
};
