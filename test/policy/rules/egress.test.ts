import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const apps = "azurerm_subnet.apps";
const table = "azurerm_route_table.t";
const rcg = "azurerm_firewall_policy_rule_collection_group.g";
const subnet = (name: string, more: object = {}) => ({
  name,
  resource_group_name: "rg",
  virtual_network_name: "vnet",
  ...more,
});
const route = (changes: object = {}) => ({
  name: "out",
  address_prefix: "0.0.0.0/0",
  next_hop_type: "VirtualAppliance",
  next_hop_in_ip_address: "${azurerm_firewall.f.ip_configuration[0].private_ip_address}",
  ...changes,
});
const routed = (...routes: object[]): Resources => ({
  [apps]: subnet("apps"),
  "azurerm_firewall.f": { name: "fw", ip_configuration: { name: "i" } },
  [table]: { name: "rt", resource_group_name: "rg", route: routes } as never,
  "azurerm_subnet_route_table_association.a": {
    subnet_id: "${azurerm_subnet.apps.id}",
    route_table_id: "${azurerm_route_table.t.id}",
  },
});
const allow = (changes: object, kind = "application_rule_collection") => ({
  name: "g",
  [kind]: [
    {
      name: "c",
      action: "Allow",
      rule: [{ name: "r", description: "ada@orders.example: takes payments", ...changes }],
    },
  ],
});
const SLICES = Array.from({ length: 300 }, (_, i) => `${20 + Math.floor(i / 256)}.${i % 256}.0.0/16`);
const described = { name: "r", description: "ada@orders.example: takes payments" };
const anywhere = { name: "c", action: "Allow", rule: [{ ...described, destination_addresses: ["*"] }] };
/** What a loop takes from its elements. */
const from = (loop: string) => ({
  description: `\${${loop}.value.why}`,
  destination_addresses: `\${${loop}.value.to}`,
  address_prefix: `\${${loop}.value.to}`,
});
const past = (what: string) => `It sends ${what} past the firewall.`;

const leads = (changes: object) => {
  const kind = "destination_addresses" in changes ? "network_rule_collection" : undefined;
  return { gate, resources: { [rcg]: allow(changes, kind) as never } };
};
const notClassed = (tag: string) => `Whose hosts the tag ${tag} stands for is not known here.`;

