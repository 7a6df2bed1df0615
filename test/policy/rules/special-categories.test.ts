import type { ConfigView, StoreView } from "../../../src/config/view";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import { saidBy } from "../near-miss";

type Data = NonNullable<StoreView["data"]>;
const assessed = (more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact: "data-protection-assessment",
  env: "orders-pilot",
  by: "ada@orders.example",
  date: "2026-12-01",
  link: "https://wiki.orders.example/dpia",
  ...more,
});
const health = { special: [{ kind: "health", basis: "explicit-consent" }] };

function said(data: Data, evidence: readonly EvidenceEntry[] | undefined = [assessed()]) {
  const config: ConfigView = {
    workload: "orders",
    stage: "pilot",
    created: "2026-12-15",
    privacy: { role: "controller", contact: "privacy@orders.example" },
    stores: { files: { data: { categories: ["name"], purpose: "care", basis: "contract", keep: "1 year", ...data } } },
  };
  return saidBy("DAT-05", { gate: "pilot", config, evidence, today: "2026-12-20" })
    .filter(({ key }) => key !== "config stores.files.data")
    .map(({ key, verdict, says }) => `${verdict} ${key.replace("config ", "")}: ${says}`);
}

const ASSESSED =
  "pass evidence.data-protection-assessment: On 2026-12-01 ada@orders.example recorded that what special categories of data mean for people was assessed.";
const asks = (text: string, title: string, article = 9) => [
  `fail stores.files.data.special: files has "${text}", which looks like ${title}: article ${article} wants a basis of its own.`,
];

describe("a special category has a basis of its own article, and an assessment", () => {
  test.each<[string, Data, string]>([
    ["health data by consent", health, "pass stores.files.data.special: health: explicit-consent."],
    [
      "research by a law",
      { special: [{ kind: "genetic", basis: "research", law: "an act" }] },
      "pass stores.files.data.special: genetic: research (an act).",
    ],
    [
      "an article 6 basis",
      { special: [{ kind: "health", basis: "contract" }] },
      "fail stores.files.data.special: files keeps health on no basis of article 9.",
    ],
    [
      "consent to keep criminal records",
      { special: [{ kind: "criminal-records", basis: "explicit-consent" }] },
      "fail stores.files.data.special: files keeps criminal-records on no basis of article 10.",
    ],
    [
      "no law where one is needed",
      { special: [{ kind: "politics", basis: "substantial-public-interest", law: " " }] },
      "fail stores.files.data.special: files keeps politics on the basis substantial-public-interest, and no law is named.",
    ],
  ])("%s", (_, data, says) => expect(said(data)).toEqual([says, ASSESSED]));

  const of = "what special categories of data mean for people was assessed";
  test.each<[string, EvidenceEntry[], string]>([
    ["nobody did", [], "Nobody assessed what the special categories in files mean for people."],
    [
      "for another environment",
      [assessed({ env: "orders-poc" })],
      "Nobody assessed what the special categories in files mean for people.",
    ],
    [
      "for another generation",
      [assessed({ generation: 2 })],
      "Nobody assessed what the special categories in files mean for people.",
    ],
    ["too long ago", [assessed({ date: "2025-12-19" })], `The evidence that ${of} is 366 days old; 365 are allowed.`],
    ["without a record", [assessed({ link: "" })], `The evidence that ${of} lacks a person, a day or a link.`],
  ])("an assessment that does not count: %s", (_, evidence, says) => {
    expect(said(health, evidence)[1]).toBe(`fail evidence.data-protection-assessment: ${says}`);
  });

  test("without special categories there is nothing to assess", () => expect(said({}, [])).toEqual([]));
});

describe("what looks like a special category is asked for", () => {
  test.each<[string, string, number]>([
    ["diagnoses", "health data", 9],
    ["patientNotes", "health data", 9],
    ["sick_notes", "health data", 9],
    ["Fingerprint of the finger", "biometric data", 9],
    ["face-scan", "biometric data", 9],
    ["DNA", "genetic data", 9],
    ["ethnicity", "racial or ethnic origin", 9],
    ["political donations", "political opinions", 9],
    ["religion", "religious or philosophical beliefs", 9],
    ["trade union", "trade union membership", 9],
    ["sexual orientation", "sex life or sexual orientation", 9],
    ["criminal record", "criminal convictions and offences", 10],
  ])("%s", (text, title, article) => {
    expect(said({ categories: ["name", text] })).toEqual(asks(text, title, article));
  });

  test("in a purpose too", () =>
    expect(said({ purpose: "plan therapies" })).toEqual(asks("plan therapies", "health data")));

  test.each(["hospitality bookings", "traces", "embraced offers", "third party", "reunions", "defence"])(
    "%s is none of them",
    (text) => expect(said({ categories: [text] })).toEqual([]),
  );

  test("a declared kind is not asked for again, another is", () => {
    const data = { ...health, categories: ["diagnoses", "religion"] };
    expect(said(data)).toEqual([
      "pass stores.files.data.special: health: explicit-consent.",
      ...asks("religion", "religious or philosophical beliefs"),
      ASSESSED,
    ]);
  });

  test("a person may say why it is none, in words", () => {
    expect(said({ categories: ["device health"], notSpecial: "of machines" })).toEqual([]);
    expect(said({ categories: ["device health"], notSpecial: " " })).toEqual(asks("device health", "health data"));
  });
});
