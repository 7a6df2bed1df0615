import fc from "fast-check";
import type { EnvironmentConfig } from "../../src/config/schema";
import { GatewrightApp } from "../../src/synth/app";
import { judgeEnvironment } from "../../src/synth/gate";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PilotEnvironment, PocEnvironment } from "../../stacks";
import { arbitraryPoc } from "../support/arbitrary-config";
import { pilotConfig } from "../support/pilot";

/** What holds an environment at its own synth gate. */
function holding(config: EnvironmentConfig): string[] {
  const app = new GatewrightApp();
  const environment = config.stage === "poc" ? new PocEnvironment(app, config) : new PilotEnvironment(app, config);
  const verdict = judgeEnvironment(environment.resolved, synthesizeInMemory(environment));
  return verdict.findings.filter((one) => one.verdict === "fail").map((one) => `${one.id} ${one.says}`);
}

describe("what our own stacks build from a valid config", () => {
  test("passes the gate of its stage, whatever the config", () => {
    fc.assert(
      fc.property(arbitraryPoc, (config) => {
        expect(holding(config)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is not taken for a secret because a service has an unlucky name", () => {
    const config = pilotConfig();
    config.services["u-p-e5-ev-sk-hx"] = { ...config.services["mailer"]! };
    expect(holding(config)).toEqual([]);
  });
});
