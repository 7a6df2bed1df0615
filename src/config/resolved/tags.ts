import type { EnvironmentConfig } from "../schema";

/** GOV-01: the tags of every resource that takes tags. */
export function tagsOf(config: EnvironmentConfig, generation: number): Record<string, string> {
  return {
    workload: config.workload,
    // A Scale is the living Production with a second region.
    stage: config.stage === "scale" ? "production" : config.stage,
    owner: config.owner,
    generation: String(generation),
    "managed-by": "gatewright",
    "created-on": config.created,
    ...(config.stage === "poc"
      ? { "expires-on": config.expires, "data-classification": "synthetic" }
      : { "data-classification": "personal" }),
  };
}
