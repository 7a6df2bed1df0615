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

/** A rule for many ranges. */
const many = (name: string, priority: number, ranges: unknown) =>
  inbound(name, priority, "Allow", "22", undefined, {
    source_address_prefix: undefined,
    source_address_prefixes: ranges,
  });
/** Ranges that are narrow one by one. */
const slices = (count: number) =>
  Array.from({ length: count }, (_, i) => `${20 + Math.floor(i / 256)}.${i % 256}.0.0/16`);
/** A group whose rules are made in a loop. */
const looped = (for_each: unknown, content: object) =>
  guarded([], {
    "azurerm_network_security_group.n": {
      name: "nsg",
      resource_group_name: "rg",
      dynamic: { security_rule: { for_each, content } },
    } as never,
  });
const manager = (action: string, from: string) => ({
  name: "m",
  action,
  direction: "Inbound",
  source: [{ address_prefix_type: "ServiceTag", address_prefix: from }],
});

/** A rule of a group that another state has. */
const elsewhere = (name: string, of: string, rule: object): Resources => ({
  [`azurerm_network_security_rule.${name}`]: {
    ...rule,
    resource_group_name: "rg",
    network_security_group_name: of,
  } as never,
});
const inline = (subnet: object) => ({ name: "v", resource_group_name: "rg", subnet: [subnet] }) as never;

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
  "a deny from one source port, or of one family of addresses, covers no caller who comes from another": {
    gate,
    resources: guarded([
      inbound("port", 100, "Deny", "*", "*", { source_port_range: "1" }),
      inbound("ports", 101, "Deny", "*", "*", { source_port_ranges: ["1", "2-80"] }),
      inbound("later", 102, "Deny", "*", "*", { source_port_range: "${var.port}" }),
      inbound("six", 103, "Deny", "*", "::/0"),
      inbound("ssh", 110, "Allow", "22", "*"),
    ]),
    pass: [apps],
    fail: [nsg],
  },
  "a deny from every source port, however that is written, covers": {
    gate,
    resources: guarded([
      inbound("no", 100, "Deny", "*", "any", { source_port_range: "0-65535", destination_address_prefix: "Any" }),
      inbound("ssh", 110, "Allow", "22", "*"),
    ]),
    pass: [apps],
  },
  ...Object.fromEntries(
    ["Any", "any", "*", "0.0.0.0/0", "::/0", "INTERNET", "internet"].map((source) => [
      `${source} is anyone`,
      { gate, resources: guarded([inbound("ssh", 100, "Allow", "22", source)]), pass: [apps], fail: [nsg] },
    ]),
  ),
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
  "a rule resource of the group counts like one inside it, one of a group elsewhere by itself": {
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
    fail: ["azurerm_network_security_rule.mine", "azurerm_network_security_rule.other"],
  },
  "rules of a group that is not here are judged where they stand": {
    gate,
    resources: {
      ...elsewhere("all", "a", inbound("r", 100, "Allow", "*")),
      ...elsewhere("range", "b", inbound("r", 100, "Allow", "3000-4000")),
      ...elsewhere("rdp", "c", inbound("r", 100, "Allow", "3389", "*")),
      ...elsewhere("web", "d", inbound("r", 100, "Allow", "443")),
      ...elsewhere("office", "e", inbound("r", 100, "Allow", "22", "203.0.113.0/24")),
      ...elsewhere("out", "f", inbound("r", 100, "Allow", "*", "*", { direction: "Outbound" })),
      ...elsewhere("denied", "g", inbound("r", 100, "Allow", "22")),
      ...elsewhere("deny", "g", inbound("no", 90, "Deny", "*", "*")),
      ...elsewhere("managed", "h", inbound("r", 100, "Allow", "65200-65535")),
      ...elsewhere("later", "${var.group}", inbound("r", 100, "Allow", "22")),
    },
    pass: ["azurerm_network_security_rule.web"],
    fail: ["all", "later", "range", "rdp"].map((one) => `azurerm_network_security_rule.${one}`),
    unknown: ["azurerm_network_security_rule.managed"],
  },
  "a group that nothing here uses is judged where it stands": {
    gate,
    resources: {
      "azurerm_network_security_group.open": group(inbound("ssh", 100, "Allow", "22")) as never,
      "azurerm_network_security_group.web": group(inbound("web", 100, "Allow", "443")) as never,
    },
    pass: ["azurerm_network_security_group.web"],
    fail: ["azurerm_network_security_group.open"],
  },
  "subnets inside a network need a group that lets nothing in, too": {
    gate,
    resources: {
      "azurerm_virtual_network.bare": inline({ name: "apps" }),
      "azurerm_virtual_network.open": inline({
        name: "apps",
        security_group: "${azurerm_network_security_group.o.id}",
      }),
      "azurerm_virtual_network.shut": inline({
        name: "apps",
        security_group: "${azurerm_network_security_group.s.id}",
      }),
      "azurerm_virtual_network.later": inline({ name: "apps", security_group: "${var.group}" }),
      "azurerm_virtual_network.vpn": inline({ name: "GatewaySubnet" }),
      "azurerm_network_security_group.o": group(inbound("ssh", 100, "Allow", "22", "*")) as never,
      "azurerm_network_security_group.s": group(inbound("web", 100, "Allow", "443")) as never,
    },
    pass: ["azurerm_network_security_group.s", "azurerm_virtual_network.open", "azurerm_virtual_network.shut"],
    fail: ["azurerm_network_security_group.o", "azurerm_virtual_network.bare"],
    unknown: ["azurerm_virtual_network.later"],
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
  "ranges that hold half of the Internet, or what any customer of Azure runs, are anyone": {
    gate,
    resources: guarded([
      many("halves", 100, ["0.0.0.0/1", "128.0.0.0/1"]),
      many("pieces", 101, slices(300)),
      inbound("azure", 102, "Allow", "22", "AzureCloud.westeurope"),
      inbound("provider", 103, "Allow", "22", "20.0.0.0/8"),
    ]),
    pass: [apps],
    fail: [nsg],
  },
  "offices, private ranges, a tag of one service and an address of the environment are not": {
    gate,
    resources: guarded(
      [
        many("offices", 100, ["203.0.113.0/24", "198.51.100.0/24", "20.1.0.0/16"]),
        many("private", 101, ["10.0.0.0/8", "172.16.0.0/12"]),
        inbound("probes", 102, "Allow", "22", "AzureLoadBalancer"),
        inbound("own", 103, "Allow", "22", "${azurerm_public_ip.firewall.ip_address}"),
        many("owns", 104, ["203.0.113.7", "${azurerm_public_ip.firewall.ip_address}"]),
      ],
      { "azurerm_public_ip.firewall": { name: "fw" } },
    ),
    pass: [apps],
  },
  "capital letters make no difference": {
    gate,
    resources: guarded([inbound("ssh", 100, "allow", "22", "INTERNET", { direction: "inbound" })]),
    pass: [apps],
    fail: [nsg],
  },
  "sources, or what a rule does, that a variable decides are unknown; a deny that may not be covers nothing": {
    gate,
    resources: guarded([
      inbound("no", 90, "Deny", "*", "*", { priority: "${var.priority}" }),
      inbound("ops", 100, "Allow", "22", "${var.office}"),
      many("offices", 101, "${var.offices}"),
      inbound("either", 102, "${var.access}", "22", "*"),
    ]),
    pass: [apps],
    unknown: [nsg],
  },
  "rules made in a loop over a list that is written down are there": {
    gate,
    resources: looped(["22"], inbound("ssh", 100, "Allow", "22")),
    pass: [apps],
    fail: [nsg],
  },
  "rules made in a loop over an empty list are not": {
    gate,
    resources: looped([], inbound("ssh", 100, "Allow", "22")),
    pass: [apps],
  },
  "rules made in a loop over a variable are unknown, whatever they say": {
    gate,
    resources: looped("${var.rules}", { name: "${security_rule.value.name}", access: "${security_rule.value.access}" }),
    pass: [apps],
    unknown: [nsg],
  },
  "a network manager's rule that no group is asked about counts; one that only lets groups decide does not": {
    gate,
    resources: {
      "azurerm_network_manager_admin_rule.all": manager("AlwaysAllow", "Internet"),
      "azurerm_network_manager_admin_rule.range": manager("AlwaysAllow", "0.0.0.0/1"),
      "azurerm_network_manager_admin_rule.narrow": manager("AlwaysAllow", "203.0.113.0/24"),
      "azurerm_network_manager_admin_rule.asks": manager("Allow", "Internet"),
      "azurerm_network_manager_admin_rule.out": { ...manager("AlwaysAllow", "Internet"), direction: "Outbound" },
      "azurerm_network_manager_admin_rule.later": manager("${var.action}", "Internet"),
    },
    pass: ["azurerm_network_manager_admin_rule.narrow"],
    fail: ["azurerm_network_manager_admin_rule.all", "azurerm_network_manager_admin_rule.range"],
    unknown: ["azurerm_network_manager_admin_rule.later"],
  },
});
