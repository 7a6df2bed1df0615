import { PLATFORM_EGRESS } from "../../constructs/platform-egress";
import { platformNeed } from "../../src/exposure/platform-places";
import { reasonOf } from "../../src/exposure/reason";
import { exposed, network } from "./support";

const said = "owner: ada@orders.example. Card payments.";
const application = (rule: object) => ({
  "azurerm_firewall_policy_rule_collection_group.g": {
    name: "g",
    firewall_policy_id: "${azurerm_firewall_policy.p.id}",
    application_rule_collection: [
      { name: "hosts", action: "Allow", rule: [{ name: "payments", description: said, ...rule }] },
    ],
  },
});
const networkRule = (rule: object, action = "Allow") => ({
  "azurerm_firewall_policy_rule_collection_group.g": {
    name: "g",
    network_rule_collection: [
      {
        name: "addresses",
        action,
        rule: [{ name: "out", description: said, protocols: ["TCP"], destination_ports: ["443"], ...rule }],
      },
    ],
  },
});

describe("what a firewall lets out", () => {
  test("a rule by name, with where from, over what, who wants it and why", () => {
    const found = exposed({
      ...network({ apps: { address_prefixes: ["10.30.0.0/23"] } }),
      ...application({
        source_addresses: ["10.30.0.0/23", "10.30.0.0/22", "10.99.0.0/16"],
        destination_fqdns: ["api.payments.example"],
        protocols: [{ type: "Https", port: 443 }],
      }),
    });
    expect(found.firewallRules).toEqual([
      {
        resource: "azurerm_firewall_policy_rule_collection_group.g",
        rule: "payments",
        action: "allow",
        from: ["10.30.0.0/22 (azurerm_virtual_network.v)", "10.30.0.0/23 (azurerm_subnet.apps)", "10.99.0.0/16"],
        to: ["api.payments.example"],
        ports: ["https 443"],
        whose: "product",
        owner: "ada@orders.example",
        why: "Card payments",
        until: "",
      },
    ]);
  });

  test("a rule by tag or address, a denying one, and one whose destination is not known", () => {
    const brief = (resources: object) =>
      exposed(resources).firewallRules.map(
        ({ action, to, ports, whose }) => `${action} ${to.join(", ")} ${ports.join(", ")} ${whose}`,
      );
    expect(brief(networkRule({ destination_addresses: ["AzureMonitor", "Storage.WestEurope"] }))).toEqual([
      "allow AzureMonitor, Storage.WestEurope tcp 443 product",
    ]);
    expect(brief(networkRule({ destination_addresses: ["AzureMonitor.WestEurope"] }))).toEqual([
      "allow AzureMonitor.WestEurope tcp 443 platform",
    ]);
    expect(
      brief(networkRule({ destination_fqdns: ["db.partner.example"], destination_ports: ["5432", "6432"] }, "Deny")),
    ).toEqual(["deny db.partner.example tcp 5432, 6432 product"]);
    expect(brief(networkRule({ destination_addresses: "${var.partners}" }))).toEqual([
      "allow ${var.partners} tcp 443 product",
    ]);
    expect(brief(networkRule({}))).toEqual(["allow not known before apply tcp 443 product"]);
  });

  test("rules that are made in a loop are not known, and said to be so", () => {
    const found = exposed({
      "azurerm_firewall_policy_rule_collection_group.g": { name: "g", dynamic: { application_rule_collection: {} } },
    });
    expect(found.firewallRules).toMatchObject([
      { rule: "application_rule_collection that are not known before apply", to: ["not known before apply"] },
    ]);
  });

  test("collections of a firewall without a policy are read too", () => {
    const found = exposed({
      "azurerm_firewall.f": { name: "fw", resource_group_name: "rg" },
      "azurerm_firewall_application_rule_collection.a": {
        name: "a",
        azure_firewall_name: "fw",
        resource_group_name: "rg",
        action: "Allow",
        rule: [
          {
            name: "payments",
            target_fqdns: ["api.payments.example"],
            source_addresses: ["*"],
            protocol: [{ type: "Https", port: 443 }],
          },
        ],
      },
    });
    expect(found.firewallRules).toMatchObject([
      { to: ["api.payments.example"], ports: ["https 443"], owner: "not said", why: "not said" },
    ]);
    expect(found.idleRuleGroups).toEqual([]);
  });

  test("what a description leaves out, the config says", () => {
    const config = {
      egress: { allow: { payments: { owner: "grace@orders.example", why: "card payments", until: "2027-09-30" } } },
    };
    const rule = { destination_fqdns: ["api.payments.example"] };
    expect(exposed(application({ ...rule, description: "" }), config).firewallRules[0]).toMatchObject({
      owner: "grace@orders.example",
      why: "card payments",
      until: "2027-09-30",
    });
    expect(exposed(application(rule), config).firewallRules[0]).toMatchObject({
      owner: "ada@orders.example",
      why: "Card payments",
      until: "2027-09-30",
    });
  });

  test("the product's rules come first, then the platform's own with what they are for", () => {
    const rule = (name: string, fqdn: string) => ({ name, destination_fqdns: [fqdn] });
    const found = exposed({
      "azurerm_firewall_policy_rule_collection_group.g": {
        application_rule_collection: [
          {
            name: "c",
            action: "Allow",
            rule: [rule("a", "mcr.microsoft.com"), rule("z", "api.z.example"), rule("b", "api.b.example")],
          },
        ],
      },
    });
    expect(found.firewallRules.map(({ rule: name, whose, why }) => [name, whose, why])).toEqual([
      ["b", "product", "not said"],
      ["z", "product", "not said"],
      ["a", "platform", "system images"],
    ]);
  });
});

