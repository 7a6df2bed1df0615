import { parseToday } from "../../src/config/day";
import { BadInput } from "../../src/errors";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { buildGraph } from "../../src/plan/build";
import { type GateInput, judgeStage, judgeSynth } from "../../src/policy/engine";
import { rule } from "../../src/policy/rule";
import type { Verdict } from "../../src/policy/verdict";
import { stackJson } from "./near-miss";

const today = parseToday("2026-11-21");
const graph = buildGraph([
  {
    kind: "synth",
    name: "platform",
    json: stackJson({
      "azurerm_key_vault.good": { name: "good", rbac_authorization_enabled: true },
      "azurerm_key_vault.bad": { name: "bad" },
      "azurerm_key_vault.later": { name: "later", rbac_authorization_enabled: "${var.rbac}" },
      "azurerm_container_app.leak": { template: { container: { name: "c", env: { name: "X", value: leaked() } } } },
    }),
  },
]);

/** A private key's first line, put together so that no scanner takes this file for a leak. */
function leaked(): string {
  return ["-----BEGIN", "PRIVATE KEY-----"].join(" ");
}

const judge = (input: Partial<GateInput> = {}): Verdict =>
  judgeStage({ gate: "poc", env: "orders-poc", graph, today, config: {}, evidence: [], ...input });
const of = (verdict: Verdict, control: string) => verdict.findings.filter((one) => one.control === control);
const waiver = (changes: object = {}) => ({
  control: "SEC-03",
  resource: "azurerm_key_vault.bad",
  by: "ada@orders.example",
  why: "moves next week",
  until: "2026-12-01",
  ...changes,
});

test("a finding has a stable id, a path, a basis, a sentence and a fix", () => {
  expect(of(judge(), "SEC-03")).toEqual([
    {
      id: "SEC-03 azurerm_key_vault.bad rbac_authorization_enabled",
      control: "SEC-03",
      resource: "azurerm_key_vault.bad",
      path: "rbac_authorization_enabled",
      verdict: "fail",
      basis: "static",
      says: "It uses access policies.",
      fix: "Set rbac_authorization_enabled and grant roles instead of policies.",
    },
    expect.objectContaining({ resource: "azurerm_key_vault.good", verdict: "pass" }),
    expect.objectContaining({ resource: "azurerm_key_vault.later", verdict: "unknown" }),
  ]);
});

test("a secret is named by its path and never shown", () => {
  const verdict = judge();
  expect(of(verdict, "SEC-01").filter((one) => one.verdict === "fail")).toEqual([
    expect.objectContaining({ resource: "azurerm_container_app.leak", path: "template.container.env.value" }),
  ]);
  expect(JSON.stringify(verdict)).not.toContain("BEGIN PRIVATE");
});

