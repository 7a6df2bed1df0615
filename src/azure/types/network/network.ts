import { type Entry, part, parts, plain } from "../../entry";

const PATHS = "what comes in and leaves through it is judged path by path";

/** Networks, subnets, cards and what filters and routes them. */
export const network: Readonly<Record<string, Entry>> = {
  azurerm_network_ddos_protection_plan: plain("it protects addresses and has none", { paid: true }),
  azurerm_network_interface: plain(PATHS, {
    noun: "network card",
    arm: { segment: "Microsoft.Network/networkInterfaces" },
    inSubnets: [{ path: "ip_configuration.subnet_id" }],
    publicAddresses: ["ip_configuration.public_ip_address_id"],
  }),
  azurerm_network_security_group: plain("its rules are read with the subnets", {
    arm: { segment: "Microsoft.Network/networkSecurityGroups" },
  }),
  azurerm_route_table: plain("its routes are read with the subnets", {
    arm: { segment: "Microsoft.Network/routeTables" },
  }),
  azurerm_subnet: plain(PATHS, {
    renamed: { service_endpoints: { to: "service_endpoint.service" } },
    arm: { segment: "subnets", parentType: "azurerm_virtual_network", parentName: "virtual_network_name" },
  }),
  azurerm_virtual_network: plain(PATHS, {
    renamed: { "subnet.service_endpoints": { to: "subnet.service_endpoint.service" } },
    arm: { segment: "Microsoft.Network/virtualNetworks" },
  }),
  azurerm_virtual_network_peering: plain("traffic goes both ways, and is judged as a way in", {
    waysIn: [{ kind: "peering", path: "remote_virtual_network_id", says: "connects another network" }],
  }),
  azurerm_application_security_group: plain("it is a name for network cards"),
  ...parts(
    "azurerm_network_interface",
    "azurerm_network_interface_application_gateway_backend_address_pool_association",
    "azurerm_network_interface_application_security_group_association",
    "azurerm_network_interface_backend_address_pool_association",
    "azurerm_network_interface_nat_rule_association",
    "azurerm_network_interface_security_group_association",
  ),
  azurerm_network_profile: plain(PATHS, {
    inSubnets: [{ path: "container_network_interface.ip_configuration.subnet_id" }],
  }),
  azurerm_network_security_rule: part("azurerm_network_security_group"),
  azurerm_route: part("azurerm_route_table"),
  azurerm_route_filter: plain("it narrows what a circuit announces"),
  ...parts(
    "azurerm_subnet",
    "azurerm_subnet_nat_gateway_association",
    "azurerm_subnet_network_security_group_association",
    "azurerm_subnet_route_table_association",
    "azurerm_subnet_service_endpoint_storage_policy",
  ),
  azurerm_virtual_network_dns_servers: part("azurerm_virtual_network"),
};
