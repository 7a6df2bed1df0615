import { type Entry, entry, part, parts, plain } from "../../entry";

const MANAGER = "azurerm_network_manager";
const RULE = { none: "it is a rule of networks" };
/** Rules that go before those of security groups and route tables; what they come to is not read. */
const overrides = () => entry({ publicSide: RULE, holds: RULE, localAuth: RULE, gives: RULE });

/** Rules and connections that a network manager lays over networks. */
export const networkManager: Readonly<Record<string, Entry>> = {
  azurerm_network_manager_connectivity_configuration: part(MANAGER, {
    waysIn: [{ kind: "peering", path: "connectivity_topology", says: "connects another network" }],
  }),
  azurerm_network_manager: plain("its configurations are judged by themselves"),
  azurerm_network_manager_admin_rule: overrides(),
  azurerm_network_manager_admin_rule_collection: part("azurerm_network_manager_security_admin_configuration"),
  ...parts(
    MANAGER,
    "azurerm_network_manager_deployment",
    "azurerm_network_manager_ipam_pool",
    "azurerm_network_manager_ipam_pool_static_cidr",
    "azurerm_network_manager_management_group_connection",
    "azurerm_network_manager_network_group",
    "azurerm_network_manager_routing_configuration",
    "azurerm_network_manager_routing_rule_collection",
    "azurerm_network_manager_scope_connection",
    "azurerm_network_manager_security_admin_configuration",
    "azurerm_network_manager_static_member",
    "azurerm_network_manager_subscription_connection",
    "azurerm_network_manager_verifier_workspace",
    "azurerm_network_manager_verifier_workspace_reachability_analysis_intent",
  ),
  azurerm_network_manager_routing_rule: overrides(),
};
