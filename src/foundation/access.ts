import type { HardenedConfig } from "../config/schema";
import type { FoundationConfig } from "../config/schema/foundation";
import type { Problem } from "../errors";
import type { Stage } from "../stages/stage";
import { foundationNames } from "./names";
import { resolveFoundation } from "./resolve";

/** What an environment says of people's access, as far as the foundation grants it. */
export interface ClaimedAccess {
  readonly workload: string;
  readonly stage: Stage;
  readonly access: Pick<HardenedConfig["access"], "readers" | "operators" | "breakGlass" | "writers">;
}

const HOLD = { standing: "always hold their role", eligible: "activate their role" } as const;

/**
 * IAM-04: what an environment says of people's access is what the foundation grants; its own stacks give people nothing.
 * Approvers are no role in Azure, so that nothing is compared there. Paths are those of the environment's config.
 */
export function accessProblems(foundation: FoundationConfig, { workload, stage, access }: ClaimedAccess): Problem[] {
  const file = `${foundation.workload}.foundation.yaml`;
  const problem = (key: keyof ClaimedAccess["access"], says: string, fix: string): Problem => ({
    path: `access.${key}`,
    says: `access.${key} ${says}`,
    fix,
    control: "IAM-04",
  });
  const groups = (["readers", "operators", "breakGlass"] as const).flatMap((key) => {
    const [claimed, granted] = [access[key], foundation.groups[key]];
    if (claimed.toLowerCase() === granted.toLowerCase()) return [];
    return [
      problem(
        key,
        `is the group ${claimed}, but ${file} grants the ${key} role to ${granted}`,
        "Make both name the same group: the foundation gives people their roles, for all environments.",
      ),
    ];
  });
  const granted = writersOf(foundation, { workload, stage });
  if (granted === undefined || granted === access.writers) return groups;
  return [
    ...groups,
    problem(
      "writers",
      `is ${access.writers}, but by ${file} operators ${HOLD[granted]}`,
      `Write writers: ${access.writers} in ${file}, or ${granted} here.`,
    ),
  ];
}

/** How operators hold their role in the subscription of an environment; `undefined` where it is not listed. */
function writersOf(foundation: FoundationConfig, key: Pick<ClaimedAccess, "workload" | "stage">) {
  const { environments, subscriptions } = resolveFoundation(foundation);
  const name = foundationNames(foundation).environment(key);
  const listed = environments.find((one) => one.name === name);
  return subscriptions.find((one) => one.name === listed?.subscription)?.writers;
}
