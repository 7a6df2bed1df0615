import { nearMisses, type Resources } from "../near-miss";

const subnet = (name: string, more: object = {}) => ({
  name,
  resource_group_name: "rg",
  virtual_network_name: "vnet",
  ...more,
});
const group = (...rules: object[]) => ({ name: "nsg", resource_group_name: "rg", security_rule: rules });
const inbound = (
  name: string,
  priority: number,
  access: string,
  port: string,
  source = "Internet",
  more: object = {},
) => ({
  name,
  priority,
  access,
  direction: "Inbound",
  protocol: "Tcp",
  source_address_prefix: source,
  destination_address_prefix: "*",
  destination_port_range: port,
  ...more,
});

function guarded(rules: object[], more: Resources = {}): Resources {
  return {
    "azurerm_virtual_network.v": { name: "vnet", resource_group_name: "rg" },
    "azurerm_subnet.apps": subnet("apps"),
    "azurerm_network_security_group.n": group(...rules) as never,
    "azurerm_subnet_network_security_group_association.a": {
      subnet_id: "${azurerm_subnet.apps.id}",
      network_security_group_id: "${azurerm_network_security_group.n.id}",
    },
    ...more,
  };
}

const apps = "azurerm_subnet.apps";
const nsg = "azurerm_network_security_group.n";
const gate = "pilot" as const;

nearMisses("NET-10", {
  "a subnet with a group that lets nothing in holds": { gate, resources: guarded([]), pass: [apps] },
  "443 from the Internet holds, another port does not": {
    gate,
    resources: guarded([inbound("web", 100, "Allow", "443"), inbound("ssh", 110, "Allow", "22")]),
    pass: [apps],
    fail: [nsg],
  },
  "443 alone holds": { gate, resources: guarded([inbound("web", 100, "Allow", "443")]), pass: [apps, nsg] },
  "an allow behind an earlier deny lets nobody in": {
    gate,
    resources: guarded([inbound("no", 100, "Deny", "*", "*"), inbound("ssh", 110, "Allow", "22")]),
    pass: [apps],
  },
  "a deny behind the allow comes too late": {
    gate,
    resources: guarded([inbound("ssh", 100, "Allow", "22"), inbound("no", 110, "Deny", "*", "*")]),
    pass: [apps],
    fail: [nsg],
  },
  "a deny for another port, protocol or direction covers nothing": {
    gate,
    resources: guarded([
      inbound("port", 90, "Deny", "80", "*"),
      inbound("protocol", 91, "Deny", "*", "*", { protocol: "Udp" }),
      inbound("direction", 92, "Deny", "*", "*", { direction: "Outbound" }),
      inbound("ssh", 100, "Allow", "22"),
    ]),
    pass: [apps],
    fail: [nsg],
  },
  "a rule resource of the group counts like one inside it, a rule of another group does not": {
    gate,
    resources: guarded([], {
      "azurerm_network_security_rule.mine": {
        ...inbound("ssh", 100, "Allow", "22", "0.0.0.0/0"),
        resource_group_name: "rg",
        network_security_group_name: "nsg",
      },
      "azurerm_network_security_rule.other": {
        ...inbound("ssh", 100, "Allow", "22", "0.0.0.0/0"),
        resource_group_name: "rg",
        network_security_group_name: "other",
      },
    }),
    pass: [apps],
    fail: ["azurerm_network_security_rule.mine"],
  },
  "the operators' addresses are not the Internet": {
    gate,
    resources: guarded([inbound("ops", 100, "Allow", "22", "203.0.113.7/32")]),
    pass: [apps],
  },
  "a group on another subnet leaves this one without": {
    gate,
    resources: guarded([], { "azurerm_subnet.bare": subnet("bare") }),
    pass: [apps],
    fail: ["azurerm_subnet.bare"],
  },
  "endpoints in a subnet without network policies go past the group": {
    gate,
    resources: guarded([], {
      "azurerm_private_endpoint.p": { name: "p", subnet_id: "${azurerm_subnet.apps.id}" },
    }),
    fail: [apps],
  },
  "subnets that may not have a group are left out": {
    gate,
    resources: { "azurerm_subnet.vpn": subnet("GatewaySubnet"), "azurerm_subnet.fw": subnet("AzureFirewallSubnet") },
  },
  "the management ports are the gateway subnet's alone": {
    gate,
    resources: guarded([inbound("mgmt", 100, "Allow", "65200-65535", "*")], {
      "azurerm_subnet.gw": subnet("gw"),
      "azurerm_network_security_group.g": group(inbound("mgmt", 100, "Allow", "65200-65535", "*")) as never,
      "azurerm_subnet_network_security_group_association.g": {
        subnet_id: "${azurerm_subnet.gw.id}",
        network_security_group_id: "${azurerm_network_security_group.g.id}",
      },
      "azurerm_application_gateway.g": {
        gateway_ip_configuration: [{ name: "g", subnet_id: "${azurerm_subnet.gw.id}" }],
      },
    }),
    pass: [apps, "azurerm_network_security_group.g", "azurerm_subnet.gw"],
    fail: [nsg],
  },
});

