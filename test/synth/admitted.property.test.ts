import fc from "fast-check";
import type { EnvironmentConfig } from "../../src/config/schema";
import { validateConfig } from "../../src/config/validate";
import { holding } from "../../src/policy/verdict";
import { unknownHolds } from "../../src/stages/stage";
import { GatewrightApp } from "../../src/synth/app";
import { judgeEnvironment } from "../../src/synth/gate";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { createEnvironment } from "../../stacks";
import { arbitraryPoc, arbitraryPreProduction, arbitraryProduction } from "../support/arbitrary-config";
import { pilotConfig } from "../support/pilot";
import { preProductionConfig } from "../support/pre-production";
import { productionConfig } from "../support/production";

/** What holds an environment at its own synth gate. */
function held(config: EnvironmentConfig): string[] {
  const loaded = {
    file: "nowhere/orders.yaml",
    config,
    positionOf: () => ({ file: "orders.yaml", line: 1, column: 1 }),
  };
  const environment = createEnvironment(new GatewrightApp(), loaded);
  const verdict = judgeEnvironment(environment.resolved, synthesizeInMemory(environment));
  return holding(verdict, unknownHolds(config.stage)).map((one) => `${one.id} ${one.says}`);
}

describe("what our own stacks build from a valid config", () => {
  test("passes the gate of its stage, whatever the POC", () => {
    fc.assert(
      fc.property(arbitraryPoc, (config) => {
        expect(held(config)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("passes the gate of its stage, whatever the Pre-Production", () => {
    fc.assert(
      fc.property(arbitraryPreProduction, (config) => {
        expect(validateConfig(config)).toEqual(config);
        expect(held(config)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test("passes the gate of its stage, whatever the Production", () => {
    fc.assert(
      fc.property(arbitraryProduction, (config) => {
        expect(validateConfig(config)).toEqual(config);
        expect(held(config)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test.each(["brazilsouth", "westus3", "westeurope", "italynorth", "southeastasia"])(
    "passes the gate of its stage with data allowed in %s alone",
    (location) => {
      const configs = [pilotConfig(), preProductionConfig(), productionConfig()];
      for (const config of configs) expect(held({ ...config, location, residency: [location] })).toEqual([]);
    },
  );

  test("is not taken for a secret because a service has an unlucky name", () => {
    const config = pilotConfig();
    config.services["u-p-e5-ev-sk-hx"] = { ...config.services["mailer"]! };
    expect(held(config)).toEqual([]);
  });
});
