import { asDay } from "../../src/config/day";
import type { ConfigView } from "../../src/config/view";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { ruleOf } from "../../src/policy/catalogue";
import { Context } from "../../src/policy/context";
import type { FolderView } from "../../src/policy/folder-view";
import type { FoundationView } from "../../src/policy/foundation-view";
import type { RecreationView } from "../../src/policy/recreation-view";
import type { Finding } from "../../src/policy/verdict";
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
  readonly folder?: FolderView;
  readonly foundation?: FoundationView;
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

/** What a row puts before a rule. */
type Given = Omit<Case, "pass" | "fail" | "unknown"> & { readonly evidence?: readonly EvidenceEntry[] };

/** One judgement of a rule, about a resource or about `config` and a path. */
export interface Said {
  readonly key: string;
  readonly verdict: Exclude<Finding["verdict"], "not-applicable">;
  readonly says: string;
}

/** Everything that a rule says of one row, in order. */
export function saidBy(control: string, { gate, resources = {}, stack, today, ...given }: Given): Said[] {
  const rule = ruleOf(control);
  if (!rule) throw new Error(`no rule ${control}`);
  const graph = buildGraph([{ kind: "synth", name: "platform", json: stackJson(resources, stack) }]);
  const { config, evidence, neighbours, recreation, foundation, folder } = given;
  const known = { config, evidence, neighbours, recreation, foundation, folder };
  const found = new Context(rule, { gate, graph, ...known, today: asDay(today) }).run();
  return found.flatMap(({ finding: { resource, path, verdict, says } }) => {
    const key = resource === "config" ? `config ${path}` : resource;
    return verdict === "not-applicable" ? [] : [{ key, verdict, says }];
  });
}

/** What a rule says about each resource; the worst of its judgements counts. */
export function judged(control: string, one: Case): Record<"pass" | "fail" | "unknown", string[]> {
  const worst = new Map<string, (typeof WORST)[number]>();
  for (const { key, verdict } of saidBy(control, one)) {
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
