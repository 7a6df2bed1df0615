import type { MockTable } from "./entry";

/** Networks, subnets, addresses, interfaces, private endpoints. Types without their `azurerm_` prefix. */
export const network: MockTable = {
  application_security_group: "{rg}/Microsoft.Network/applicationSecurityGroups/{name}",
  ip_group: "{rg}/Microsoft.Network/ipGroups/{name}",
  ip_group_cidr: "{ip_group_id:ip_group}/cidrs/{cidr}",
  nat_gateway: ["{rg}/Microsoft.Network/natGateways/{name}", { resource_guid: "{guid}" }],
  nat_gateway_public_ip_association: "{nat_gateway_id:nat_gateway}|{public_ip_address_id:public_ip}",
  nat_gateway_public_ip_prefix_association: "{nat_gateway_id:nat_gateway}|{public_ip_prefix_id:public_ip_prefix}",
  network_ddos_protection_plan: "{rg}/Microsoft.Network/ddosProtectionPlans/{name}",
  network_interface: [
    "{rg}/Microsoft.Network/networkInterfaces/{name}",
    {
      private_ip_address: "{private_ip}",
      private_ip_addresses: ["{private_ip}"],
      mac_address: "00-0D-3A-00-00-01",
      virtual_machine_id:
        "/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/Microsoft.Compute/virtualMachines/{name}",
    },
  ],
  network_interface_application_gateway_backend_address_pool_association:
    "{network_interface_id:network_interface}/ipConfigurations/{ip_configuration_name}|{backend_address_pool_id}",
  network_interface_application_security_group_association:
    "{network_interface_id:network_interface}|{application_security_group_id:application_security_group}",
  network_interface_backend_address_pool_association:
    "{network_interface_id:network_interface}/ipConfigurations/{ip_configuration_name}|{backend_address_pool_id:lb_backend_address_pool}",
  network_interface_nat_rule_association:
    "{network_interface_id:network_interface}/ipConfigurations/{ip_configuration_name}|{nat_rule_id:lb_nat_rule}",
  network_interface_security_group_association:
    "{network_interface_id:network_interface}|{network_security_group_id:network_security_group}",
  network_manager: "{rg}/Microsoft.Network/networkManagers/{name}",
  network_profile: "{rg}/Microsoft.Network/networkProfiles/{name}",
  network_security_group: "{rg}/Microsoft.Network/networkSecurityGroups/{name}",
  network_security_rule:
    "{rg}/Microsoft.Network/networkSecurityGroups/{network_security_group_name}/securityRules/{name}",
  private_endpoint: [
    "{rg}/Microsoft.Network/privateEndpoints/{name}",
    {
      private_service_connection: { private_ip_address: "{private_ip}" },
      network_interface: [
        {
          id: "/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/Microsoft.Network/networkInterfaces/{name}-nic",
          name: "{name}-nic",
        },
      ],
      custom_dns_configs: [{ fqdn: "{name}.rehearsed.example", ip_addresses: ["{private_ip}"] }],
      private_dns_zone_configs: [],
      private_dns_zone_group: { id: "{id}/privateDnsZoneGroups/default" },
    },
  ],
  private_endpoint_application_security_group_association:
    "{private_endpoint_id:private_endpoint}|{application_security_group_id:application_security_group}",
  private_link_service: [
    "{rg}/Microsoft.Network/privateLinkServices/{name}",
    { alias: "{name}.{guid}.westeurope.azure.privatelinkservice" },
  ],
  public_ip: [
    "{rg}/Microsoft.Network/publicIPAddresses/{name}",
    { ip_address: "{public_ip}", fqdn: "{name}.westeurope.cloudapp.azure.com" },
  ],
  public_ip_prefix: ["{rg}/Microsoft.Network/publicIPPrefixes/{name}", { ip_prefix: "203.0.113.0/28" }],
  route: "{rg}/Microsoft.Network/routeTables/{route_table_name}/routes/{name}",
  route_table: "{rg}/Microsoft.Network/routeTables/{name}",
  subnet: "{rg}/Microsoft.Network/virtualNetworks/{virtual_network_name}/subnets/{name}",
  subnet_nat_gateway_association: "{subnet_id:subnet}",
  subnet_network_security_group_association: "{subnet_id:subnet}",
  subnet_route_table_association: "{subnet_id:subnet}",
  subnet_service_endpoint_storage_policy: "{rg}/Microsoft.Network/serviceEndpointPolicies/{name}",
  virtual_network: ["{rg}/Microsoft.Network/virtualNetworks/{name}", { guid: "{guid}" }],
  virtual_network_dns_servers: "{virtual_network_id:virtual_network}/dnsServers/default",
  virtual_network_peering:
    "{rg}/Microsoft.Network/virtualNetworks/{virtual_network_name}/virtualNetworkPeerings/{name}",
};
