import { parseToday } from "../../src/config/day";
import { buildGraph } from "../../src/plan/build";
import { judgeStage } from "../../src/policy/engine";
import type { Verdict } from "../../src/policy/verdict";
import { heldProblems } from "../../src/report/held";
import { environmentReport, report } from "../../src/report/model";
import { FORMATS } from "../../src/report/render-verdict";
import type { Stage } from "../../src/stages/stage";
import { stackJson } from "../policy/near-miss";

const today = parseToday("2026-11-28");
const graph = buildGraph([
  {
    kind: "synth",
    name: "platform",
    json: stackJson({
      "azapi_resource.first": { type: "Microsoft.App/agents@2026-01-01", name: "a" },
      "azapi_resource.second": { type: "Microsoft.App/agents@2026-07-01", name: "b" },
      "azurerm_data_factory_pipeline.agent": { name: "agent", virtual_machine_id: "${var.machine}" },
    }),
  },
]);

const ASKS = {
  "NET-04": "has a public side",
  "NET-05": "opens a way in",
  "NET-08": "sends something out by itself",
} as const;

/** Of a verdict only what this page is about, so that other demands on such resources do not stand between. */
function verdict(gate: Stage, waivers: readonly object[] = []): Verdict {
  const all = judgeStage({ gate, env: "orders", graph, today, config: {}, evidence: [], waivers });
  const findings = all.findings.filter(({ unread, control }) => unread || control === "GOV-04");
  return { ...all, findings, evidence: [], notJudged: [], warnings: [] };
}

const shown = (gate: Stage, format: "text" | "markdown" | "json" = "text") =>
  FORMATS[format](report("2026-11-28", [environmentReport({ verdict: verdict(gate) })]));

const AGENTS =
  "azapi_resource.first and 1 more are of type azapi_resource (Microsoft.App/agents), of which this version does not know whether it keeps data, takes keys or passwords, gives somebody rights, has a public side, opens a way in, sends something out by itself or adds something to the environment";
const EXTENSION =
  "azurerm_data_factory_pipeline.agent is of type azurerm_data_factory_pipeline, of which this version does not know whether it sends something out by itself";
const FIX =
  "Look into it, and waive the control for each resource with what you found; a rule of your own can judge it from then on. A newer Gatewright may know the type.";
const CONTROLS = "DAT-02, DAT-08, IAM-01, NET-04, NET-05, NET-08, REC-01";

test("a type that is not known is said once, over its resources and controls, with what to do", () => {
  expect(shown("pre-production").split("\n").slice(1)).toEqual([
    `  ${AGENTS} (${CONTROLS})`,
    `  ${EXTENSION} (NET-08)`,
    `      ${FIX}`,
    "",
  ]);
});

test("a POC is told and not held", () => {
  expect(environmentReport({ verdict: verdict("poc") }).holding).toEqual([]);
  expect(shown("poc").split("\n").slice(1)).toEqual([
    "  unknown: azapi_resource.first and 1 more are of type azapi_resource (Microsoft.App/agents), of which this version does not know whether it gives somebody rights (IAM-01)",
    "",
  ]);
});

test("a report in Markdown has one row a type, one of data every finding", () => {
  const rows = shown("pre-production", "markdown").split("\n");
  expect(rows.filter((line) => line.includes("is of type") || line.includes("are of type"))).toHaveLength(2);
  const { environments } = JSON.parse(shown("pre-production", "json"));
  expect(environments[0].holding).toHaveLength(2 * 7 + 1);
  expect(environments[0].holding[6].unread).toEqual({
    type: "azapi_resource (Microsoft.App/agents)",
    asks: ASKS["NET-04"],
  });
});

test("a synth that is held says it once as well", () => {
  expect(heldProblems([verdict("pre-production")]).slice(1)).toEqual([
    { path: "", says: AGENTS, fix: FIX, control: CONTROLS },
    { path: "", says: EXTENSION, fix: FIX, control: "NET-08" },
  ]);
});

test("a waiver is for one control and one resource, also of a control that is never waived otherwise", () => {
  const waivers = Object.keys(ASKS).map((control) => ({
    control,
    resource: "azapi_resource.first",
    by: "ada@orders.example",
    why: "an agent that only asks, in the network of the apps",
    until: "2026-12-20",
  }));
  const found = verdict("pre-production", waivers).findings;
  const waived = found.filter((one) => one.waived).map(({ control, resource }) => `${control} ${resource}`);
  expect(waived).toEqual(Object.keys(ASKS).map((control) => `${control} azapi_resource.first`));
  expect(found.filter(({ control }) => control === "GOV-04").map((one) => one.verdict)).toEqual([
    "pass",
    "pass",
    "pass",
  ]);
});