describe("waivers", () => {
  test("cover one control on one resource, and show who, why and until", () => {
    const verdict = judge({ waivers: [waiver()] });
    expect(of(verdict, "SEC-03")[0]).toMatchObject({
      verdict: "fail",
      waived: { by: "ada@orders.example", why: "moves next week", until: "2026-12-01" },
    });
    expect(of(verdict, "SEC-03")[2]).not.toHaveProperty("waived");
    expect(of(verdict, "GOV-04")).toEqual([expect.objectContaining({ verdict: "pass", path: "waivers.0" })]);
  });

  test.each([
    ["expired on 2026-11-20", { until: "2026-11-20" }],
    ["reaches 91 days ahead; 90 are allowed", { until: "2027-02-20" }],
    ["does not say by", { by: "" }],
    ["does not say why", { why: undefined }],
    ["does not say why", { why: "\u200b" }],
    ["does not say by, why", { by: "\u00a0", why: "\u202e\u3164" }],
    ['has an end that is not a day: "soon"', { until: "soon" }],
  ])("that %s count as no waiver and are a finding", (why, changes) => {
    const verdict = judge({ waivers: [waiver(changes)] });
    expect(of(verdict, "SEC-03")[0]).not.toHaveProperty("waived");
    expect(of(verdict, "GOV-04").map((one) => `${one.verdict} ${one.says}`)).toEqual([
      expect.stringContaining(`fail The waiver of SEC-03 on azurerm_key_vault.bad ${why}`),
    ]);
  });

  test.each(["*", "azurerm_key_vault.*", "azurerm_*"])(
    "on %s count as none: an exception is for one resource",
    (resource) => {
      const verdict = judge({ waivers: [waiver({ resource })] });
      expect(of(verdict, "SEC-03").filter((one) => one.waived)).toEqual([]);
      expect(of(verdict, "GOV-04").map((one) => `${one.verdict} ${one.says}`)).toEqual([
        `fail The waiver of SEC-03 on ${resource} is for no single resource.`,
      ]);
    },
  );

  test("reach 30 days at Production", () => {
    const [finding] = of(judge({ gate: "production", waivers: [waiver({ until: "2026-12-22" })] }), "GOV-04");
    expect(finding?.says).toBe("The waiver of SEC-03 on azurerm_key_vault.bad reaches 31 days ahead; 30 are allowed.");
  });

  test("that cover nothing are a warning", () => {
    const verdict = judge({ waivers: [waiver({ resource: "azurerm_key_vault.good" })] });
    expect(verdict.warnings).toEqual([
      {
        control: "GOV-04",
        says: "The waiver of SEC-03 on azurerm_key_vault.good covers nothing.",
        fix: "Remove waivers.0.",
      },
    ]);
  });

  test("for a control that does not exist are bad input", () => {
    expect(() => judge({ waivers: [waiver({ control: "SEC-99" })] })).toThrow(BadInput);
  });

  test("cannot lift what is never waived, a known secret's format included", () => {
    const verdict = judge({
      waivers: [
        waiver({ control: "SEC-01", resource: "azurerm_container_app.leak" }),
        waiver({ control: "REC-02", resource: "config" }),
      ],
    });
    expect(verdict.findings.filter((one) => one.waived)).toEqual([]);
    expect(of(verdict, "GOV-04").map((one) => one.says)).toEqual([
      "The waiver of SEC-01 on azurerm_container_app.leak cannot be: this is never waived.",
      "The waiver of REC-02 on config cannot be: this is never waived.",
    ]);
  });
});

describe("the outcome", () => {
  const one = rule({
    control: "ORD-01",
    title: "A company's own demand",
    why: "Because it says so.",
    fix: "Do it.",
    severity: "low",
    since: "poc",
    types: ["azurerm_key_vault"],
    needs: ["plan"],
    check(context) {
      context.unknown(context.resources()[0]!, "name");
    },
  });
  const only = (gate: GateInput["gate"], rules: GateInput["rules"]) =>
    judgeStage({ gate, env: "x", graph, today, rules }).findings.filter((each) => each.control === "ORD-01");

  test("unknown warns below Pre-Production and holds from there on", () => {
    const backend = { azurerm: { use_azuread_auth: true, key: "x-g1" } };
    const json = { terraform: { required_version: ">= 1.11.0, < 2.0.0", backend } };
    const clean = buildGraph([{ kind: "synth", name: "s", json }]);
    const flag = { ...one, types: [], check: (c: Parameters<typeof one.check>[0]) => c.unknown("config", "x") };
    const outcome = (gate: GateInput["gate"]) => {
      const verdict = judgeSynth({ gate, env: "x", graph: clean, rules: [flag] });
      return { outcome: verdict.outcome, failed: verdict.findings.filter((each) => each.verdict === "fail").length };
    };
    expect(outcome("pilot")).toMatchObject({ failed: 0, outcome: "admitted" });
    expect(outcome("pre-production")).toMatchObject({ failed: 0, outcome: "held" });
  });

  test("a rule that throws fails by itself, and the others still run", () => {
    const broken = {
      ...one,
      check: () => {
        throw new TypeError("oops");
      },
    };
    const verdict = judge({ rules: [broken] });
    expect(of(verdict, "ORD-01")).toEqual([
      expect.objectContaining({ verdict: "fail", says: "The rule ORD-01 stopped with an error: oops" }),
    ]);
    expect(of(verdict, "SEC-03")).toHaveLength(3);
  });

  test("a rule that says nothing does not apply", () => {
    expect(only("poc", [{ ...one, check: () => {} }])).toEqual([
      expect.objectContaining({ verdict: "not-applicable", resource: "" }),
    ]);
  });
});

