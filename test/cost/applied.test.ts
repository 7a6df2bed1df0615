import { isApplied } from "../../src/cost/applied";

const NAMES = ["platform", "services", "recovery", "data-neu", "platform-neu", "access-neu", "services-neu", "edge"];

/** Stacks that a mode writes down and does not apply. */
function later(mode: Parameters<typeof isApplied>[1]): readonly string[] {
  return NAMES.filter((name) => !isApplied(`orders-production-${name}`, mode));
}

describe("what of a second region is paid for before the first is lost", () => {
  test("cold: what holds data, and the edge", () => {
    expect(later("cold-standby")).toEqual(["platform-neu", "access-neu", "services-neu"]);
  });

  test("warm: all but people's way in", () => {
    expect(later("warm-standby")).toEqual(["access-neu"]);
  });

  test("hot and active: everything, as in one region", () => {
    expect([later("hot-failover"), later("active-active"), later(undefined)]).toEqual([[], [], []]);
  });
});
