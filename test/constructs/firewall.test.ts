import { type EgressRule, Firewall, type FirewallTier } from "../../constructs/firewall";
import { PLATFORM_EGRESS } from "../../constructs/platform-egress";
import { RouteTable } from "../../constructs/route-table";
import { VirtualNetwork } from "../../constructs/virtual-network";
import { BadInput } from "../../src/errors";
import { judged } from "../policy/near-miss";
import { madeBefore, ScratchStack } from "./scratch-stack";

const from = ["10.30.0.0/23"];
const owner = "ada@orders.example";
const PLATFORM = PLATFORM_EGRESS.map((one): EgressRule => ({ ...one, from, owner }));
const PAYMENTS = { name: "payments", from, to: { fqdns: ["api.payments.example"] }, ports: [443], owner, why: "cards" };

/** A firewall with the subnet that it guards. */
function firewallIn(
  tier: FirewallTier,
  more: { readonly rules?: readonly EgressRule[]; readonly zones?: string[] } = {},
) {
  const stack = new ScratchStack();
  const { group } = stack;
  const network = new VirtualNetwork(stack, "network", { group, name: "vnet", range: "10.30.0.0/22" });
  const firewall = new Firewall(stack, "firewall", {
    group,
    name: "afw",
    policyName: "afwp",
    publicIpName: "pip",
    tier,
    subnet: network.addPlatformSubnet("firewall", { name: "AzureFirewallSubnet", range: "10.30.2.0/26" }),
    ...(tier === "Basic" && {
      management: {
        subnet: network.addPlatformSubnet("management", {
          name: "AzureFirewallManagementSubnet",
          range: "10.30.2.64/26",
        }),
        publicIpName: "pip-management",
      },
    }),
    zones: [],
    rules: [...PLATFORM, PAYMENTS],
    ...more,
  });
  const routeTable = new RouteTable(stack, "routes", { group, name: "rt", firewall });
  network.addSubnet("apps", {
    name: "snet-apps",
    range: "10.30.0.0/23",
    securityGroupName: "nsg-apps",
    rules: [],
    routeTable,
  });
  return { resources: stack.resources(), firewall, stack };
}

const policy = "azurerm_firewall_policy.firewall_policy";
const rules = "azurerm_firewall_policy_rule_collection_group.firewall_policy_rules";
const resource = "azurerm_firewall.firewall";

describe("a Basic firewall", () => {
  const { resources } = firewallIn("Basic");

  it("is run by Azure over an address and a subnet of their own", () => {
    expect(resources[resource]).toEqual({
      name: "afw",
      sku_name: "AZFW_VNet",
      sku_tier: "Basic",
      firewall_policy_id: `\${${policy}.id}`,
      ip_configuration: [
        {
          name: "egress",
          subnet_id: "${azurerm_subnet.network_subnet-firewall.id}",
          public_ip_address_id: "${azurerm_public_ip.firewall_address.id}",
        },
      ],
      management_ip_configuration: {
        name: "management",
        subnet_id: "${azurerm_subnet.network_subnet-management.id}",
        public_ip_address_id: "${azurerm_public_ip.firewall_management.id}",
      },
      depends_on: [rules],
    });
  });

  it("only alerts on addresses known to be bad, and resolves no names for others", () => {
    expect(resources[policy]).toEqual({ name: "afwp", sku: "Basic", threat_intelligence_mode: "Alert" });
  });

  it("is refused without the management part", () => {
    const { group } = new ScratchStack();
    const props = { group, name: "afw", policyName: "afwp", publicIpName: "pip", zones: [], rules: [] };
    const subnet = { id: "/subnet", range: "10.30.2.0/26", ready: [] };
    const make = () => new Firewall(new ScratchStack(), "firewall", { ...props, tier: "Basic", subnet });
    expect(make).toThrow(BadInput);
    expect(make).toThrow(/^firewall\.management must be given on firewall tier Basic\n/);
  });
});

describe("a Standard firewall", () => {
  const { resources } = firewallIn("Standard", { zones: ["1", "2", "3"] });

  it("denies addresses known to be bad and resolves names for its network rules", () => {
    expect(resources[policy]).toEqual({
      name: "afwp",
      sku: "Standard",
      threat_intelligence_mode: "Deny",
      dns: { proxy_enabled: true },
    });
  });

  it("needs no management part, and spreads over the zones with its address", () => {
    expect(resources[resource]).toMatchObject({ sku_tier: "Standard", zones: ["1", "2", "3"] });
    expect(resources[resource]).not.toHaveProperty("management_ip_configuration");
    expect(resources["azurerm_public_ip.firewall_address"]?.["zones"]).toEqual(["1", "2", "3"]);
  });
});

describe("the allow-list", () => {
  it("is one group with one collection of each kind, and only allows", () => {
    const { network_rule_collection, application_rule_collection, ...group } = firewallIn("Basic").resources[rules]!;
    const outline = [network_rule_collection, application_rule_collection]
      .flatMap((one) => one as { action: string; name: string; priority: number; rule: { name: string }[] }[])
      .map(({ rule, ...one }) => ({ ...one, rules: rule.map(({ name }) => name) }));
    expect(group).toEqual({ name: "allow-list", priority: 1000, firewall_policy_id: `\${${policy}.id}` });
    expect(outline).toEqual([
      { name: "addresses", priority: 100, action: "Allow", rules: ["platform-telemetry"] },
      {
        name: "hosts",
        priority: 200,
        action: "Allow",
        rules: ["platform-images", "platform-packages", "platform-sign-in", "payments"],
      },
    ]);
  });

  it("holds no empty collection", () => {
    expect(Object.keys(firewallIn("Basic", { rules: [PAYMENTS] }).resources[rules]!)).not.toContain(
      "network_rule_collection",
    );
  });

  it("is absent where nothing is allowed: a firewall without rules denies", () => {
    const { resources } = firewallIn("Basic", { rules: [] });
    expect(resources[rules]).toBeUndefined();
    expect(resources[resource]?.["depends_on"]).toEqual([]);
  });

  it.each(["Basic", "Standard"] as const)(
    "is what NET-08 asks for, on %s, and so is every address for NET-06",
    (tier) => {
      const resources = firewallIn(tier).resources as never;
      const gate = "pre-production" as const;
      expect(judged("NET-08", { gate, resources })).toEqual({
        pass: ["azurerm_firewall.firewall", "azurerm_subnet.network_subnet-apps", rules].sort(),
        fail: [],
        unknown: [],
      });
      expect(judged("NET-06", { gate, resources })).toMatchObject({ fail: [], unknown: [] });
    },
  );
});

describe("the order", () => {
  const { resources, firewall, stack } = firewallIn("Basic");

  it("makes the rules before the firewall, and the firewall before a subnet's routes; destroying goes the other way", () => {
    expect(madeBefore(resources, resource)).toEqual(
      [
        rules,
        policy,
        "azurerm_public_ip.firewall_address",
        "azurerm_public_ip.firewall_management",
        "azurerm_subnet.network_subnet-firewall",
        "azurerm_subnet.network_subnet-management",
        "azurerm_virtual_network.network",
      ].sort(),
    );
    expect(madeBefore(resources, "azurerm_subnet_route_table_association.network_routes-apps")).toEqual(
      expect.arrayContaining([resource, rules, "azurerm_route_table.routes"]),
    );
  });

  it("lets others wait for the firewall itself", () => {
    expect(firewall.ready.map((one) => stack.written(one.fqn))).toEqual([`\${${resource}}`]);
    expect(stack.written(firewall.privateAddress)).toBe(`\${${resource}.ip_configuration[0].private_ip_address}`);
  });
});
