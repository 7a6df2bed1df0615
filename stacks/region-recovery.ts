import type { EvidenceStore } from "../constructs/evidence-store";
import type { ResourceGroup } from "../constructs/resource-group";
import type { ResolvedHardened } from "../src/config/resolve";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { addEvidence } from "./evidence";

/** What outlives the second region: its audit logs. Copies of the data are made in the first, where it is written. */
export class RegionRecovery {
  readonly group: ResourceGroup;
  readonly evidence: EvidenceStore;

  constructor(readonly stack: EnvironmentStack<ResolvedHardened>) {
    this.group = budgetedGroup(stack, { part: "recovery" });
    this.evidence = addEvidence(stack, this.group, "ZRS");
  }
}
