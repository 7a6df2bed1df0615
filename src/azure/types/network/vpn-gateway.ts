import { type Entry, entry, unread } from "../../entry";

export const vpnGateway: Readonly<Record<string, Entry>> = {
  azurerm_virtual_network_gateway: entry({
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
  azurerm_virtual_network_gateway_connection: entry({
    waysIn: [{ kind: "site-connection", path: "type", says: "connects another site" }],
  }),
  ...unread("azurerm_local_network_gateway", "azurerm_virtual_network_gateway_nat_rule"),
};
