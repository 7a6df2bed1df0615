import type { ConfigView } from "../../../src/config/view";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import type { RecreationView } from "../../../src/policy/recreation-view";
import { saidBy } from "../near-miss";

const holds: RecreationView = { broken: [], mismatches: [], rehearsed: true };
const drilled = (date: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact: "recreation-drilled",
  env: "orders-pre-production",
  generation: 2,
  by: "ada@orders.example",
  date,
  link: "https://wiki.orders.example/recreation",
  ...more,
});
const config: ConfigView = {
  workload: "orders",
  stage: "pre-production",
  generation: 2,
  created: "2027-01-01",
  recovery: { recreateEvery: "90 days" },
};
const said = (
  today: string,
  evidence: readonly EvidenceEntry[] = [],
  recreation: RecreationView = holds,
  more: ConfigView = {},
) =>
  saidBy("REC-09", { gate: "pre-production", config: { ...config, ...more }, evidence, recreation, today })
    .filter(({ key }) => key === "config recovery.recreateEvery")
    .map(({ verdict, says }) => `${verdict}: ${says}`);
const late = (what: string, day: string, age: number, every = "90 days") => [
  `fail: It was last ${what} on ${day}, ${age} days ago; it is to be recreated every ${every}.`,
];

describe("recovery.recreateEvery is held against the last time that the environment was made", () => {
  test.each([
    ["the first time counts", said("2027-04-01"), ["pass: It was last made on 2027-01-01."]],
    ["the first time was too long ago", said("2027-04-02"), late("made", "2027-01-01", 91)],
    [
      "it was recreated since",
      said("2027-06-01", [drilled("2027-02-01"), drilled("2027-04-01")]),
      ["pass: It was last recreated in Azure on 2027-04-01."],
    ],
    [
      "it was recreated too long ago",
      said("2027-07-01", [drilled("2027-04-01")]),
      late("recreated in Azure", "2027-04-01", 91),
    ],
    [
      "longer ago than evidence of it counts otherwise",
      said("2028-01-01", [drilled("2027-04-01")]),
      late("recreated in Azure", "2027-04-01", 275),
    ],
    [
      "what is recorded of another environment, of a day to come, or by nobody is no recreation of this one",
      said("2027-04-02", [
        drilled("2027-04-01", { env: "orders-production" }),
        drilled("2027-04-03"),
        drilled("2027-04-01", { by: "" }),
      ]),
      late("made", "2027-01-01", 91),
    ],
    [
      "a rehearsal counts on the day of its certificate",
      said("2027-06-01", [], { ...holds, day: "2027-04-01" }),
      ["pass: It was last rehearsed on 2027-04-01."],
    ],
    [
      "a certificate without a rehearsal does not",
      said("2027-06-01", [], { ...holds, rehearsed: false, day: "2027-04-01" }),
      late("made", "2027-01-01", 151),
    ],
    [
      "nor one of another platform",
      said("2027-06-01", [], { ...holds, mismatches: ["The platform has changed."], day: "2027-04-01" }),
      late("made", "2027-01-01", 151),
    ],
    [
      "weeks",
      said("2027-02-13", [], holds, { recovery: { recreateEvery: "6 weeks" } }),
      late("made", "2027-01-01", 43, "6 weeks"),
    ],
    [
      "months, of 31 days each",
      said("2027-04-04", [], holds, { recovery: { recreateEvery: "3 months" } }),
      ["pass: It was last made on 2027-01-01."],
    ],
    [
      "without any day it is not known",
      said("2027-04-04", [], holds, { created: undefined }),
      ["unknown: Nothing says when it was made or recreated."],
    ],
    ["what is not asked for is not held", said("2028-01-01", [], holds, { recovery: {} }), []],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});
