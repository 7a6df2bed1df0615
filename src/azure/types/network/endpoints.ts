import { type Entry, entry, unread } from "../../entry";

export const endpoints: Readonly<Record<string, Entry>> = {
  azurerm_bastion_host: entry({
    arm: { segment: "Microsoft.Network/bastionHosts" },
    waysIn: [{ kind: "bastion", path: "", says: "is a way in for people" }],
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
    inSubnets: [
      { path: "ip_configuration.subnet_id", own: "the bastion", address: "ip_configuration.public_ip_address_id" },
    ],
    publicAddresses: ["ip_configuration.public_ip_address_id"],
    minutes: { safe: 15 },
    paid: true,
  }),
  azurerm_nat_gateway: entry({ arm: { segment: "Microsoft.Network/natGateways" } }),
  azurerm_nat_gateway_public_ip_association: entry({ publicAddresses: ["public_ip_address_id"] }),
  azurerm_nat_gateway_public_ip_prefix_association: entry({ publicAddresses: ["public_ip_prefix_id"] }),
  azurerm_private_endpoint: entry({
    arm: { segment: "Microsoft.Network/privateEndpoints" },
    inSubnets: [{ path: "subnet_id" }],
    minutes: { usual: 2, what: "private endpoint" },
  }),
  azurerm_private_link_service: entry({
    arm: { segment: "Microsoft.Network/privateLinkServices" },
    waysIn: [{ kind: "private-link-service", path: "", says: "lets other subscriptions connect" }],
  }),
  azurerm_public_ip: entry({
    arm: { segment: "Microsoft.Network/publicIPAddresses" },
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
  }),
  azurerm_route_server: entry({ publicAddresses: ["public_ip_address_id"] }),
  ...unread(
    "azurerm_custom_ip_prefix",
    "azurerm_private_endpoint_application_security_group_association",
    "azurerm_public_ip_prefix",
    "azurerm_route_server_bgp_connection",
  ),
};
