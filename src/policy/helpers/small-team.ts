import { lacksAcceptedRisk, speaking } from "../../evidence/facts";
import type { RuleContext } from "../rule";
import { ownEvidence } from "./own-evidence";

/** How the `small-team` evidence of the environment stands on the day of the check. */
export interface SmallTeam {
  /** True when one person may hold what should be two people's. */
  readonly counts: boolean;
  /** Whose word it is and until when, or why it does not count; empty when there is none. */
  readonly says: string;
}

/**
 * Whether somebody has put their name to a team too small for separate roles. It counts when it is of this environment
 * and generation, has a person, a link and an end at most 90 days after it was written, and has not ended; from
 * Production only beside evidence that the risk was accepted.
 */
export function smallTeam(context: RuleContext): SmallTeam {
  const { gate, today, config } = context;
  const own = ownEvidence(context);
  const found = speaking("small-team", own, today, config);
  if (!found) return { counts: false, says: "" };
  const { entry, standing } = found;
  if (standing.state !== "present") return { counts: false, says: standing.says };
  if (lacksAcceptedRisk(own, gate, today, config))
    return { counts: false, says: "The small-team evidence counts at Production only beside an accepted risk." };
  return { counts: true, says: `A small team may, until ${entry.until}: ${entry.by} answers for it.` };
}

/** A failure that small-team evidence would have lifted, with why it does not. */
export function unlessSmallTeam(says: string, team: SmallTeam): string {
  return team.says === "" ? says : `${says} ${team.says}`;
}
