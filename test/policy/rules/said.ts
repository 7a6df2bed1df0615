import type { EvidenceEntry } from "../../../src/evidence/entry";
import { type Case, saidBy } from "../near-miss";

/** What is said of each resource, or of `config` and a path: one sentence, or several in order. */
export type Said = Readonly<Record<string, string | readonly string[]>>;

/** One row: an environment, exactly what holds, and exactly what is said of the rest. */
export interface SaidCase extends Omit<Case, "fail" | "unknown"> {
  readonly evidence?: readonly EvidenceEntry[];
  readonly fail?: Said;
  readonly unknown?: Said;
}

function judged(control: string, row: SaidCase) {
  const found = { fail: new Map<string, string[]>(), unknown: new Map<string, string[]>(), pass: new Set<string>() };
  for (const { key, verdict, says } of saidBy(control, row)) {
    if (verdict === "pass") found.pass.add(key);
    else found[verdict].set(key, [...(found[verdict].get(key) ?? []), says]);
  }
  const pass = [...found.pass].filter((key) => !found.fail.has(key) && !found.unknown.has(key)).sort();
  return { pass, fail: Object.fromEntries(found.fail), unknown: Object.fromEntries(found.unknown) };
}

/** Runs the rows of one control; every set is exact, and so is every sentence. */
export function nearMisses(control: string, rows: Readonly<Record<string, SaidCase>>): void {
  describe(control, () => {
    test.each(Object.entries(rows))("%s", (_title, row) => {
      const lists = (said: Said = {}) =>
        Object.fromEntries(Object.entries(said).map(([key, one]) => [key, [one].flat()]));
      expect(judged(control, row)).toEqual({
        pass: [...(row.pass ?? [])].sort(),
        fail: lists(row.fail),
        unknown: lists(row.unknown),
      });
    });
  });
}
