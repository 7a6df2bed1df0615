import { Testing } from "cdktf";
import { nameSuffix, resourceName } from "../../src/config/names";
import { PreProductionEnvironment } from "../../stacks/3-pre-production";
import { pilotConfig } from "./pilot";
import { preProductionConfig, preProductionEvidence, TODAY } from "./pre-production";
import { type Built, stacksOf } from "./weakenings";

/** The Pre-Production of the tests as built, with all that its gate asks for. */
export function builtPreProduction(config = preProductionConfig()): Built {
  return stacksOf(new PreProductionEnvironment(Testing.app(), config), {
    today: TODAY,
    evidence: preProductionEvidence(),
    recreation: { mismatches: [], rehearsed: true },
    neighbours: [pilotConfig()],
  });
}

/** What every resource has that somebody adds with care, so that only what it opens is wrong with it. */
export function added(slug: string): Readonly<Record<string, unknown>> {
  const { workload, stage, location, owner, created } = preProductionConfig();
  const scope = { workload, stage, location, generation: 1 };
  return {
    name: `${slug}-orders-preprod-weu-${nameSuffix(scope)}`,
    resource_group_name: resourceName(scope, "resource_group"),
    location,
    tags: {
      workload,
      stage,
      owner,
      generation: "1",
      "managed-by": "gatewright",
      "created-on": created,
      "data-classification": "personal",
    },
  };
}
