import {
  applicationRules,
  type EgressRule,
  type FirewallTier,
  networkRules,
  refuseImpossible,
} from "../../constructs/egress-rule";
import { BadInput } from "../../src/errors";

const rule = (more: Partial<EgressRule> = {}): EgressRule => ({
  name: "payments",
  from: ["10.30.0.0/23"],
  to: { fqdns: ["api.payments.example"] },
  ports: [443],
  owner: "ada@orders.example",
  why: "card payments",
  ...more,
});
const tag = (more: Partial<EgressRule> = {}) => rule({ name: "files", to: { tag: "Storage.WestEurope" }, ...more });

function saysOf(tier: FirewallTier, ...rules: EgressRule[]): string[] {
  try {
    refuseImpossible(rules, tier);
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(({ says }) => says);
    throw error;
  }
  return [];
}

describe("host names", () => {
  it("are read from the request on 443 and 80", () => {
    const rules = [rule({ ports: [443, 80] })];
    expect(networkRules(rules)).toEqual([]);
    expect(applicationRules(rules)).toEqual([
      {
        name: "payments",
        description: "owner: ada@orders.example. card payments",
        sourceAddresses: ["10.30.0.0/23"],
        destinationFqdns: ["api.payments.example"],
        protocols: [
          { type: "Https", port: 443 },
          { type: "Http", port: 80 },
        ],
      },
    ]);
  });

  it("are resolved by the firewall on other ports", () => {
    const rules = [rule({ ports: [443, 5671] })];
    expect(applicationRules(rules)[0]?.protocols).toEqual([{ type: "Https", port: 443 }]);
    expect(networkRules(rules)).toEqual([
      {
        name: "payments",
        description: "owner: ada@orders.example. card payments",
        protocols: ["TCP"],
        sourceAddresses: ["10.30.0.0/23"],
        destinationPorts: ["5671"],
        destinationFqdns: ["api.payments.example"],
      },
    ]);
  });
});

test("a service tag is a network rule on all of its ports", () => {
  const rules = [tag({ ports: [443, 445] })];
  expect(applicationRules(rules)).toEqual([]);
  expect(networkRules(rules)).toEqual([
    {
      name: "files",
      description: "owner: ada@orders.example. card payments",
      protocols: ["TCP"],
      sourceAddresses: ["10.30.0.0/23"],
      destinationPorts: ["443", "445"],
      destinationAddresses: ["Storage.WestEurope"],
    },
  ]);
});

describe("a firewall refuses", () => {
  it("nothing that its tier can enforce", () => {
    expect(saysOf("Basic", rule({ ports: [80, 443] }), tag({ ports: [445] }))).toEqual([]);
    expect(saysOf("Standard", rule({ ports: [5671] }), tag({ ports: [445] }))).toEqual([]);
    expect(saysOf("Standard", rule({ to: { fqdns: ["*.payments.example"] } }))).toEqual([]);
  });

  it("host names on other ports on Basic, which has no DNS proxy", () => {
    expect(saysOf("Basic", rule({ ports: [443, 5671, 25] }))).toEqual([
      "egress.payments.ports must be 80 or 443 for host names on firewall tier Basic, got 5671, 25",
    ]);
  });

  it("wildcards on other ports on every tier, because they have no address", () => {
    expect(saysOf("Standard", rule({ to: { fqdns: ["a.example", "*.b.example"] }, ports: [5671] }))).toEqual([
      "egress.payments.ports must be 80 or 443 for host names with a wildcard, got 5671",
    ]);
  });

  it("everything wrong at once: names written twice, rules without a port", () => {
    expect(saysOf("Standard", rule(), tag({ ports: [] }), rule(), rule({ name: "mail", ports: [] }))).toEqual([
      "egress.payments is written twice",
      "egress.files.ports must name a port, got none",
      "egress.mail.ports must name a port, got none",
    ]);
  });
});
