import type { Stage } from "../stages/stage";

/** One Microsoft Defender plan of a subscription. */
export interface DefenderPlan {
  /** As the provider names it, for example `KeyVaults`. */
  readonly type: string;
  /** Written down wherever the plan has one: left open, Azure's answer would replace the setting on every plan. */
  readonly subplan?: string;
  /** Parts of a plan that are off unless named. */
  readonly extensions: readonly string[];
}

const ACCESS: readonly DefenderPlan[] = [
  { type: "KeyVaults", subplan: "PerKeyVault", extensions: [] },
  { type: "Arm", subplan: "PerSubscription", extensions: [] },
];

const WORKLOADS: readonly DefenderPlan[] = [
  ...ACCESS,
  { type: "Containers", extensions: ["ContainerRegistriesVulnerabilityAssessments"] },
  { type: "StorageAccounts", subplan: "DefenderForStorageV2", extensions: [] },
  { type: "OpenSourceRelationalDatabases", extensions: [] },
];

/**
 * Defender plans of a subscription by the highest stage in it. They are subscription singletons, so that only the
 * foundation sets them; taking one away sets the free tier.
 *
 * @see https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction
 */
export const DEFENDER_PLANS = {
  poc: [],
  pilot: ACCESS,
  "pre-production": WORKLOADS,
  production: WORKLOADS,
  scale: WORKLOADS,
} as const satisfies Record<Stage, readonly DefenderPlan[]>;
