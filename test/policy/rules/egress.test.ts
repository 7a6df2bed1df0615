import { allow, anywhere, from, gate, leads, notClassed, rcg, SLICES } from "./egress-plans";
import { nearMisses } from "./said";

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
  "rules of a firewall in another state are judged where they stand": {
    ...leads({ destination_fqdns: ["*.blob.core.windows.net"] }),
    resources: {
      [rcg]: { ...allow({ destination_fqdns: ["*.blob.core.windows.net"] }), firewall_policy_id: "${var.p}" } as never,
    },
    fail: { [rcg]: "It allows *.blob.core.windows.net." },
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
});
