import { apps, from, gate, past, route, routed, subnet, table } from "./egress-plans";
import { nearMisses } from "./said";

nearMisses("NET-08", {
  "a subnet whose default route leads to the firewall holds": { gate, resources: routed(route()), pass: [apps] },
  "a subnet without a table, and one whose table says something else, go straight out": {
    gate,
    resources: {
      ...routed(route({ next_hop_type: "Internet", next_hop_in_ip_address: null })),
      "azurerm_subnet.bare": subnet("bare"),
    },
    fail: {
      [apps]: "It sends 0.0.0.0/0 to Internet.",
      "azurerm_subnet.bare": "It has no route table.",
    },
  },
  "another appliance is not the firewall": {
    gate,
    resources: routed(route({ next_hop_in_ip_address: "10.9.9.9" })),
    fail: { [apps]: "It sends 0.0.0.0/0 to an address that is not the firewall's." },
  },
  "the first address of the firewall's own subnet is the firewall": {
    gate,
    resources: {
      ...routed(route({ next_hop_in_ip_address: "10.0.9.4" })),
      "azurerm_firewall.f": { name: "fw", ip_configuration: { name: "i", subnet_id: "${azurerm_subnet.fw.id}" } },
      "azurerm_subnet.fw": subnet("AzureFirewallSubnet", { address_prefixes: ["10.0.9.0/26"] }),
    },
    pass: [apps],
  },
  "a next hop that a variable decides is unknown": {
    gate,
    resources: routed(route({ next_hop_in_ip_address: "${var.firewall_ip}" })),
    unknown: { [apps]: "It sends 0.0.0.0/0 to an address that is not known." },
  },
  "a longer prefix to the Internet, or to another appliance, goes past the firewall": {
    gate,
    resources: routed(
      route(),
      route({ name: "half", address_prefix: "0.0.0.0/1", next_hop_type: "Internet" }),
      route({ name: "tag", address_prefix: "Storage.WestEurope", next_hop_in_ip_address: "10.9.9.9" }),
    ),
    fail: { [apps]: [past("0.0.0.0/1 to the Internet"), past("Storage.WestEurope to another appliance")] },
  },
  "a longer prefix that is dropped, stays inside, or takes the firewall too does not": {
    gate,
    resources: routed(
      route(),
      route({ name: "none", address_prefix: "10.99.0.0/16", next_hop_type: "None" }),
      route({ name: "local", address_prefix: "10.98.0.0/16", next_hop_type: "VnetLocal" }),
      route({ name: "same", address_prefix: "10.97.0.0/16" }),
    ),
    pass: [apps],
  },
  "a route of its own counts like one in the table": {
    gate,
    resources: {
      ...routed(route()),
      "azurerm_route.r": {
        name: "r",
        resource_group_name: "rg",
        route_table_name: "rt",
        address_prefix: "203.0.113.0/24",
        next_hop_type: "Internet",
      },
    },
    fail: { [apps]: past("203.0.113.0/24 to the Internet") },
  },
  "a NAT gateway and service endpoints are ways out beside the firewall": {
    gate,
    resources: {
      ...routed(route()),
      [apps]: subnet("apps", { service_endpoints: ["Microsoft.Storage"] }),
      "azurerm_subnet_nat_gateway_association.n": {
        subnet_id: "${azurerm_subnet.apps.id}",
        nat_gateway_id: "${azurerm_nat_gateway.n.id}",
      },
      "azurerm_nat_gateway.n": { name: "n" },
    },
    fail: {
      [apps]: [
        "azurerm_subnet_nat_gateway_association.n gives it a way out beside the firewall.",
        "What goes to Microsoft.Storage goes past the firewall.",
      ],
    },
  },
  "gateway, VPN, resolver and firewall subnets are left out": {
    gate,
    resources: {
      "azurerm_subnet.vpn": subnet("GatewaySubnet"),
      "azurerm_subnet.fw": subnet("AzureFirewallSubnet"),
      "azurerm_subnet.management": subnet("AzureFirewallManagementSubnet"),
      "azurerm_subnet.gw": subnet("gw"),
      "azurerm_application_gateway.g": { gateway_ip_configuration: { subnet_id: "${azurerm_subnet.gw.id}" } },
      "azurerm_subnet.dns": subnet("dns"),
      "azurerm_private_dns_resolver_inbound_endpoint.r": {
        ip_configurations: { subnet_id: "${azurerm_subnet.dns.id}" },
      },
    },
  },
  "a default route away from the Internet breaks a gateway, one to the Internet does not": {
    gate,
    resources: {
      ...routed(route()),
      "azurerm_application_gateway.g": { gateway_ip_configuration: { subnet_id: "${azurerm_subnet.apps.id}" } },
      "azurerm_subnet.vpn": subnet("GatewaySubnet"),
      "azurerm_route_table.vpn": {
        name: "vpn",
        resource_group_name: "rg",
        route: [route({ next_hop_type: "Internet", next_hop_in_ip_address: null })],
      },
      "azurerm_subnet_route_table_association.vpn": {
        subnet_id: "${azurerm_subnet.vpn.id}",
        route_table_id: "${azurerm_route_table.vpn.id}",
      },
    },
    fail: { [apps]: "azurerm_route_table.t sends 0.0.0.0/0 elsewhere than to the Internet." },
  },
  "inline subnets are not judged, and that is said": {
    gate,
    resources: { "azurerm_virtual_network.v": { name: "vnet", subnet: [{ name: "a" }] } },
    unknown: {
      "azurerm_virtual_network.v": "Where its inline subnets send what leaves is not judged: make them resources.",
    },
  },
  "routes made in a loop count; what a variable makes of them is unknown": {
    gate,
    resources: {
      ...routed(route()),
      [table]: {
        name: "rt",
        resource_group_name: "rg",
        route: [route()],
        dynamic: {
          route: { for_each: [1], content: { name: "x", address_prefix: "0.0.0.0/1", next_hop_type: "Internet" } },
        },
      } as never,
    },
    fail: { [apps]: past("0.0.0.0/1 to the Internet") },
  },
  "routes of which a variable says how many there are, or what they are for, are unknown": {
    gate,
    resources: {
      ...routed(route(), route({ name: "later", address_prefix: "${var.prefix}" })),
      "azurerm_subnet.loop": subnet("loop"),
      "azurerm_route_table.loop": {
        name: "loop",
        resource_group_name: "rg",
        dynamic: { route: { for_each: "${var.routes}", content: from("route") } },
      },
      "azurerm_subnet_route_table_association.loop": {
        subnet_id: "${azurerm_subnet.loop.id}",
        route_table_id: "${azurerm_route_table.loop.id}",
      },
    },
    unknown: {
      [apps]: "A route of azurerm_route_table.t is not known before apply.",
      "azurerm_subnet.loop": "It has azurerm_route_table.loop, whose routes are not known.",
    },
  },
});
