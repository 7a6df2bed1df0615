import * as fc from "fast-check";
import { SCALE_MODES } from "../../src/config/scale-mode";
import { durationText, minutesOf } from "../../src/promise/duration";
import { judgePromise } from "../../src/promise/judge";
import { modeChoices } from "../../src/promise/modes";
import type { PromiseVerdict } from "../../src/promise/promise";
import { type Scale, scaleOf } from "./two-regions";

const SEEDED = { seed: 20_261_128, numRuns: 60 } as const;
const ORDER: readonly PromiseVerdict[] = ["kept", "unproven", "unknown", "not kept"];

const shape: fc.Arbitrary<Scale> = fc.record({
  mode: fc.constantFrom(...SCALE_MODES),
  database: fc.boolean(),
  blobs: fc.boolean(),
  queue: fc.boolean(),
  lagAlert: fc.constantFrom(60, 300, 3600, undefined, "${var.lag}"),
  geoBackup: fc.boolean(),
  vault: fc.boolean(),
  images: fc.boolean(),
  webUsesStores: fc.boolean(),
});
const minutes = fc.integer({ min: 1, max: 2000 });
const drills = fc.option(fc.record({ rto: minutes, rpo: minutes }), { nil: undefined });

test("a mode in which more stands costs no less, and takes no longer", () => {
  fc.assert(
    fc.property(shape, minutes, (environment, time) => {
      const promise = { rto: durationText(time), rpo: durationText(time), disasters: ["region"] } as const;
      const modes = modeChoices(promise, scaleOf(environment));
      const costs = modes.map(({ monthly = Number.NaN }) => monthly);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
      const times = modes.map(({ lines }) => minutesOf(lines.find(({ line }) => line === "rto")?.can) ?? 1e9);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    }),
    SEEDED,
  );
});

test("a weaker promise is never judged worse, and what is not kept says what decides and what would change it", () => {
  fc.assert(
    fc.property(shape, fc.tuple(minutes, minutes), drills, (environment, times, drill) => {
      const topology = scaleOf(environment, drill && { failover: { forced: drill } });
      const judge = (time: number) =>
        judgePromise({ rto: durationText(time), rpo: durationText(time), disasters: ["region"] }, topology).lines;
      const [strong, weak] = [judge(Math.min(...times)), judge(Math.max(...times))];
      for (const [at, line] of weak.entries())
        expect(ORDER.indexOf(line.verdict)).toBeLessThanOrEqual(ORDER.indexOf(strong[at]!.verdict));
      for (const line of strong.filter(({ verdict }) => verdict === "not kept")) {
        expect(line.limitedBy).toEqual(expect.any(String));
        expect(line.fix?.says).toMatch(/\.$/);
      }
    }),
    SEEDED,
  );
});
