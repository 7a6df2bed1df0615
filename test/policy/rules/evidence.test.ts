import { parseToday } from "../../../src/config/day";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import { weighEvidence } from "../../../src/evidence/facts";
import type { Stage } from "../../../src/stages/stage";
import { smallTeam } from "./small-team";

const env = "orders-pre-production";
const bill = (changes: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact: "sbom",
  env,
  by: "ada@orders.example",
  date: "2027-03-01",
  link: "https://build.orders.example/sbom",
  measured: { digest: `sha256:${"a".repeat(64)}` },
  ...changes,
});
const shown = (entries: EvidenceEntry[], fact: string, gate: Stage = "pre-production", today = "2027-03-10") =>
  weighEvidence(entries, { env, gate, today: parseToday(today), generation: 1 })
    .filter((one) => one.fact === fact)
    .map(({ state, holds, says }) => `${state} ${holds}: ${says}`);

describe("what a rule weighs", () => {
  test("is shown when it counts", () => {
    expect(shown([bill()], "sbom")).toEqual([
      "present false: On 2027-03-01 ada@orders.example recorded that the image of measured.digest has a bill of materials.",
    ]);
  });

  test.each([
    ["is missing", []],
    ["is too old", [bill({ date: "2025-01-01" })]],
    ["has no link", [bill({ link: "" })]],
  ])("is left to the rule when it %s, so that it is said once", (_title, entries) => {
    expect(shown(entries, "sbom")).toEqual([]);
  });
});

describe("small-team", () => {
  const who = "one person holds roles that should be two";

  test("is always shown, with why it does not count", () => {
    const present = `present false: On 2027-03-01 ada@orders.example recorded that ${who}.`;
    expect(shown([smallTeam()], "small-team")).toEqual([present]);
    expect(shown([smallTeam()], "small-team", "pre-production", "2027-05-31")).toEqual([
      `expired false: The evidence that ${who} ended on 2027-05-30.`,
    ]);
    expect(shown([smallTeam({ until: "2027-05-31" })], "small-team")).toEqual([
      `malformed false: The evidence that ${who} needs an end at most 90 days away.`,
    ]);
  });

  test("at Production counts beside an accepted risk only", () => {
    const accepted = bill({ fact: "risk-accepted" });
    expect(shown([smallTeam(), accepted], "small-team", "production")).toEqual([
      `present false: On 2027-03-01 ada@orders.example recorded that ${who}.`,
    ]);
    expect(shown([smallTeam(), { ...accepted, by: "" }], "small-team", "production")).toEqual([
      "malformed false: A small team counts at Production only beside an accepted risk.",
    ]);
  });
});

test("of several entries the newest that counts speaks, else the newest", () => {
  const review = (changes: Partial<EvidenceEntry>) => bill({ fact: "data-protection-review", ...changes });
  const says = "someone reviewed how personal data is handled";
  expect(shown([review({ date: "2027-02-01" }), review({ link: "" })], "data-protection-review")).toEqual([
    `present false: On 2027-02-01 ada@orders.example recorded that ${says}.`,
  ]);
  expect(shown([review({ date: "2025-01-01" }), review({ date: "2027-03-11" })], "data-protection-review")).toEqual([
    `malformed true: The evidence that ${says} is dated 2027-03-11, after the day of the check.`,
  ]);
});

test("an end that is no day is said to be none", () => {
  const review = bill({ fact: "data-protection-review", until: "2027-02-30" });
  expect(shown([review], "data-protection-review")).toEqual([
    "malformed true: The evidence that someone reviewed how personal data is handled ends on 2027-02-30, which is no day.",
  ]);
});
