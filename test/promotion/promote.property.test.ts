import * as fc from "fast-check";
import { formatPath } from "../../src/config/path";
import { validateConfig } from "../../src/config/validate";
import { leavesOf } from "../../src/promotion/ledger";
import { OpenQuestions } from "../../src/promotion/open-questions";
import { openQuestions, promote } from "../../src/promotion/promote";
import { writeYaml } from "../../src/promotion/write-yaml";
import { arbitraryPoc } from "../support/arbitrary-config";
import { answersFor, sittingOf, TODAY } from "./support";

/** The same value, its keys in another order. */
function swapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(swapped);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, swapped(inner)]),
  );
}

/** A POC and some of the answers to it, with how many there are. */
const someAnswers = arbitraryPoc.chain((config) => {
  const all = answersFor(config);
  return fc.record({ config: fc.constant(config), all: fc.constant(all), given: fc.subarray([...all]) });
});

describe("over random POCs", () => {
  test("only a complete set of answers yields a Pilot; each missing one is named", () => {
    fc.assert(
      fc.property(someAnswers, ({ config, all, given }) => {
        const missing = all.filter((answer) => !given.includes(answer)).map(([path]) => formatPath(path));
        const attempt = () => promote(config, [sittingOf(given)], TODAY);
        if (missing.length === 0) expect(attempt().config.stage).toBe("pilot");
        else {
          expect(attempt).toThrow(OpenQuestions);
          const open = openQuestions(config, [sittingOf(given)], TODAY).flatMap((question) => question.missing);
          expect(open.toSorted()).toEqual(missing.toSorted());
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the Pilot is valid, and the ledger has every leaf of both configs once, with its values", () => {
    fc.assert(
      fc.property(arbitraryPoc, (config) => {
        const { config: pilot, ledger } = promote(config, [sittingOf(answersFor(config))], TODAY);
        expect(validateConfig(pilot)).toEqual(pilot);
        const [from, to] = [leavesOf(config), leavesOf(pilot)];
        expect(ledger.map(({ path }) => path).toSorted()).toEqual(
          [...new Set([...from.keys(), ...to.keys()])].toSorted(),
        );
        for (const entry of ledger) {
          expect(entry.from).toEqual(from.get(entry.path)?.leaf);
          expect(entry.to).toEqual(to.get(entry.path)?.leaf);
          expect(entry.disposition === "drop").toBe(entry.to === undefined);
          if (entry.disposition === "carry") expect(entry.to).toEqual(entry.from);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("swapped keys, split sittings and a second time change no byte", () => {
    fc.assert(
      fc.property(someAnswers, ({ config, all, given }) => {
        const once = promote(config, [sittingOf(all)], TODAY);
        const bytes = writeYaml(once.config);
        expect(writeYaml(promote(config, [sittingOf(all)], { today: "2027-01-07" }).config)).toBe(bytes);
        const turned = promote(swapped(config) as typeof config, [swapped(sittingOf(all)) as never], TODAY);
        expect(writeYaml(turned.config)).toBe(bytes);
        expect(turned.ledger).toEqual(once.ledger);
        const rest = all.filter((answer) => !given.includes(answer));
        expect(writeYaml(promote(config, [sittingOf(given), sittingOf(rest)], TODAY).config)).toBe(bytes);
      }),
      { numRuns: 20 },
    );
  });
});
