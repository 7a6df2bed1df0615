import { ruleOf } from "../../src/policy/catalogue";
import type { ConfigView } from "../../src/policy/config-view";
import { Context } from "../../src/policy/context";
import { asDay } from "../../src/policy/day";
import { buildGraph } from "../../src/policy/graph/build";
import type { JsonObject } from "../../src/policy/graph/json";
import type { RecreationView } from "../../src/policy/recreation-view";
import type { Stage } from "../../src/stages/stage";

/** Resources by Terraform address. */
export type Resources = Readonly<Record<string, JsonObject>>;

/** One row: an environment, and exactly what a rule says about it. */
export interface Case {
  readonly resources?: Resources;
  /** Top-level parts of the stack beside its resources. */
  readonly stack?: JsonObject;
  readonly config?: ConfigView;
  readonly gate: Stage;
  readonly today?: string;
  readonly neighbours?: readonly ConfigView[];
  readonly recreation?: RecreationView;
  readonly pass?: readonly string[];
  readonly fail?: readonly string[];
  readonly unknown?: readonly string[];
}

/** A stack as cdktf synthesizes it. */
export function stackJson(resources: Resources, extra: JsonObject = {}): JsonObject {
  const byType: Record<string, Record<string, JsonObject>> = {};
  for (const [address, attributes] of Object.entries(resources)) {
    const [type = "", name = ""] = address.split(".");
    byType[type] = { ...byType[type], [name]: attributes };
  }
  return { ...extra, resource: byType };
}

const WORST = ["fail", "unknown", "pass"] as const;

/** What a rule says about each resource; the worst of its judgements counts. */
export function judged(control: string, one: Case): Record<"pass" | "fail" | "unknown", string[]> {
  const rule = ruleOf(control);
  if (!rule) throw new Error(`no rule ${control}`);
  const graph = buildGraph([{ kind: "synth", name: "platform", json: stackJson(one.resources ?? {}, one.stack) }]);
  const said = new Context(rule, {
    gate: one.gate,
    graph,
    config: one.config,
    today: asDay(one.today),
    neighbours: one.neighbours,
    recreation: one.recreation,
  }).run();
  const worst = new Map<string, (typeof WORST)[number]>();
  for (const { finding } of said) {
    const { resource, path, verdict } = finding;
    const key = resource === "config" ? `config ${path}` : resource;
    if (verdict === "not-applicable") continue;
    const before = worst.get(key);
    if (!before || WORST.indexOf(verdict) < WORST.indexOf(before)) worst.set(key, verdict);
  }
  const of = (verdict: string) =>
    [...worst]
      .filter(([, each]) => each === verdict)
      .map(([key]) => key)
      .sort();
  return { pass: of("pass"), fail: of("fail"), unknown: of("unknown") };
}

/** Runs the rows of one control; every set is exact, so a rule that never ran cannot pass. */
export function nearMisses(control: string, rows: Readonly<Record<string, Case>>): void {
  describe(control, () => {
    test.each(Object.entries(rows))("%s", (_title, row) => {
      const sorted = (list: readonly string[] = []) => [...list].sort();
      expect(judged(control, row)).toEqual({
        pass: sorted(row.pass),
        fail: sorted(row.fail),
        unknown: sorted(row.unknown),
      });
    });
  });
}
