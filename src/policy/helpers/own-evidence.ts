import { environmentName } from "../../config/names";
import type { EvidenceEntry } from "../../evidence/entry";
import { entriesOf } from "../../evidence/facts";
import { isStage } from "../../stages/stage";
import type { RuleContext } from "../rule";

/** The evidence entries about the environment that the config describes, and about its generation. */
export function ownEvidence({ config, evidence }: RuleContext): readonly EvidenceEntry[] {
  const { workload, stage, generation = 1 } = config;
  if (workload === undefined || !isStage(stage)) return [];
  return entriesOf(evidence, { env: environmentName({ workload, stage }), generation });
}
