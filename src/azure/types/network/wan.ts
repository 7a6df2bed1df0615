import { type Entry, entry, unread } from "../../entry";

export const wan: Readonly<Record<string, Entry>> = {
  azurerm_express_route_connection: entry({
    waysIn: [{ kind: "site-connection", path: "express_route_circuit_peering_id", says: "connects another site" }],
  }),
  azurerm_express_route_gateway: entry({ paid: true }),
  azurerm_virtual_hub: entry({ paid: true }),
  azurerm_virtual_hub_connection: entry({
    waysIn: [{ kind: "peering", path: "remote_virtual_network_id", says: "connects another network" }],
  }),
  azurerm_virtual_hub_ip: entry({
    waysIn: [{ kind: "public-address", path: "public_ip_address_id", says: "has a public address" }],
  }),
  azurerm_vpn_gateway: entry({ paid: true }),
  azurerm_vpn_gateway_connection: entry({
    waysIn: [{ kind: "site-connection", path: "remote_vpn_site_id", says: "connects another site" }],
  }),
  ...unread(
    "azurerm_express_route_circuit",
    "azurerm_express_route_circuit_authorization",
    "azurerm_express_route_circuit_connection",
    "azurerm_express_route_circuit_peering",
    "azurerm_express_route_port",
    "azurerm_express_route_port_authorization",
    "azurerm_point_to_site_vpn_gateway",
    "azurerm_route_map",
    "azurerm_virtual_hub_bgp_connection",
    "azurerm_virtual_hub_route_table",
    "azurerm_virtual_hub_route_table_route",
    "azurerm_virtual_hub_routing_intent",
    "azurerm_virtual_hub_security_partner_provider",
    "azurerm_virtual_wan",
    "azurerm_vpn_gateway_nat_rule",
    "azurerm_vpn_server_configuration",
    "azurerm_vpn_server_configuration_policy_group",
    "azurerm_vpn_site",
  ),
};