nearMisses("NET-08", {
  ...Object.fromEntries(
    (
      [
        ["*.azurecr.io", { destination_fqdns: ["*.azurecr.io"] }],
        ["*.run.app", { destination_fqdns: ["api.payments.example", "*.run.app"] }],
        ["*.workers.dev/*", { destination_urls: ["*.workers.dev/*"] }],
        ["*/login", { destination_urls: ["*/login"] }],
        ["AppService", { destination_addresses: ["AppService"] }],
        ["sql.westeurope", { destination_addresses: ["AzureMonitor", "sql.westeurope"] }],
        ["AzureFrontDoor.Frontend", { destination_addresses: ["AzureFrontDoor.Frontend"] }],
      ] as const
    ).map(([what, changes]) => [
      `${what} stands for everybody's hosts`,
      { ...leads(changes), fail: { [rcg]: `It allows ${what}.` } },
    ]),
  ),
  "an FQDN tag with everybody's storage in it does, too": {
    ...leads({ destination_fqdn_tags: ["AzureBackup"] }),
    fail: { [rcg]: "It allows AzureBackup." },
  },
  "one owner's hosts and paths, and what runs Azure itself, hold": {
    gate,
    resources: Object.fromEntries(
      [
        { destination_fqdns: ["*.payments.example", "*.orders.github.io", "orders.azurecr.io"] },
        { destination_urls: ["api.payments.example/*", "*.payments.example/v1/*"] },
        { destination_fqdn_tags: ["WindowsUpdate", "AzureKubernetesService"] },
      ].map((changes, i) => [`azurerm_firewall_policy_rule_collection_group.g${i}`, allow(changes) as never]),
    ),
    pass: [0, 1, 2].map((i) => `azurerm_firewall_policy_rule_collection_group.g${i}`),
  },
  "tags that nobody has classed are unknown": {
    ...leads({ destination_addresses: ["AzureNovelty.WestEurope"] }),
    unknown: { [rcg]: notClassed("AzureNovelty.WestEurope") },
  },
  "FQDN tags that nobody has classed are unknown": {
    ...leads({ destination_fqdn_tags: ["Office365.Exchange.Optimize"] }),
    unknown: { [rcg]: notClassed("Office365.Exchange.Optimize") },
  },
  "a firewall that is told to let known bad destinations through does": {
    gate,
    resources: {
      "azurerm_firewall.off": { name: "a", threat_intel_mode: "Off" },
      "azurerm_firewall.alert": { name: "b", threat_intel_mode: "Alert" },
      "azurerm_firewall_policy.off": { name: "c", threat_intelligence_mode: "Off" },
      "azurerm_firewall_policy.deny": { name: "d", threat_intelligence_mode: "Deny" },
      "azurerm_firewall_policy.later": { name: "e", threat_intelligence_mode: "${var.mode}" },
    },
    fail: {
      "azurerm_firewall.off": "It lets through what Microsoft knows to be bad: threat intelligence is off.",
      "azurerm_firewall_policy.off": "It lets through what Microsoft knows to be bad: threat intelligence is off.",
    },
    unknown: { "azurerm_firewall_policy.later": "threat_intelligence_mode is not known before apply." },
  },
  "an account whose blobs may go to another tenant lets them": {
    gate,
    resources: {
      "azurerm_storage_account.on": { name: "a", cross_tenant_replication_enabled: true },
      "azurerm_storage_account.off": { name: "b", cross_tenant_replication_enabled: false },
      "azurerm_storage_account.default": { name: "c" },
      "azurerm_storage_account.later": { name: "d", cross_tenant_replication_enabled: "${var.on}" },
      "azurerm_storage_account.copied": { name: "e", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.b": {
        name: "b",
        storage_account_id: "${azurerm_storage_account.copied.id}",
        backup_policy_id: "${azurerm_data_protection_backup_policy_blob_storage.vault.id}",
      },
      "azurerm_storage_account.kept": { name: "f", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.operational": {
        name: "o",
        storage_account_id: "${azurerm_storage_account.kept.id}",
        backup_policy_id: "${azurerm_data_protection_backup_policy_blob_storage.operational.id}",
      },
      "azurerm_storage_account.elsewhere": { name: "g", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.elsewhere": {
        name: "e",
        storage_account_id: "${azurerm_storage_account.elsewhere.id}",
        backup_policy_id: "${var.policy}",
      },
      "azurerm_data_protection_backup_policy_blob_storage.vault": {
        name: "v",
        vault_default_retention_duration: "P90D",
      },
      "azurerm_data_protection_backup_policy_blob_storage.operational": {
        name: "o",
        operational_default_retention_duration: "P30D",
      },
    },
    pass: ["azurerm_storage_account.copied"],
    fail: {
      "azurerm_storage_account.kept": "Its blobs may be replicated into another tenant.",
      "azurerm_storage_account.on": "Its blobs may be replicated into another tenant.",
    },
    unknown: {
      "azurerm_storage_account.elsewhere": "Whether a backup vault needs its blobs to be replicated is not known here.",
      "azurerm_storage_account.later": "cross_tenant_replication_enabled is not known before apply.",
    },
  },
  "a vault may copy the blobs of an account, where the plan does not show which one": {
    gate,
    resources: {
      "azurerm_storage_account.on": { name: "a", cross_tenant_replication_enabled: true },
      "azurerm_data_protection_backup_instance_blob_storage.b": { name: "b", storage_account_id: "${lower(local.x)}" },
    },
    unknown: {
      "azurerm_storage_account.on": "Whether a backup vault needs its blobs to be replicated is not known here.",
    },
  },
  "rules of a firewall in another state are judged where they stand": {
    ...leads({ destination_fqdns: ["*.blob.core.windows.net"] }),
    resources: {
      [rcg]: { ...allow({ destination_fqdns: ["*.blob.core.windows.net"] }), firewall_policy_id: "${var.p}" } as never,
    },
    fail: { [rcg]: "It allows *.blob.core.windows.net." },
  },
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
  "a firewall follows rules of this environment": {
    gate,
    resources: {
      "azurerm_firewall_policy.own": { name: "p", resource_group_name: "rg" },
      "azurerm_firewall_policy.child": { name: "c", base_policy_id: "${var.parent}" },
      "azurerm_firewall.own": { name: "a", firewall_policy_id: "${azurerm_firewall_policy.own.id}" },
      "azurerm_firewall.foreign": { name: "b", firewall_policy_id: "${var.policy}" },
      "azurerm_firewall.later": { name: "c", firewall_policy_id: "${var.x ? var.a : var.b}" },
    },
    pass: ["azurerm_firewall.own"],
    fail: {
      "azurerm_firewall.foreign": "Its rules are those of var.policy, which the environment does not have.",
      "azurerm_firewall_policy.child": "Its rules are those of var.parent, which the environment does not have.",
    },
    unknown: { "azurerm_firewall.later": "firewall_policy_id is not known before apply." },
  },
  "a name with owner and reason holds": {
    gate,
    resources: { [rcg]: allow({ destination_fqdns: ["api.payments.example"] }) as never },
    pass: [rcg],
  },
  ...Object.fromEntries(
    ["*", "*.blob.core.windows.net", "*.com", "*.azure.com"].map((name) => [
      `${name} is everyone's`,
      {
        gate,
        resources: { [rcg]: allow({ destination_fqdns: [name] }) as never },
        fail: { [rcg]: `It allows ${name}.` },
      },
    ]),
  ),
  ...Object.fromEntries(
    ["0.0.0.0/0", "::/0", "*", "Internet", "AzureCloud.westeurope", "128.0.0.0/1"].map((address) => [
      `the address ${address} is no place`,
      {
        gate,
        resources: { [rcg]: allow({ destination_addresses: [address] }, "network_rule_collection") as never },
        fail: { [rcg]: `It allows ${address}.` },
      },
    ]),
  ),
  "a category of the web, and an IP group as wide as it, are no places; a narrow group is": {
    gate,
    resources: {
      "azurerm_ip_group.wide": { name: "w", cidrs: ["10.0.0.0/8", "128.0.0.0/2"] },
      "azurerm_ip_group.narrow": { name: "n", cidrs: ["203.0.113.0/24"] },
      [rcg]: allow({ web_categories: ["News"] }) as never,
      "azurerm_firewall_policy_rule_collection_group.wide": allow(
        { destination_ip_groups: ["${azurerm_ip_group.wide.id}"] },
        "network_rule_collection",
      ) as never,
      "azurerm_firewall_policy_rule_collection_group.narrow": allow(
        { destination_ip_groups: ["${azurerm_ip_group.narrow.id}"] },
        "network_rule_collection",
      ) as never,
    },
    pass: ["azurerm_firewall_policy_rule_collection_group.narrow"],
    fail: {
      [rcg]: "It allows every site of the category News.",
      "azurerm_firewall_policy_rule_collection_group.wide": "It allows 128.0.0.0/2, by azurerm_ip_group.wide.",
    },
  },
  "destinations that a variable decides are unknown": {
    gate,
    resources: {
      [rcg]: allow({ destination_fqdns: "${var.names}" }) as never,
      "azurerm_firewall_policy_rule_collection_group.one": allow({
        destination_fqdns: ["api.payments.example", "${var.name}"],
      }) as never,
    },
    unknown: {
      [rcg]: "destination_fqdns is not known before apply.",
      "azurerm_firewall_policy_rule_collection_group.one": "destination_fqdns is not known before apply.",
    },
  },
  "a rule that nobody asked for fails": {
    gate,
    resources: { [rcg]: allow({ destination_fqdns: ["api.payments.example"], description: "" }) as never },
    fail: { [rcg]: "Its description does not name an owner and a reason." },
  },
  ...Object.fromEntries(
    (
      [
        ["a range from address to address", ["1.0.0.0-223.255.255.255"], "1.0.0.0-223.255.255.255"],
        ["a provider's /8", ["20.0.0.0/8"], "20.0.0.0/8"],
        ["a range wider than a /16", ["203.0.0.0/15"], "203.0.0.0/15"],
        ["a range wide in the addresses of IPv6", ["2000::/3"], "2000::/3"],
        ["many ranges that are narrow one by one", SLICES, "300 ranges that hold more than a /8 together"],
      ] as const
    ).map(([title, destination_addresses, says]) => [
      `${title} is no place`,
      {
        gate,
        resources: { [rcg]: allow({ destination_addresses }, "network_rule_collection") as never },
        fail: { [rcg]: `It allows ${says}.` },
      },
    ]),
  ),
  "a /16, a private range and a tag of one service are places": {
    gate,
    resources: {
      [rcg]: allow(
        { destination_addresses: ["203.0.0.0/16", "10.0.0.0/8", "AzureActiveDirectory", "198.51.100.1-198.51.100.9"] },
        "network_rule_collection",
      ) as never,
    },
    pass: [rcg],
  },
  "rules made in a loop are judged as far as they are written down": {
    gate,
    resources: {
      [rcg]: { name: "g", dynamic: { network_rule_collection: { for_each: [1], content: anywhere } } } as never,
      "azurerm_firewall_policy_rule_collection_group.nested": {
        name: "g",
        network_rule_collection: [
          { name: "c", action: "Allow", dynamic: { rule: { for_each: "${var.rules}", content: from("rule") } } },
        ],
      } as never,
      "azurerm_firewall_policy_rule_collection_group.denying": {
        name: "g",
        network_rule_collection: [
          { name: "c", action: "Deny", dynamic: { rule: { for_each: "${var.rules}", content: from("rule") } } },
        ],
      } as never,
    },
    fail: { [rcg]: "It allows *." },
    unknown: {
      "azurerm_firewall_policy_rule_collection_group.nested": [
        "rule is not known before apply.",
        "description is not known before apply.",
        "destination_addresses is not known before apply.",
      ],
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
