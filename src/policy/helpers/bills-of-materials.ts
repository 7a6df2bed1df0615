import { type Standing, standingOf } from "../../evidence/facts";
import { billedDigests } from "../../evidence/images";
import type { RuleContext } from "../rule";
import { ownEvidence } from "./own-evidence";

/** How the bill of materials of each digest stands; a digest that no entry names is not in it. */
export function billsOfMaterials(context: RuleContext): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const entry of ownEvidence(context)) {
    if (entry.fact !== "sbom") continue;
    const standing = standingOf("sbom", entry, context.today, context.config);
    for (const digest of billedDigests(entry)) {
      if (found.get(digest)?.state !== "present") found.set(digest, standing);
    }
  }
  return found;
}
