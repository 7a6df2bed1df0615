import Ajv from "ajv";
import { parseToday } from "../../src/config/day";
import { readEnvironment, readPlan } from "../../src/plan/read-plan";
import { RULES } from "../../src/policy/catalogue";
import { judgeStage } from "../../src/policy/engine";
import type { Verdict } from "../../src/policy/verdict";
import { controlsDocument } from "../../src/report/controls-doc";
import { environmentReport, report } from "../../src/report/model";
import { FORMATS } from "../../src/report/render-verdict";
import { sentenceOf } from "../../src/report/sentence";

const verdict: Verdict = {
  gate: "pilot",
  env: "orders-pilot",
  today: "2026-12-20",
  outcome: "held",
  findings: [
    {
      id: "NET-04 azurerm_key_vault.vault private_endpoint.vault",
      control: "NET-04",
      resource: "azurerm_key_vault.vault",
      path: "private_endpoint.vault",
      verdict: "fail",
      basis: "static",
      says: "The vault has no private endpoint for vault.",
      fix: "Add one.",
    },
    {
      id: "GOV-01 azurerm_key_vault.vault tags",
      control: "GOV-01",
      resource: "azurerm_key_vault.vault",
      path: "tags",
      verdict: "fail",
      basis: "static",
      says: "It lacks the tags owner.",
      fix: "Add the missing tags.",
      waived: { by: "ada@orders.example", why: "renamed next week", until: "2026-12-27" },
    },
    {
      id: "DAT-05 config stores.files.data",
      control: "DAT-05",
      resource: "config",
      path: "stores.files.data",
      verdict: "fail",
      basis: "static",
      says: "The store files is not in the data map.",
      fix: "Say what it holds.",
    },
    {
      id: "IAM-02 provider.azurerm use_oidc",
      control: "IAM-02",
      resource: "provider.azurerm",
      path: "use_oidc",
      verdict: "unknown",
      basis: "static",
      says: "How the provider signs in is not known.",
      fix: "Set use_oidc.",
    },
    {
      id: "SEC-03 azurerm_key_vault.vault rbac",
      control: "SEC-03",
      resource: "azurerm_key_vault.vault",
      path: "rbac",
      verdict: "pass",
      basis: "static",
      says: "Holds.",
      fix: "",
    },
    {
      id: "NET-03",
      control: "NET-03",
      resource: "",
      path: "",
      verdict: "not-applicable",
      basis: "static",
      says: "Nothing here to judge.",
      fix: "",
    },
  ],
  notJudged: [{ control: "NET-11", title: "The networks do not overlap", missing: ["neighbours"] }],
  evidence: [
    {
      fact: "small-team",
      control: "IAM-05",
      state: "present",
      holds: false,
      says: "On 2026-12-01 ada recorded that one person holds roles that should be two.",
      by: "ada",
      date: "2026-12-01",
      link: "https://wiki.example/1",
      until: "2027-01-01",
    },
  ],
  warnings: [{ control: "GOV-04", says: "The waiver of CST-01 on config covers nothing.", fix: "Remove waivers.1." }],
};

const placeOf = ({ path }: { readonly path: string }) => ({
  file: "environments/my orders.pilot.yaml",
  line: path === "" ? 1 : 12,
  column: 3,
});
const found = report("2026-12-20", [environmentReport({ verdict, stage: "pilot", placeOf })]);

test("text: sentences first, ids last, what is waived, unknown and not judged apart", () => {
  expect(
    FORMATS.text(found),
  ).toBe(`orders-pilot  PILOT  HELD  1 of 6 controls hold, 2 fail, 1 unknown, 1 waived, 1 does not apply   (static)
  azurerm_key_vault.vault: the vault has no private endpoint for vault (NET-04)
      Add one.
  environments/my orders.pilot.yaml:12:3  The store files is not in the data map (DAT-05)
      Say what it holds.
  waived until 2026-12-27 by ada@orders.example: azurerm_key_vault.vault lacks the tags owner (GOV-01)
  small team, until 2027-01-01: On 2026-12-01 ada recorded that one person holds roles that should be two (IAM-05)
  unknown: provider.azurerm: how the provider signs in is not known (IAM-02)
  warning: The waiver of CST-01 on config covers nothing. Remove waivers.1. (GOV-04)
  not judged, for want of neighbours: 1 control (NET-11)
`);
});

test("Markdown: a report that a customer can read", () => {
  expect(FORMATS.markdown(found)).toMatchSnapshot("gate report");
});

test("JSON: the whole model, with a version", () => {
  expect(JSON.parse(FORMATS.json(found))).toMatchObject({
    version: 1,
    today: "2026-12-20",
    outcome: "held",
    environments: [{ env: "orders-pilot", gate: "pilot", basis: "static", counts: { judged: 6, fail: 2, waived: 1 } }],
  });
});

