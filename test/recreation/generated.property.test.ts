import fc from "fast-check";
import type { EnvironmentConfig } from "../../src/config/schema";
import { graphOf } from "../../src/plan/graph-of";
import { prove } from "../../src/recreation/claim";
import { notReplaced } from "../../src/recreation/claims/not-replaced";
import { oneOfEach } from "../../src/recreation/claims/one-of-each";
import type { Subject } from "../../src/recreation/subject";
import { arbitraryPoc, arbitraryPreProduction, arbitraryProduction } from "../support/arbitrary-config";
import { productionConfig } from "../support/production";
import { generationOf } from "./subjects";

/** What speaks against the claims of one generation alone. */
function against(config: EnvironmentConfig): string[] {
  const { resolved, stacks } = generationOf(config);
  const subject = { resolved, stacks, graph: graphOf(stacks) } as Subject;
  return [oneOfEach, notReplaced].flatMap((claim) =>
    prove(claim, subject).findings.map(({ where, says }) => `${where}: ${says}`),
  );
}

describe("what our own stacks build from a valid config", () => {
  test.each([
    ["POC", arbitraryPoc as fc.Arbitrary<EnvironmentConfig>, 20],
    ["Pre-Production", arbitraryPreProduction, 5],
    ["Production", arbitraryProduction, 8],
  ] as const)("has everything once and loses no data to an operator, whatever the %s", (_, arbitrary, numRuns) => {
    fc.assert(
      fc.property(arbitrary, (config) => {
        expect(against(config)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test("and when a Production has two databases, which one vault copies from one group", () => {
    const { stores, ...config } = productionConfig();
    const ledger = { ...stores!["database"]! };
    expect(against({ ...config, stores: { ...stores, ledger } })).toEqual([]);
  });
});
