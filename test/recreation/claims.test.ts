import { proveSubject } from "../../src/recreation/prove";
import { FIXTURES, type Fixture } from "./fixtures";
import { subjectWith } from "./subjects";

function failing({ stage, change, lockFile }: Pick<Fixture, "stage" | "change" | "lockFile">) {
  return proveSubject(subjectWith(stage, change, { lockFile: () => lockFile })).filter(
    ({ outcome }) => outcome === "fails",
  );
}

describe.each(["poc", "pilot", "pre-production", "production", "scale"] as const)(
  "a %s as the stacks make it",
  (stage) => {
    const results = proveSubject(subjectWith(stage));

    it("meets every claim", () => {
      expect(results.flatMap(({ claim, findings }) => findings.map((one) => ({ claim, ...one })))).toEqual([]);
    });

    it("meets each with evidence", () => {
      expect(results.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    });
  },
);

describe.each(Object.entries(FIXTURES))("%s", (claim, fixtures) => {
  it.each(fixtures.map((one): [string, Fixture] => [one.title, one]))(
    "is broken, and nothing else is, by %s",
    (_, fixture) => {
      const found = failing(fixture);
      expect(found.map((one) => one.claim)).toEqual([claim]);
      const places = found[0]!.findings.map(({ where, trap }) => (trap === undefined ? [where] : [where, trap]));
      expect(places).toEqual(fixture.finds.map((one) => one.filter((part) => part !== undefined)));
    },
  );
});
