import type { MockTable } from "./entry";

/** VPN, ExpressRoute, virtual WAN, bastion, load balancers. Types without their `azurerm_` prefix. */
export const connectivity: MockTable = {
  bastion_host: ["{rg}/Microsoft.Network/bastionHosts/{name}", { dns_name: "bst-{guid}.bastion.azure.com" }],
  express_route_circuit: ["{rg}/Microsoft.Network/expressRouteCircuits/{name}", { service_key: "{guid}" }],
  express_route_circuit_authorization: [
    "{rg}/Microsoft.Network/expressRouteCircuits/{express_route_circuit_name}/authorizations/{name}",
    { authorization_key: "{guid}" },
  ],
  express_route_circuit_peering:
    "{rg}/Microsoft.Network/expressRouteCircuits/{express_route_circuit_name}/peerings/{peering_type}",
  express_route_gateway: "{rg}/Microsoft.Network/expressRouteGateways/{name}",
  lb: [
    "{rg}/Microsoft.Network/loadBalancers/{name}",
    {
      private_ip_address: "{private_ip}",
      private_ip_addresses: ["{private_ip}"],
      frontend_ip_configuration: { id: "{id}/frontendIPConfigurations/rehearsed", private_ip_address: "{private_ip}" },
    },
  ],
  lb_backend_address_pool: "{loadbalancer_id:lb}/backendAddressPools/{name}",
  lb_backend_address_pool_address: "{backend_address_pool_id:lb_backend_address_pool}/addresses/{name}",
  lb_nat_pool: "{loadbalancer_id:lb}/inboundNatPools/{name}",
  lb_nat_rule: "{loadbalancer_id:lb}/inboundNatRules/{name}",
  lb_outbound_rule: "{loadbalancer_id:lb}/outboundRules/{name}",
  lb_probe: "{loadbalancer_id:lb}/probes/{name}",
  lb_rule: "{loadbalancer_id:lb}/loadBalancingRules/{name}",
  local_network_gateway: "{rg}/Microsoft.Network/localNetworkGateways/{name}",
  point_to_site_vpn_gateway: "{rg}/Microsoft.Network/p2sVpnGateways/{name}",
  route_server: "{rg}/Microsoft.Network/virtualHubs/{name}",
  virtual_hub: [
    "{rg}/Microsoft.Network/virtualHubs/{name}",
    { default_route_table_id: "{id}/hubRouteTables/defaultRouteTable", virtual_router_ips: ["{private_ip}"] },
  ],
  virtual_hub_connection: "{virtual_hub_id:virtual_hub}/hubVirtualNetworkConnections/{name}",
  virtual_network_gateway: [
    "{rg}/Microsoft.Network/virtualNetworkGateways/{name}",
    {
      bgp_settings: {
        peering_addresses: { default_addresses: ["{private_ip}"], tunnel_ip_addresses: ["{public_ip}"] },
      },
    },
  ],
  virtual_network_gateway_connection: "{rg}/Microsoft.Network/connections/{name}",
  virtual_network_gateway_nat_rule: "{virtual_network_gateway_id:virtual_network_gateway}/natRules/{name}",
  virtual_wan: "{rg}/Microsoft.Network/virtualWans/{name}",
  vpn_gateway: "{rg}/Microsoft.Network/vpnGateways/{name}",
  vpn_gateway_connection: "{vpn_gateway_id:vpn_gateway}/vpnConnections/{name}",
  vpn_server_configuration: "{rg}/Microsoft.Network/vpnServerConfigurations/{name}",
  vpn_site: "{rg}/Microsoft.Network/vpnSites/{name}",
};
