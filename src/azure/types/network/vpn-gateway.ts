import { type Entry, part, plain } from "../../entry";

/** Gateways for VPN and for circuits. */
export const vpnGateway: Readonly<Record<string, Entry>> = {
  azurerm_virtual_network_gateway: plain("people's access is judged by NET-09, other sites by their connections", {
    noun: "VPN gateway",
    renamed: { enable_bgp: { to: "bgp_enabled" } },
    arm: { segment: "Microsoft.Network/virtualNetworkGateways" },
    zones: { path: "sku", spans: { endsWith: "AZ" }, want: "a size that ends in AZ, for example VpnGw1AZ" },
    diagnosed: true,
    inSubnets: [
      { path: "ip_configuration.subnet_id", own: "the VPN gateway", address: "ip_configuration.public_ip_address_id" },
    ],
    publicAddresses: ["ip_configuration.public_ip_address_id"],
    minutes: {
      usual: 45,
      what: "VPN gateway",
      safe: 45,
      source: "https://learn.microsoft.com/azure/vpn-gateway/tutorial-create-gateway-portal",
    },
  }),
  azurerm_virtual_network_gateway_connection: plain("traffic goes both ways, and is judged as a way in", {
    waysIn: [{ kind: "site-connection", path: "type", says: "connects another site" }],
  }),
  azurerm_local_network_gateway: plain("it describes another site"),
  azurerm_virtual_network_gateway_nat_rule: part("azurerm_virtual_network_gateway"),
};
