import type { CustomerPromise } from "../../src/config/promise";
import type { ScaleMode } from "../../src/config/scale-mode";
import { judgePromise } from "../../src/promise/judge";
import type { Measured, PromiseLine, PromiseLineName, PromiseVerdict } from "../../src/promise/promise";
import { type Scale, scaleOf } from "./two-regions";

/** A mode, a promise, what differs, and how the one line of it stands. */
export type Row = readonly [
  title: string,
  mode: ScaleMode,
  promise: CustomerPromise,
  shape: Scale,
  expected: readonly [verdict: PromiseVerdict, can: string | undefined, limitedBy?: string],
  measured?: Measured,
];

/** The one line of a promise. */
export function judgeOne(
  line: PromiseLineName,
  promise: CustomerPromise,
  shape: Scale,
  measured?: Measured,
): PromiseLine {
  const { lines } = judgePromise(promise, scaleOf(shape, measured));
  const found = lines.filter((one) => one.line === line);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} lines ${line}`);
  return found[0];
}

/** A test for each row. */
export function table(line: PromiseLineName, rows: readonly Row[]): void {
  const named = rows.map((row) => [`${row[1]}: ${row[0]}`, row] as const);
  test.each(named)("%s", (_title, [, mode, promise, shape, [verdict, can, limitedBy], measured]) => {
    const found = judgeOne(line, promise, { ...shape, mode }, measured);
    expect([found.verdict, found.can, found.limitedBy]).toEqual([verdict, can, limitedBy]);
    expect(found.fix !== undefined).toBe(verdict === "not kept" || verdict === "unproven");
  });
}