describe("the two gates", () => {
  test("the synth gate leaves out what needs a day or evidence", () => {
    const verdict = judgeSynth({ gate: "poc", env: "orders-poc", graph, config: {} });
    expect(of(verdict, "REC-02")).toEqual([]);
    expect(verdict).not.toHaveProperty("today");
    expect(verdict.evidence).toEqual([]);
  });

  test("a missing input makes a control not judged, which is not unknown", () => {
    const verdict = judgeStage({ gate: "poc", env: "orders-poc", graph });
    expect(verdict.notJudged.map((each) => `${each.control} lacks ${each.missing}`)).toEqual([
      "CHG-01 lacks config",
      "GOV-04 lacks config",
      "OBS-04 lacks config",
      "REC-02 lacks today",
    ]);
  });

  test("verdicts of the same input are the same", () => {
    expect(JSON.stringify(judge())).toBe(JSON.stringify(judge()));
  });
});

describe("evidence", () => {
  const entry = (changes: Partial<EvidenceEntry>): EvidenceEntry => ({
    fact: "data-protection-review",
    env: "orders-pre-production",
    by: "ada@orders.example",
    date: "2026-11-01",
    link: "https://wiki.orders.example/drill",
    ...changes,
  });
  const states = (entries: EvidenceEntry[]) =>
    judgeStage({
      gate: "pre-production",
      env: "orders-pre-production",
      graph,
      today,
      config: { generation: 2 },
      evidence: entries,
    })
      .evidence.filter((each) => each.fact === "data-protection-review" || each.fact === "small-team")
      .map((each) => `${each.fact} ${each.state} ${each.holds}`);

  test.each([
    ["present", entry({}), "data-protection-review present false"],
    ["too old", entry({ date: "2025-01-01" }), "data-protection-review too-old true"],
    ["dated after the check", entry({ date: "2026-11-22" }), "data-protection-review malformed true"],
    ["of another environment", entry({ env: "orders-pilot" }), "data-protection-review missing true"],
    ["of another generation", entry({ generation: 1 }), "data-protection-review missing true"],
    ["without a link", entry({ link: "" }), "data-protection-review malformed true"],
  ])("that is %s is said so", (_title, given, expected) => {
    expect(states([given])).toEqual([expected]);
  });

  test("small-team is always shown and ends after 90 days at most", () => {
    const team = (until: string) => entry({ fact: "small-team", until });
    expect(states([entry({}), team("2027-01-20")])[1]).toBe("small-team present false");
    expect(states([entry({}), team("2027-03-01")])[1]).toBe("small-team malformed false");
    expect(states([entry({}), team("2026-11-10")])[1]).toBe("small-team expired false");
  });
});

test("a review whose day has passed is said, and holds nothing", () => {
  const reviewed = (reviewBy: string) => judge({ config: { reviewBy } });
  expect(reviewed("2026-11-21").warnings).toEqual([]);
  const { warnings, outcome } = reviewed("2026-11-20");
  expect(warnings).toEqual([
    {
      control: "GOV-03",
      says: "Its review was due by 2026-11-20.",
      fix: "Review it, and write the day of the next review into reviewBy.",
    },
  ]);
  expect(outcome).toBe(judge().outcome);
});
