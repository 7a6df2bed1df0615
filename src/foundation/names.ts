import { createHash } from "node:crypto";
import { region } from "../azure/regions";
import { environmentName } from "../config/names";
import type { FoundationConfig } from "../config/schema/foundation";
import type { Stage } from "../stages/stage";

/** What tells one environment from another, for everything the foundation keeps for it. */
export interface EnvironmentKey {
  readonly workload: string;
  readonly stage: Stage;
}

/** Names that environments rely on. A pure function of the foundation's config: nothing is read from Azure or a state. */
export interface FoundationNames {
  /** Name of the stack, for example `orders-foundation`. */
  readonly stack: string;
  readonly resourceGroup: string;
  /** Storage account that holds every Terraform state. */
  readonly stateAccount: string;
  readonly workspace: string;
  readonly lock: string;
  readonly policyIdentity: string;
  readonly planIdentity: string;
  /** Where the foundation keeps its own state. */
  readonly own: { readonly container: string; readonly key: string };
  /** The environment as state and identity know it: `orders-pilot`; Scale is Production, which it grows out of. */
  environment(environment: EnvironmentKey): string;
  /** Container that holds the environment's states and nothing else. */
  container(environment: EnvironmentKey): string;
  /** Key of one stack's state, for example `orders-pilot/g1/platform.tfstate`: no two stacks or generations share one. */
  key(environment: EnvironmentKey, generation: number, stack: string): string;
  /** Name of the identity that deploys the environment. */
  deployIdentity(environment: EnvironmentKey): string;
}

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const LONGEST_ACCOUNT = 24;

/**
 * The names of a foundation. The state account's ends in six characters computed from workload, location and GitHub
 * organization, because it is unique in the world.
 */
export function foundationNames(
  config: Pick<FoundationConfig, "workload" | "location" | "repository" | "stateAccount">,
): FoundationNames {
  const { workload, location } = config;
  const code = region(location)?.code ?? location;
  const [organization = ""] = config.repository.split("/");
  const tail = `fnd${code}${hash([workload, "foundation", location, organization.toLowerCase()].join("/"), 6)}`;
  const letters = workload.replaceAll("-", "").slice(0, LONGEST_ACCOUNT - 2 - tail.length);
  const environment = ({ workload, stage }: EnvironmentKey) => environmentName({ workload, stage });
  return {
    stack: `${workload}-foundation`,
    resourceGroup: `rg-${workload}-foundation-${code}`,
    stateAccount: config.stateAccount ?? `st${letters}${tail}`,
    workspace: `log-${workload}-foundation-${code}`,
    lock: `lock-${workload}-foundation-state`,
    policyIdentity: `id-policy-${workload}`,
    planIdentity: `id-plan-${workload}`,
    own: { container: "foundation", key: "foundation.tfstate" },
    environment,
    container: environment,
    key: (one, generation, stack) => `${environment(one)}/g${generation}/${stack}.tfstate`,
    deployIdentity: (one) => `id-deploy-${environment(one)}`,
  };
}

function hash(text: string, length: number): string {
  const digest = createHash("sha256").update(text).digest();
  return Array.from(digest.subarray(0, length), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
