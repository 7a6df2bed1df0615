import * as fc from "fast-check";
import type { EnvironmentConfig, PilotConfig, PocConfig } from "../../src/config/schema";
import { promote } from "../../src/promotion/promote";
import { foundationConfig, GROUPS } from "../foundation/support";
import { answersFor, sittingOf, TODAY } from "../promotion/support";
import { arbitraryPoc, arbitraryPreProduction, arbitraryProduction } from "../support/arbitrary-config";
import { asYaml } from "../support/poc-config";
import { preProductionEvidence } from "../support/pre-production";
import { productionEvidence } from "../support/production";
import type { Case } from "./case";

const SEED = 20261121;

/** A POC taken through its gate: a Pilot, but for what Azure does not have where the POC stands. */
const pilotOf = (config: PocConfig): PilotConfig => promote(config, [sittingOf(answersFor(config))], TODAY).config;

/** How much of the configs is of each stage. */
const SHARES: Readonly<Record<(typeof STAGES)[number]["stage"], number>> = {
  poc: 0.4,
  pilot: 0.25,
  "pre-production": 0.175,
  production: 0.175,
};

const STAGES = [
  { stage: "poc", arbitrary: arbitraryPoc, today: "2026-11-22", evidence: [] },
  { stage: "pilot", arbitrary: arbitraryPoc.map(pilotOf), today: "2026-12-21", evidence: [] },
  {
    stage: "pre-production",
    arbitrary: arbitraryPreProduction,
    today: "2027-03-15",
    evidence: preProductionEvidence(),
  },
  {
    stage: "production",
    arbitrary: arbitraryProduction,
    today: "2027-06-15",
    evidence: productionEvidence(),
  },
] as const;

/** Valid configs of every stage that has one, always the same, each in a project of its own with its foundation. */
export function generatedCases(count: number, { seed = SEED, shares = SHARES } = {}): Case[] {
  return STAGES.flatMap(({ stage, arbitrary, today, evidence }) => {
    const configs = fc.sample<EnvironmentConfig>(arbitrary, { numRuns: Math.round(count * shares[stage]), seed });
    return configs.map((config, index): Case => {
      const env = `${config.workload}-${stage}`;
      const foundation = `${config.workload}.foundation.yaml`;
      const above = stage !== "poc";
      const text = asYaml(above ? { ...config, foundation } : config);
      return {
        name: `generated/${stage}-${String(index + 1).padStart(3, "0")}`,
        files: {
          [`environments/${config.workload}.${stage}.yaml`]: text,
          ...(above && { [`environments/${foundation}`]: asYaml(foundationFor(config)) }),
          ...(evidence.length > 0 && {
            "environments/evidence.yaml": asYaml(
              evidence.map((entry) => ({ ...entry, env, generation: config.generation })),
            ),
          }),
        },
        commands: {
          synth: ["synth", stage, "--json"],
          check: ["check", stage, "--format", "json", "--today", today],
          report: ["report", stage, "--format", "json", "--today", today],
          // A proof builds everything three more times; the check of a hardened stage holds one as well.
          ...(index % 10 === 0 && {
            prove: ["prove", stage, "--json", "--no-certificate"],
            "diff next generation": ["diff", stage, `${stage}@${(config.generation ?? 1) + 1}`, "--format", "json"],
          }),
        },
      };
    });
  });
}

/** The foundation that knows an environment. */
function foundationFor(config: EnvironmentConfig) {
  const { stage, workload, location } = config;
  const subscription = "subscription" in config ? config.subscription : "customers";
  const { readers, operators, breakGlass } = "access" in config ? config.access : GROUPS;
  return foundationConfig({
    workload,
    location,
    allowedLocations: [...new Set([location, ...("residency" in config ? config.residency : [])])],
    subscriptions: { base: { monthlyBudget: 50 }, [subscription]: { monthlyBudget: 5000 } },
    environments: [{ stage, subscription }],
    groups: { ...GROUPS, readers, operators, breakGlass },
    ...("access" in config && { writers: config.access.writers }),
  });
}
