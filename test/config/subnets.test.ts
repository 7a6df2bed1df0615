import fc from "fast-check";
import { contains, formatCidr, overlaps, parseCidr } from "../../src/config/cidr";
import { HARDENED_SUBNETS, PILOT_SUBNETS, planSubnets, smallestNetwork, subnetsOf } from "../../src/config/subnets";
import type { Stage } from "../../src/stages/stage";

describe("the plan of a network from Pre-Production on", () => {
  const ROOMY = {
    apps: "10.30.0.0/23",
    gateway: "10.30.2.0/25",
    AzureFirewallManagementSubnet: "10.30.2.128/26",
    AzureFirewallSubnet: "10.30.2.192/26",
    GatewaySubnet: "10.30.3.0/27",
    endpoints: "10.30.3.32/27",
    data: "10.30.3.64/28",
    resolver: "10.30.3.80/28",
  };

  test.each(["10.30.0.0/22", "10.30.0.0/21", "10.30.0.0/16"])("%s gives every subnet the size it likes", (space) => {
    expect(planSubnets(space, HARDENED_SUBNETS)).toEqual(ROOMY);
  });

  test("in a /23 the apps give way first", () => {
    expect(planSubnets("10.30.4.0/23", HARDENED_SUBNETS)).toEqual({
      apps: "10.30.4.0/25",
      gateway: "10.30.4.128/25",
      AzureFirewallManagementSubnet: "10.30.5.0/26",
      AzureFirewallSubnet: "10.30.5.64/26",
      GatewaySubnet: "10.30.5.128/27",
      endpoints: "10.30.5.160/27",
      data: "10.30.5.192/28",
      resolver: "10.30.5.208/28",
    });
  });

  test("a /24 is sixteen addresses short", () => {
    expect(planSubnets("10.30.4.0/24", HARDENED_SUBNETS)).toBeUndefined();
    expect(smallestNetwork(HARDENED_SUBNETS)).toBe(23);
  });

  test("is that of every later stage too", () => {
    expect(["pilot", "pre-production", "production", "scale"].map((stage) => subnetsOf(stage as Stage))).toEqual([
      PILOT_SUBNETS,
      HARDENED_SUBNETS,
      HARDENED_SUBNETS,
      HARDENED_SUBNETS,
    ]);
  });
});

describe("the plan of a network's subnets", () => {
  test.each([
    ["10.20.0.0/22", { apps: "10.20.0.0/23", endpoints: "10.20.2.0/26" }],
    ["10.20.0.0/16", { apps: "10.20.0.0/23", endpoints: "10.20.2.0/26" }],
    ["10.20.0.0/24", { apps: "10.20.0.0/25", endpoints: "10.20.0.128/26" }],
    ["10.20.0.0/26", { apps: "10.20.0.0/27", endpoints: "10.20.0.32/27" }],
  ])("%s is divided the same way each time", (space, plan) => {
    expect(planSubnets(space, PILOT_SUBNETS)).toEqual(plan);
  });

  test("a /27 holds the apps and leaves no room for the endpoints", () => {
    expect(planSubnets("10.20.0.0/27", PILOT_SUBNETS)).toBeUndefined();
    expect(smallestNetwork(PILOT_SUBNETS)).toBe(26);
  });

  test("text that is no range has no plan", () => {
    expect(planSubnets("10.20.0.1/22", PILOT_SUBNETS)).toBeUndefined();
  });

  test("every plan lies inside its network, overlaps nowhere, and respects the smallest sizes", () => {
    const need = fc.record({
      smallest: fc.integer({ min: 24, max: 29 }),
      extra: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 28 }), fc.array(need, { minLength: 1, maxLength: 7 }), (prefix, sizes) => {
        const space = parseCidr(`10.0.0.0/${prefix}`)!;
        const needs = sizes.map(({ smallest, extra }, index) => ({
          name: `s${index}`,
          smallest,
          preferred: smallest - extra,
        }));
        const plan = planSubnets(formatCidr(space), needs);
        if (plan === undefined) return;
        const ranges = needs.map(({ name, smallest }) => {
          const range = parseCidr(plan[name]!)!;
          expect(range.prefix).toBeLessThanOrEqual(smallest);
          expect(contains(space, range)).toBe(true);
          return range;
        });
        for (const [index, range] of ranges.entries())
          for (const other of ranges.slice(0, index)) expect(overlaps(range, other)).toBe(false);
      }),
    );
  });
});