describe("the platform's own places", () => {
  test("are all that the shipped firewall opens for it", () => {
    const places = PLATFORM_EGRESS.flatMap(({ to }): readonly string[] => ("tag" in to ? [to.tag] : to.fqdns));
    expect(places.filter((one) => platformNeed(one) === undefined)).toEqual([]);
  });

  test.each([
    "*",
    "*.microsoft.com",
    "evil.mcr.microsoft.com",
    "mcr.microsoft.com.evil.example",
    "AzureCloud",
    "AzureMonitor.West.Europe",
    "constructor",
    "*.AzureMonitor",
  ])("are not %s", (place) => {
    expect(platformNeed(place)).toBeUndefined();
  });
});

describe("firewalls", () => {
  test("with tier, policy and what they do with addresses known to be bad", () => {
    const found = exposed({
      "azurerm_firewall.basic": { sku_tier: "Basic", firewall_policy_id: "${azurerm_firewall_policy.p.id}" },
      "azurerm_firewall.elsewhere": { sku_tier: "Premium", firewall_policy_id: "${var.policy}" },
      "azurerm_firewall.old": { sku_tier: "Standard", threat_intel_mode: "Deny" },
      "azurerm_firewall_policy.p": { name: "p" },
    });
    expect(found.firewalls).toEqual([
      { resource: "azurerm_firewall.basic", tier: "Basic", policy: "azurerm_firewall_policy.p", knownBad: "Alert" },
      {
        resource: "azurerm_firewall.elsewhere",
        tier: "Premium",
        policy: "var.policy",
        knownBad: "not known before apply",
      },
      { resource: "azurerm_firewall.old", tier: "Standard", policy: "none", knownBad: "Deny" },
    ]);
  });

  test("rules of a policy that no firewall has apply to nothing; those of a base policy apply", () => {
    const group = (policy: string) => ({ firewall_policy_id: `\${azurerm_firewall_policy.${policy}.id}` });
    const found = exposed({
      "azurerm_firewall.f": { firewall_policy_id: "${azurerm_firewall_policy.child.id}" },
      "azurerm_firewall_policy.base": { name: "base" },
      "azurerm_firewall_policy.child": { name: "child", base_policy_id: "${azurerm_firewall_policy.base.id}" },
      "azurerm_firewall_policy.idle": { name: "idle" },
      "azurerm_firewall_policy_rule_collection_group.base": group("base"),
      "azurerm_firewall_policy_rule_collection_group.child": group("child"),
      "azurerm_firewall_policy_rule_collection_group.idle": group("idle"),
    });
    expect(found.idleRuleGroups).toEqual(["azurerm_firewall_policy_rule_collection_group.idle"]);
  });
});

test.each([
  ["owner: ada@orders.example. Card payments.", { owner: "ada@orders.example", why: "Card payments" }],
  ["owner=ada@orders.example; why: card payments", { owner: "ada@orders.example", why: "card payments" }],
  ["ada@orders.example: takes payments", { owner: "ada@orders.example", why: "takes payments" }],
  ["Card payments. owner: ada@orders.example", { owner: "ada@orders.example", why: "Card payments" }],
  [
    "owner: ada@orders.example. Card payments. until 2027-03-01",
    { owner: "ada@orders.example", why: "Card payments", until: "2027-03-01" },
  ],
  [
    "owner: ada@orders.example. Card payments (until: 2027-03-01).",
    { owner: "ada@orders.example", why: "Card payments", until: "2027-03-01" },
  ],
  ["because", { why: "because" }],
  ["", {}],
])("a description %j is taken apart", (text, reason) => {
  expect(reasonOf(text)).toEqual(reason);
});
