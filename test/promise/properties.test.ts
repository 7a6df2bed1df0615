import * as fc from "fast-check";
import { DISASTERS } from "../../src/config/promise";
import { durationText } from "../../src/promise/duration";
import { judgePromise } from "../../src/promise/judge";
import type { PromiseLine, PromiseVerdict } from "../../src/promise/promise";
import { graphOf, type Shape } from "./topology";

const SEEDED = { seed: 20_261_121, numRuns: 200 } as const;
const ORDER: readonly PromiseVerdict[] = ["kept", "unproven", "unknown", "not kept"];

const shape: fc.Arbitrary<Shape> = fc.record({
  location: fc.constantFrom("westeurope", "westus"),
  standby: fc.constantFrom("ZoneRedundant", "SameZone", "none"),
  geoBackup: fc.boolean(),
  replication: fc.constantFrom("LRS", "ZRS", "GRS", "GZRS", "${var.replication}"),
  versioning: fc.boolean(),
  zoneRedundantApps: fc.boolean(),
  replicas: fc.constantFrom(0, 1, 2),
  webUsesStores: fc.boolean(),
  database: fc.boolean(),
  blobs: fc.boolean(),
  queue: fc.boolean(),
  privateLink: fc.boolean(),
});
const minutes = fc.integer({ min: 1, max: 20_000 });
const disasters = fc.subarray([...DISASTERS], { minLength: 1 });
const measured = fc.record({ restore: minutes, loss: minutes, recreation: minutes }, { requiredKeys: [] });

function worse(a: PromiseLine, b: PromiseLine): boolean {
  return ORDER.indexOf(a.verdict) > ORDER.indexOf(b.verdict);
}

function lines(report: ReturnType<typeof judgePromise>): Readonly<Record<string, PromiseLine>> {
  return Object.fromEntries(report.lines.map((one) => [one.line, one]));
}

test("a weaker promise is never judged worse than a stronger one", () => {
  fc.assert(
    fc.property(
      shape,
      disasters,
      measured,
      fc.tuple(minutes, minutes),
      fc.tuple(fc.double({ min: 90, max: 99.99, noNaN: true }), fc.double({ min: 90, max: 99.99, noNaN: true })),
      (environment, which, drills, times, percents) => {
        const graph = graphOf(environment);
        const judge = (time: number, availability: number) =>
          lines(
            judgePromise(
              { availability, rto: durationText(time), rpo: durationText(time), disasters: which },
              { graph, measured: drills },
            ),
          );
        const strong = judge(Math.min(...times), Math.max(...percents));
        const weak = judge(Math.max(...times), Math.min(...percents));
        for (const [name, line] of Object.entries(weak))
          expect([name, worse(line, strong[name]!)]).toEqual([name, false]);
      },
    ),
    SEEDED,
  );
});

test("a promise for fewer disasters is never judged worse", () => {
  fc.assert(
    fc.property(shape, disasters, minutes, (environment, which, time) => {
      const graph = graphOf(environment);
      const judge = (some: typeof which) =>
        lines(judgePromise({ rto: durationText(time), rpo: durationText(time), disasters: some }, { graph }));
      const all = judge([...DISASTERS]);
      for (const [name, line] of Object.entries(judge(which)))
        expect([name, worse(line, all[name]!)]).toEqual([name, false]);
    }),
    SEEDED,
  );
});

function percentOf(environment: Shape): number {
  const [line] = judgePromise({ availability: 99.999, covers: ["web", "api"] }, { graph: graphOf(environment) }).lines;
  return Number.parseFloat(line?.can ?? "");
}

test("a standby, zones of the gateway and a second replica never lower the composed availability", () => {
  fc.assert(
    fc.property(shape, (environment) => {
      const without = percentOf({ ...environment, standby: "none" });
      const same = percentOf({ ...environment, standby: "SameZone" });
      const zones = percentOf({ ...environment, standby: "ZoneRedundant" });
      expect(zones).toBeGreaterThanOrEqual(environment.location === "westus" ? without : same);
      expect(same).toBeGreaterThanOrEqual(without);
      const oneZone = { ...environment, gateway: { zones: ["1"] } };
      expect(percentOf(environment)).toBeGreaterThanOrEqual(percentOf(oneZone));
      expect(percentOf({ ...environment, replicas: 2 })).toBeGreaterThanOrEqual(percentOf(environment));
    }),
    SEEDED,
  );
});

test("more copies never make recovery worse", () => {
  const better: readonly Shape[] = [
    { geoBackup: true },
    { versioning: true },
    { zoneRedundantApps: true },
    { standby: "ZoneRedundant" },
    { replication: "GZRS" },
  ];
  fc.assert(
    fc.property(shape, fc.constantFrom(...better), disasters, minutes, (environment, change, which, time) => {
      const promise = { rpo: durationText(time), rto: durationText(time), disasters: which };
      const before = lines(judgePromise(promise, { graph: graphOf(environment) }));
      const after = lines(judgePromise(promise, { graph: graphOf({ ...environment, ...change }) }));
      for (const [name, line] of Object.entries(after))
        if (before[name]?.verdict === "not kept" || before[name]?.verdict === "kept")
          expect([name, worse(line, before[name])]).toEqual([name, false]);
    }),
    SEEDED,
  );
});

test("what is not kept always says what decides, and what would change it", () => {
  fc.assert(
    fc.property(shape, disasters, minutes, (environment, which, time) => {
      const promise = {
        availability: 99.9,
        rpo: durationText(time),
        rto: durationText(time),
        disasters: which,
        covers: ["web", "api"],
      };
      for (const line of judgePromise(promise, { graph: graphOf(environment) }).lines)
        if (line.verdict === "not kept") {
          expect(line.limitedBy).toEqual(expect.any(String));
          expect(line.fix?.says).toMatch(/\.$/);
        }
    }),
    SEEDED,
  );
});
