import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseToday } from "../../src/config/day";
import { loadEnvironment } from "../../src/config/load";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { readEnvironment, readPlan } from "../../src/plan/read-plan";
import { judgeStage } from "../../src/policy/engine";
import { type ControlState, controlStates } from "../../src/policy/verdict";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { createEnvironment } from "../../stacks";

const ENVIRONMENTS = join(__dirname, "../../examples/full-ladder/environments");

/** Plans of the example by the real provider 4.55.0: `terraform plan` of its stacks, then `terraform show -json`. */
const planOf = (stack: string) => {
  const file = join(__dirname, `fixtures/${stack}.plan.json`);
  return readPlan(readFileSync(file, "utf8"), `${stack}.plan.json`);
};

describe("the example's synthesized JSON and its real plan", () => {
  test.each([
    ["poc", {}],
    // A plan does not say which backend keeps its state.
    ["pilot", { "REC-07": "pass" }],
  ] as const)("get the same verdicts at %s, control by control", (stage, onlyStatic: Record<string, ControlState>) => {
    const loaded = loadEnvironment(join(ENVIRONMENTS, `orders.${stage}.yaml`));
    const environment = createEnvironment(new GatewrightApp(), loaded);
    const stacks = synthesizeInMemory(environment).map(({ name, json }) => ({ name, json: json as JsonObject }));
    const judge = (graph: ReturnType<typeof buildGraph>) =>
      controlStates(
        judgeStage({
          gate: stage,
          env: `orders-${stage}`,
          graph,
          config: loaded.config,
          evidence: [],
          today: parseToday("2026-12-16"),
        }),
      );
    const onJson = judge(buildGraph(stacks.map((one) => ({ kind: "synth", ...one }))));
    const onPlan = judge(readEnvironment([planOf(`orders-${stage}-platform`), planOf(`orders-${stage}-services`)]));
    const differing = [...onJson].filter(([control, state]) => onPlan.get(control) !== state);
    expect(Object.fromEntries(differing)).toEqual(onlyStatic);
    expect([...onPlan.keys()].sort()).toEqual([...onJson.keys()].sort());
    expect([...onPlan.values()].filter((state) => state === "fail" || state === "unknown")).toEqual([]);
  });
});
