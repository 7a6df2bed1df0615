import { type Entry, entry, part, plain } from "../../entry";

const BOTH = "traffic goes both ways, and is judged as a way in";
const CONNECTED = "what connects through it is judged by its connections";
const VPN = "a VPN of a virtual hub is not read";
const HUB = { none: "it passes traffic on" };
/** Routes, people and sites of a virtual hub: which way anything goes in it is not read. */
const hub = (more: Parameters<typeof entry>[0] = {}) =>
  entry({ publicSide: HUB, holds: HUB, localAuth: HUB, gives: HUB, ...more });

/** Virtual WAN and ExpressRoute. */
export const wan: Readonly<Record<string, Entry>> = {
  azurerm_express_route_connection: plain(BOTH, {
    waysIn: [{ kind: "site-connection", path: "express_route_circuit_peering_id", says: "connects another site" }],
  }),
  azurerm_express_route_gateway: plain(CONNECTED, {
    unreported: "what connects through it is not read",
    paid: true,
  }),
  azurerm_virtual_hub: hub({ paid: true }),
  azurerm_virtual_hub_connection: plain(BOTH, {
    waysIn: [{ kind: "peering", path: "remote_virtual_network_id", says: "connects another network" }],
  }),
  azurerm_virtual_hub_ip: part("azurerm_virtual_hub", {
    waysIn: [{ kind: "public-address", path: "public_ip_address_id", says: "has a public address" }],
  }),
  azurerm_vpn_gateway: hub({ hides: VPN, paid: true }),
  azurerm_vpn_gateway_connection: plain(BOTH, {
    waysIn: [{ kind: "site-connection", path: "remote_vpn_site_id", says: "connects another site" }],
  }),
  azurerm_express_route_circuit: plain(CONNECTED, { paid: true }),
  azurerm_express_route_circuit_authorization: part("azurerm_express_route_circuit", {
    gives: { what: "the use of the circuit" },
  }),
  azurerm_express_route_circuit_connection: part("azurerm_express_route_circuit", {
    waysIn: [{ kind: "site-connection", path: "peer_peering_id", says: "connects another site" }],
  }),
  azurerm_express_route_circuit_peering: part("azurerm_express_route_circuit"),
  azurerm_express_route_port: plain(CONNECTED, { paid: true }),
  azurerm_express_route_port_authorization: part("azurerm_express_route_port", {
    gives: { what: "the use of the port" },
  }),
  azurerm_point_to_site_vpn_gateway: hub({ hides: VPN, paid: true }),
  azurerm_route_map: hub(),
  azurerm_virtual_hub_bgp_connection: hub(),
  azurerm_virtual_hub_route_table: hub({ unreported: "routes of a virtual hub are not read" }),
  azurerm_virtual_hub_route_table_route: hub(),
  azurerm_virtual_hub_routing_intent: hub(),
  azurerm_virtual_hub_security_partner_provider: hub(),
  azurerm_virtual_wan: plain("its hubs and connections are judged by themselves"),
  azurerm_vpn_gateway_nat_rule: part("azurerm_vpn_gateway"),
  azurerm_vpn_server_configuration: hub(),
  azurerm_vpn_server_configuration_policy_group: part("azurerm_vpn_server_configuration"),
  azurerm_vpn_site: plain("it describes another site"),
};
