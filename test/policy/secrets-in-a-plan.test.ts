import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseToday } from "../../src/config/day";
import { readEnvironment, readPlan } from "../../src/plan/read-plan";
import { judgeStage } from "../../src/policy/engine";

// biome-ignore lint/suspicious/noExplicitAny: plans are edited in place to make bad twins of a good one
type Plan = any;

const FILE = "orders-pilot-services.plan.json";
const APP = "azurerm_container_app.app-api";
const KEY = "azurerm_storage_account.storage.primary_access_key";

/** What SEC-01 says against a plan. */
function said(edit: (plan: Plan) => void): string[] {
  const plan: Plan = JSON.parse(readFileSync(join(__dirname, "fixtures", FILE), "utf8"));
  edit(plan);
  const graph = readEnvironment([readPlan(JSON.stringify(plan), FILE)]);
  const { findings } = judgeStage({ gate: "pilot", env: "orders-pilot", graph, today: parseToday("2026-11-21") });
  return findings
    .filter(({ control, verdict }) => control === "SEC-01" && (verdict === "fail" || verdict === "unknown"))
    .map(({ resource, says }) => `${resource}: ${says}`);
}

const container = (plan: Plan, of: "expressions" | "values"): Plan => {
  const root = of === "values" ? plan.planned_values.root_module : plan.configuration.root_module;
  return root.resources.find(({ address }: Plan) => address === APP)[of].template[0].container[0];
};

test("a plan as it is holds no secret", () => {
  expect(said(() => {})).toEqual([]);
});

test.each([
  [
    "an expression and what it mentions",
    { constant_value: `\${${KEY}}`, references: [KEY, "azurerm_storage_account.storage"] },
  ],
  ["what an expression mentions", { references: [KEY, "azurerm_storage_account.storage"] }],
])("a key that is copied is seen once, by %s", (_, value) => {
  const found = said((plan) =>
    container(plan, "expressions").env.push({ name: { constant_value: "CONNECTION" }, value }),
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(
    new RegExp(`^${APP}: template\\[0\\]\\.container\\[0\\]\\.env\\[\\d+\\]\\.value copies ${KEY} into the state\\.$`),
  );
});

test("a password is seen in what is planned", () => {
  const found = said((plan) => container(plan, "values").env.push({ name: "PGPASSWORD", value: "correcthorse" }));
  expect(found).toEqual([
    expect.stringMatching(new RegExp(`^${APP}: .* looks like a secret \\(value not shown\\)\\.$`)),
  ]);
});

test("a key is seen in an output", () => {
  const found = said((plan) => {
    plan.configuration.root_module.outputs = { key: { sensitive: true, expression: { references: [KEY] } } };
  });
  expect(found).toEqual([`output: key passes ${KEY} on.`]);
});