describe("SARIF", () => {
  const sarif = JSON.parse(FORMATS.sarif(found));
  const [run] = sarif.runs;

  // The parts of the 2.1.0 schema that this report uses, with what the schema demands of them.
  const text = {
    type: "object",
    required: ["text"],
    additionalProperties: false,
    properties: { text: { type: "string", minLength: 1 } },
  };
  const location = {
    type: "object",
    additionalProperties: false,
    properties: {
      physicalLocation: {
        type: "object",
        required: ["artifactLocation"],
        additionalProperties: false,
        properties: {
          artifactLocation: {
            type: "object",
            additionalProperties: false,
            properties: { uri: { type: "string", pattern: "^[^\\s]+$" } },
          },
          region: {
            type: "object",
            additionalProperties: false,
            properties: { startLine: { type: "integer", minimum: 1 }, startColumn: { type: "integer", minimum: 1 } },
          },
        },
      },
      logicalLocations: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          properties: { fullyQualifiedName: { type: "string" }, kind: { type: "string" } },
        },
      },
    },
  };
  const level = { enum: ["none", "note", "warning", "error"] };
  const schema = {
    type: "object",
    required: ["version", "runs"],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      version: { const: "2.1.0" },
      runs: {
        type: "array",
        items: {
          type: "object",
          required: ["tool"],
          additionalProperties: false,
          properties: {
            tool: {
              type: "object",
              required: ["driver"],
              properties: {
                driver: {
                  type: "object",
                  required: ["name"],
                  additionalProperties: false,
                  properties: {
                    name: { type: "string" },
                    rules: {
                      type: "array",
                      uniqueItems: true,
                      items: {
                        type: "object",
                        required: ["id"],
                        additionalProperties: false,
                        properties: {
                          id: { type: "string" },
                          shortDescription: text,
                          fullDescription: text,
                          help: text,
                          defaultConfiguration: { type: "object", additionalProperties: false, properties: { level } },
                          properties: { type: "object" },
                        },
                      },
                    },
                  },
                },
              },
            },
            columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
            automationDetails: { type: "object" },
            results: {
              type: "array",
              items: {
                type: "object",
                required: ["message"],
                additionalProperties: false,
                properties: {
                  ruleId: { type: "string" },
                  ruleIndex: { type: "integer", minimum: -1 },
                  level,
                  message: text,
                  locations: { type: "array", items: location },
                  partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
                  suppressions: {
                    type: "array",
                    items: {
                      type: "object",
                      required: ["kind"],
                      additionalProperties: false,
                      properties: {
                        kind: { enum: ["inSource", "external"] },
                        status: { enum: ["accepted", "underReview", "rejected"] },
                        justification: { type: "string" },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  };

  test("keeps to the 2.1.0 format", () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    expect([validate(sarif), validate.errors]).toEqual([true, null]);
  });

  test("holds what holds as errors, what is unknown as warnings, what is waived suppressed", () => {
    const results = run.results as { ruleId: string; level: string; suppressions?: unknown[] }[];
    expect(results.map(({ ruleId, level: l, suppressions }) => [ruleId, l, suppressions !== undefined])).toEqual([
      ["NET-04", "error", false],
      ["DAT-05", "error", false],
      ["IAM-02", "warning", false],
      ["GOV-01", "warning", true],
      ["GOV-04", "note", false],
    ]);
  });

  test("points at the line of the config, by a relative URI, and at its own rules", () => {
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe("environments/my%20orders.pilot.yaml");
    }
    expect(run.results[1].locations[0].physicalLocation.region).toEqual({ startLine: 12, startColumn: 3 });
  });

  test("keeps its fingerprints when a sentence changes", () => {
    const says = verdict.findings.map((one) => ({ ...one, says: `${one.says} Now.` }));
    const again = report("2026-12-20", [environmentReport({ verdict: { ...verdict, findings: says }, placeOf })]);
    const prints = (text: string) =>
      JSON.parse(text).runs[0].results.map((one: { partialFingerprints?: unknown }) => one.partialFingerprints);
    expect(prints(FORMATS.sarif(again))).toEqual(prints(FORMATS.sarif(found)));
  });
});

test.each([
  ["It lacks tags.", "azurerm_x.y", "azurerm_x.y lacks tags"],
  ["Its name is x.", "azurerm_x.y", "azurerm_x.y: its name is x"],
  ["The vault is open.", "azurerm_x.y", "azurerm_x.y: the vault is open"],
  ["Application Insights is open.", "azurerm_x.y", "azurerm_x.y: Application Insights is open"],
  ["azurerm_x.y is open.", "azurerm_x.y", "azurerm_x.y is open"],
  ["It lasts 91 days.", "config", "It lasts 91 days"],
])("%j about %s reads as %j", (says, resource, expected) => {
  expect(sentenceOf({ says, resource })).toBe(expected);
});

test("docs/controls.md names every control once, in order within its family", () => {
  const text = controlsDocument();
  const ids = [...text.matchAll(/^### ([A-Z]+-\d\d):/gm)].map(([, id]) => id);
  expect([...ids].sort()).toEqual(RULES.map((one) => one.control).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test("a plan is judged on its own basis, and says so", () => {
  const json = {
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: [
          {
            address: "azurerm_resource_group.a",
            mode: "managed",
            type: "azurerm_resource_group",
            name: "a",
            provider_name: "registry.terraform.io/hashicorp/azurerm",
            values: { name: "a", location: "westeurope" },
          },
        ],
      },
    },
  };
  const graph = readEnvironment([readPlan(JSON.stringify(json), "a.json")]);
  const judged = judgeStage({ gate: "poc", env: "a", graph, today: parseToday("2026-11-21") });
  expect(FORMATS.text(report("2026-11-21", [environmentReport({ verdict: judged, graph })]))).toMatch(
    /^a {2}POC {2}HELD .*\(plan\)\n/,
  );
});
