import { type Entry, entry, unread } from "../../entry";

export const network: Readonly<Record<string, Entry>> = {
  azurerm_network_ddos_protection_plan: entry({ paid: true }),
  azurerm_network_interface: entry({
    arm: { segment: "Microsoft.Network/networkInterfaces" },
    inSubnets: [{ path: "ip_configuration.subnet_id" }],
    publicAddresses: ["ip_configuration.public_ip_address_id"],
  }),
  azurerm_network_security_group: entry({ arm: { segment: "Microsoft.Network/networkSecurityGroups" } }),
  azurerm_route_table: entry({ arm: { segment: "Microsoft.Network/routeTables" } }),
  azurerm_subnet: entry({
    renamed: { service_endpoints: { to: "service_endpoint.service" } },
    arm: { segment: "subnets", parentType: "azurerm_virtual_network", parentName: "virtual_network_name" },
  }),
  azurerm_virtual_network: entry({
    renamed: { "subnet.service_endpoints": { to: "subnet.service_endpoint.service" } },
    arm: { segment: "Microsoft.Network/virtualNetworks" },
  }),
  azurerm_virtual_network_peering: entry({
    waysIn: [{ kind: "peering", path: "remote_virtual_network_id", says: "connects another network" }],
  }),
  ...unread(
    "azurerm_application_security_group",
    "azurerm_network_interface_application_gateway_backend_address_pool_association",
    "azurerm_network_interface_application_security_group_association",
    "azurerm_network_interface_backend_address_pool_association",
    "azurerm_network_interface_nat_rule_association",
    "azurerm_network_interface_security_group_association",
    "azurerm_network_profile",
    "azurerm_network_security_rule",
    "azurerm_route",
    "azurerm_route_filter",
    "azurerm_subnet_nat_gateway_association",
    "azurerm_subnet_network_security_group_association",
    "azurerm_subnet_route_table_association",
    "azurerm_subnet_service_endpoint_storage_policy",
    "azurerm_virtual_network_dns_servers",
  ),
};
