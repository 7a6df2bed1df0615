import { asDay, type Day } from "../../config/day";
import type { RuleContext } from "../rule";

/** The day on which an environment was to go. */
export interface PastEnd {
  readonly day: Day;
  /** The environment that it was promoted to, which says so. */
  readonly by: string;
}

/** The ends of an environment that have passed, as the environments that it was promoted to say. */
export function endsInThePast({ config, neighbours, today }: RuleContext): PastEnd[] {
  const own = `${config.workload}-${config.stage}`;
  return neighbours.flatMap(({ workload, stage, promotion, previous }) => {
    const day = asDay(previous?.destroyBy);
    // A Scale is its Production: what it says of an old environment was decided a gate before.
    const old = stage === "scale" ? `${workload}-pre-production` : promotion?.from;
    if (old !== own || previous?.data === "keep" || day === undefined || day >= today) return [];
    return [{ day, by: `${workload}-${stage === "scale" ? "production" : stage}` }];
  });
}

/** What is wrong with it, and what to do. */
export const outlived = {
  says: ({ day, by }: PastEnd) => `It was to be destroyed by ${day}, as ${by} says.`,
  fix: "Destroy it (its FIRST-APPLY.md says how) and remove its file, or decide on another day in the config that names it.",
} as const;
