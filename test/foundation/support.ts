import { App } from "cdktf";
import type { FoundationConfig } from "../../src/config/schema/foundation";
import type { SynthesizedStack, TerraformJson } from "../../src/plan/terraform-json";
import { terraformOf } from "../../src/synth/in-memory";
import { Foundation } from "../../stacks/0-foundation";

export const GROUPS = {
  owners: "4f1c2a70-0d7e-4a53-9a53-6f0c1f6b7a01",
  operators: "4f1c2a70-0d7e-4a53-9a53-6f0c1f6b7a02",
  readers: "4f1c2a70-0d7e-4a53-9a53-6f0c1f6b7a03",
  breakGlass: "4f1c2a70-0d7e-4a53-9a53-6f0c1f6b7a04",
};

/** A foundation that passes its check, with one Pilot. */
export function foundationConfig(changes: Partial<FoundationConfig> = {}): FoundationConfig {
  return {
    workload: "orders",
    location: "westeurope",
    owner: "ada@orders.example",
    created: "2026-11-10",
    repository: "orders-example/orders",
    state: "own",
    allowedLocations: ["westeurope", "northeurope"],
    subscription: "base",
    subscriptions: { base: { monthlyBudget: 50 }, customers: { monthlyBudget: 500 } },
    environments: [{ stage: "pilot", subscription: "customers" }],
    groups: GROUPS,
    security: { contact: "security@orders.example" },
    company: {
      domain: { name: "orders.example", owner: "ada@orders.example" },
      website: "https://www.orders.example",
      admins: ["ada@orders.example", "grace@orders.example"],
      evidence: "the folder Evidence",
    },
    ...changes,
  };
}

/** The foundation's stack as a synth would write it. */
export function synthesized(config: FoundationConfig = foundationConfig()): SynthesizedStack {
  return terraformOf(new Foundation(new App({ stackTraces: false }), config).stack);
}

/** The resources of a type by name. */
export function resources(
  json: TerraformJson,
  type: string,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return json.resource?.[type] ?? {};
}
