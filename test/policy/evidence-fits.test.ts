import { parseToday } from "../../src/config/day";
import type { ConfigView } from "../../src/config/view";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { FACTS, type FactName, standingOf, weighEvidence } from "../../src/evidence/facts";

const env = "orders-production";
const TODAY = parseToday("2027-06-15");
/** Decided on the 1st and made on the 3rd; the newest of its risks was taken in May. */
const config: ConfigView = {
  workload: "orders",
  stage: "production",
  generation: 2,
  created: "2027-06-03",
  promotion: { decided: "2027-06-01" },
  risks: [{ accepted: "2027-05-20" }, { accepted: "2027-05-28" }],
};
const entry = (fact: FactName, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact,
  env,
  generation: 2,
  by: "ada@orders.example",
  date: "2027-06-10",
  link: "https://wiki.orders.example/record",
  ...(fact === "small-team" && { until: "2027-06-30" }),
  ...more,
});
const why = (fact: FactName, more: Partial<EvidenceEntry> = {}, of = config) =>
  standingOf(fact, entry(fact, more), TODAY, of).why;

describe("evidence is not older than what it is about", () => {
  const made = "before there was such an environment (2027-06-03)";
  const decided = "before the environment was decided on (2027-06-01)";
  const risks = "before the newest of the risks was taken (2027-05-28)";
  const rows: Readonly<Record<FactName, readonly [first: string, before: string, says: string] | undefined>> = {
    "recreation-drilled": ["2027-06-03", "2027-06-02", made],
    "restore-drilled": ["2027-06-03", "2027-06-02", made],
    "failover-drilled": ["2027-06-01", "2027-05-31", decided],
    "vpn-group": ["2027-06-01", "2027-05-31", decided],
    "data-protection-review": ["2027-06-01", "2027-05-31", decided],
    "review-held": ["2027-06-01", "2027-05-31", decided],
    "risk-accepted": ["2027-05-28", "2027-05-27", risks],
    "data-protection-assessment": undefined,
    sbom: undefined,
    "small-team": undefined,
  };

  test("every fact of the table has its row", () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(FACTS).sort());
  });

  test.each(Object.entries(rows))("%s", (name, row) => {
    const fact = name as FactName;
    if (!row) {
      expect(why(fact, { date: "2027-05-01" })).toBe("counts");
      return;
    }
    const [first, before, says] = row;
    expect([why(fact, { date: first }), why(fact, { date: before })]).toEqual([
      "counts",
      `is dated ${before}, ${says}`,
    ]);
  });

  test("risks without a day, and a config that was decided nowhere, leave the day of the environment", () => {
    expect(why("risk-accepted", { date: "2027-05-31" }, { ...config, risks: [] })).toBe(
      `is dated 2027-05-31, ${decided}`,
    );
    expect(why("review-held", { date: "2027-06-02" }, { created: "2027-06-03" })).toBe(
      "is dated 2027-06-02, before the environment was decided on (2027-06-03)",
    );
    expect(why("review-held", { date: "2027-05-01" }, {})).toBe("counts");
  });
});

test("what was drilled in a Production was drilled in its Scale, but for the move to the second region", () => {
  const scale: ConfigView = { ...config, stage: "scale", promotion: { decided: "2027-06-12" } };
  expect([why("restore-drilled", {}, scale), why("recreation-drilled", { date: "2027-06-02" }, scale)]).toEqual([
    "counts",
    "is dated 2027-06-02, before there was such an environment (2027-06-03)",
  ]);
  expect(why("failover-drilled", {}, scale)).toBe(
    "is dated 2027-06-10, before the environment was decided on (2027-06-12)",
  );
});

test.each(["recreation-drilled", "restore-drilled", "failover-drilled"] as const)(
  "%s is of one generation, which the entry or what was measured names",
  (fact) => {
    expect(why(fact, { generation: undefined })).toBe("does not say of which generation it is");
    expect(why(fact, { generation: undefined, measured: { generation: 2 } })).toBe("counts");
  },
);

describe("what counts in the report of an environment", () => {
  const weighed = (entries: EvidenceEntry[], of: ConfigView = config) =>
    weighEvidence(entries, { env, gate: "production", today: TODAY, generation: of.generation ?? 1, config: of })
      .filter(({ state }) => state !== "missing")
      .map(({ fact, state, says }) => `${fact} ${state}: ${says}`);

  test("nothing of another environment or generation", () => {
    expect(
      weighed([entry("vpn-group", { env: "orders-pre-production" }), entry("vpn-group", { generation: 1 })]),
    ).toEqual([]);
  });

  const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
  const withImages: ConfigView = {
    ...config,
    services: { web: { image: `orders/web@${digest("1")}` } },
    stores: { database: { migrations: `orders/migrate@${digest("2")}` } },
  };
  const bill = (...digests: string[]) => entry("sbom", { measured: { digests } });

  test("no bill of materials of an image that it does not have; one line says which", () => {
    expect(weighed([bill(digest("8")), bill(digest("9"), digest("8")), entry("sbom")], withImages)).toEqual([
      `sbom malformed: A bill of materials is of ${digest("8")}, ${digest("9")}, no image of the environment, and counts for none.`,
    ]);
  });

  test.each([
    ["a service's", bill(digest("1"))],
    ["a migration's, beside that of an earlier release", bill(digest("2"), digest("8"))],
  ])("a bill of materials of %s image", (_, one) => {
    expect(weighed([one], withImages)).toEqual([
      "sbom present: On 2027-06-10 ada@orders.example recorded that the image of measured.digest has a bill of materials.",
    ]);
  });

  test("one that names no image says so", () => {
    expect(weighed([entry("sbom")], withImages)).toEqual([
      "sbom malformed: A bill of materials names no image, and counts for none.",
    ]);
  });
});
