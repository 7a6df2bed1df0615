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
