import fc from "fast-check";
import { contains, formatCidr, overlaps, parseCidr } from "../../src/config/cidr";
import { PILOT_SUBNETS, planSubnets, smallestNetwork } from "../../src/config/subnets";

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