const route = (changes: object = {}) => ({
  name: "out",
  address_prefix: "0.0.0.0/0",
  next_hop_type: "VirtualAppliance",
  next_hop_in_ip_address: "${azurerm_firewall.f.ip_configuration[0].private_ip_address}",
  ...changes,
});
const routed = (one: object): Resources => ({
  "azurerm_subnet.apps": subnet("apps"),
  "azurerm_firewall.f": { name: "fw", ip_configuration: { name: "i" } },
  "azurerm_route_table.t": { name: "rt", resource_group_name: "rg", route: [one] } as never,
  "azurerm_subnet_route_table_association.a": {
    subnet_id: "${azurerm_subnet.apps.id}",
    route_table_id: "${azurerm_route_table.t.id}",
  },
});
const allow = (changes: object) => ({
  name: "g",
  application_rule_collection: [
    {
      name: "c",
      action: "Allow",
      rule: [{ name: "r", description: "ada@orders.example: takes payments", ...changes }],
    },
  ],
});
const rcg = "azurerm_firewall_policy_rule_collection_group.g";

nearMisses("NET-08", {
  "a subnet whose default route leads to the firewall holds": {
    gate: "pre-production",
    resources: routed(route()),
    pass: [apps],
  },
  "a default route to the Internet, to another address, or for another prefix does not": {
    gate: "pre-production",
    resources: {
      ...routed(route({ next_hop_type: "Internet" })),
      "azurerm_subnet.elsewhere": subnet("elsewhere"),
      "azurerm_route_table.two": {
        name: "rt2",
        resource_group_name: "rg",
        route: [route({ next_hop_in_ip_address: "10.9.9.9" })],
      },
      "azurerm_subnet_route_table_association.two": {
        subnet_id: "${azurerm_subnet.elsewhere.id}",
        route_table_id: "${azurerm_route_table.two.id}",
      },
      "azurerm_subnet.bare": subnet("bare"),
    },
    fail: [apps, "azurerm_subnet.bare", "azurerm_subnet.elsewhere"],
  },
  "the first address of the firewall's own subnet is the firewall": {
    gate: "pre-production",
    resources: {
      ...routed(route({ next_hop_in_ip_address: "10.0.9.4" })),
      "azurerm_firewall.f": { name: "fw", ip_configuration: { name: "i", subnet_id: "${azurerm_subnet.fw.id}" } },
      "azurerm_subnet.fw": subnet("AzureFirewallSubnet", { address_prefixes: ["10.0.9.0/26"] }),
    },
    pass: [apps],
  },
  "a next hop that a variable decides is unknown": {
    gate: "pre-production",
    resources: routed(route({ next_hop_in_ip_address: "${var.firewall_ip}" })),
    unknown: [apps],
  },
  "gateway, VPN and firewall subnets are left out": {
    gate: "pre-production",
    resources: {
      "azurerm_subnet.vpn": subnet("GatewaySubnet"),
      "azurerm_subnet.gw": subnet("gw"),
      "azurerm_application_gateway.g": { gateway_ip_configuration: { subnet_id: "${azurerm_subnet.gw.id}" } },
    },
  },
  "a name with owner and reason holds": {
    gate: "pre-production",
    resources: { [rcg]: allow({ destination_fqdns: ["api.payments.example"] }) },
    pass: [rcg],
  },
  ...Object.fromEntries(
    ["*", "*.blob.core.windows.net", "*.com", "*.azure.com"].map((name) => [
      `${name} is everyone's`,
      { gate: "pre-production", resources: { [rcg]: allow({ destination_fqdns: [name] }) }, fail: [rcg] },
    ]),
  ),
  "a rule that nobody asked for fails": {
    gate: "pre-production",
    resources: { [rcg]: allow({ destination_fqdns: ["api.payments.example"], description: "" }) },
    fail: [rcg],
  },
  "the tag of a whole cloud is no place": {
    gate: "pre-production",
    resources: { [rcg]: allow({ destination_addresses: ["AzureCloud.westeurope"] }) },
    fail: [rcg],
  },
});

const vpn = (changes: object = {}): Resources => ({
  "azurerm_virtual_network.v": { name: "vnet", address_space: ["10.30.0.0/22"] },
  "azurerm_private_dns_resolver_inbound_endpoint.r": { name: "in" },
  "azurerm_virtual_network_gateway.v": {
    name: "vpn",
    vpn_client_configuration: {
      address_space: ["172.16.0.0/24"],
      vpn_client_protocols: ["OpenVPN"],
      vpn_auth_types: ["AAD"],
      aad_audience: "${var.vpn_audience}",
      ...changes,
    },
  },
});
const v = "azurerm_virtual_network_gateway.v";

nearMisses("NET-09", {
  "OpenVPN with Entra only, an audience of one's own, and a pool beside the network holds": {
    gate: "pre-production",
    resources: vpn(),
    pass: [v],
  },
  ...Object.fromEntries(
    Object.entries({
      "a second protocol": { vpn_client_protocols: ["OpenVPN", "IkeV2"] },
      "certificates beside Entra": { vpn_auth_types: ["AAD", "Certificate"] },
      "the whole tenant's audience": { aad_audience: "c632b3df-fb67-4d84-bdcf-b95ad541b5c8" },
      "a pool inside the network": { address_space: ["10.30.2.0/24"] },
    }).map(([title, changes]) => [`${title} fails`, { gate: "pre-production", resources: vpn(changes), fail: [v] }]),
  ),
});
