import { region } from "../azure/regions";
import { DEFAULT_AZURERM } from "../config/resolve";
import type { FoundationConfig } from "../config/schema/foundation";
import { isAtLeast, STAGES, type Stage } from "../stages/stage";
import { STANCES } from "../stages/stances";
import { DEFENDER_PLANS, type DefenderPlan } from "./defender";
import { type FoundationNames, foundationNames } from "./names";
import { subscriptionKey } from "./subscription-key";

/** Tags that a resource takes over from its group when it has none of its own. */
export const INHERITED_TAGS = ["workload", "stage", "owner", "generation"] as const;

/** An environment as the foundation serves it. */
export interface ResolvedDeployment {
  /** For example `orders-pilot`; also the name of its GitHub environment. */
  readonly name: string;
  readonly workload: string;
  readonly stage: Stage;
  readonly subscription: string;
  readonly identity: string;
  readonly container: string;
}

/** A subscription with everything decided that holds for all of it. */
export interface ResolvedSubscription {
  readonly name: string;
  /** Its name in addresses and variables of Terraform. */
  readonly key: string;
  /** Alias of its provider; the foundation's own is the default one. */
  readonly alias?: string;
  /** Terraform variable that takes its id. */
  readonly variable: string;
  /** True for the foundation's own. */
  readonly own: boolean;
  readonly monthlyBudget: number;
  /** Names of the environments in it. */
  readonly environments: readonly string[];
  /** Highest stage in it; for the foundation's own, of all environments. Absent where there is none. */
  readonly highest?: Stage;
  readonly defender: readonly DefenderPlan[];
  readonly writers: "standing" | "eligible";
}

/** A foundation's config with every setting decided. */
export interface ResolvedFoundation {
  /** For example `orders-foundation`; the name of its stack. */
  readonly name: string;
  readonly config: FoundationConfig;
  readonly names: FoundationNames;
  readonly tags: Readonly<Record<string, string>>;
  readonly azurerm: string;
  /** Copies of the states: over zones where the region has them. */
  readonly replication: "LRS" | "ZRS";
  readonly logRetentionDays: number;
  readonly subscriptions: readonly ResolvedSubscription[];
  readonly environments: readonly ResolvedDeployment[];
}

const LEAST_LOG_DAYS = 90;

/** Decides everything that a foundation's config leaves open. Pure. */
export function resolveFoundation(config: FoundationConfig): ResolvedFoundation {
  const names = foundationNames(config);
  const environments = config.environments.map(({ workload = config.workload, stage, subscription }) => {
    const key = { workload, stage };
    return {
      name: names.environment(key),
      workload,
      stage,
      subscription,
      identity: names.deployIdentity(key),
      container: names.container(key),
    };
  });
  const highest = highestOf(environments);
  return {
    name: names.stack,
    config,
    names,
    tags: {
      workload: config.workload,
      stage: "foundation",
      owner: config.owner,
      "managed-by": "gatewright",
      "created-on": config.created,
    },
    azurerm: config.azurerm ?? DEFAULT_AZURERM,
    replication: region(config.location)?.zones ? "ZRS" : "LRS",
    logRetentionDays: Math.max(LEAST_LOG_DAYS, highest ? STANCES[highest].logs.retentionDays : 0),
    subscriptions: Object.entries(config.subscriptions).map(([name, { monthlyBudget }]) => {
      const own = name === config.subscription;
      const key = subscriptionKey(name);
      const inside = environments.filter(({ subscription }) => subscription === name);
      const reaches = own ? highest : highestOf(inside);
      return {
        name,
        key,
        ...(!own && { alias: key.replaceAll("-", "_") }),
        variable: own ? "subscription_id" : `${key.replaceAll("-", "_")}_subscription_id`,
        own,
        monthlyBudget,
        environments: inside.map((one) => one.name),
        highest: reaches,
        defender: reaches ? DEFENDER_PLANS[reaches] : [],
        writers: config.writers ?? (reaches && isAtLeast(reaches, "pre-production") ? "eligible" : "standing"),
      };
    }),
    environments,
  };
}

function highestOf(environments: readonly { readonly stage: Stage }[]): Stage | undefined {
  return STAGES.findLast((stage) => environments.some((one) => one.stage === stage));
}
