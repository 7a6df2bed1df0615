import type { ResolvedEnvironment, ResolvedScale } from "../config/resolve";
import type { Step } from "./step";

/** A delete lock of the platform. */
export interface PlatformLock {
  /** Terraform address, for example `azurerm_management_lock.lock-vault`. */
  readonly address: string;
  /** What lies beneath it. */
  readonly above: string;
}

/** Address of the lock that a stack calls so, for example `vault`. */
export function lockAddress(part: string): string {
  return `azurerm_management_lock.lock-${part}`;
}

/** The locks on single resources that hold data; none at POC. */
export function platformLocks({ stance, stores }: Pick<ResolvedEnvironment, "stance" | "stores">): PlatformLock[] {
  if (stance.locks === "none") return [];
  const databases = stores.filter(({ type }) => type === "postgresql");
  return [
    { address: lockAddress("vault"), above: "grants on secrets" },
    ...databases.map(({ name }) => ({
      address: lockAddress(`database-${name}`),
      above: `what belongs to the database ${name}`,
    })),
    ...(databases.length < stores.length
      ? [{ address: lockAddress("storage"), above: "containers, queues and grants on them" }]
      : []),
  ];
}

/** A lock that covers what another stack has. */
export interface LockAcrossStacks {
  /** The lock's own stack, for example `data-neu`. */
  readonly role: string;
  /** Terraform address, for example `azurerm_management_lock.lock-data-group`. */
  readonly address: string;
}

/**
 * Locks that cover what other stacks have: at Scale each region reaches the data of both, by endpoints that lie below the
 * lock of what they lead to. Terraform orders nothing over stacks, so these are lifted first.
 */
export function locksAcrossStacks(
  environment: Pick<ResolvedEnvironment, "stage" | "stance" | "stores">,
): LockAcrossStacks[] {
  if (environment.stage !== "scale") return [];
  const { code } = (environment as ResolvedScale).scale;
  const locks = [lockAddress("data-group"), ...platformLocks(environment).map(({ address }) => address)];
  return ["platform", `data-${code}`].flatMap((role) => locks.map((address) => ({ role, address })));
}

/** Lifts the locks of some stacks, and nothing else. */
export function lift(environment: ResolvedEnvironment, locks: readonly LockAcrossStacks[]): string[] {
  const roles = [...new Set(locks.map(({ role }) => role))];
  return roles.map((role) => {
    const targets = locks.filter((one) => one.role === role).map(({ address }) => `-target=${address}`);
    return `terraform -chdir=stacks/${environment.name}-${role} apply -destroy ${targets.join(" ")}`;
  });
}

/** Only to end a Scale: its locks go before anything else does. */
export function liftLocks(environment: ResolvedEnvironment): Step[] {
  const locks = locksAcrossStacks(environment);
  if (locks.length === 0) return [];
  return [
    {
      id: "lift-locks",
      title: "Only to end it: lift the locks",
      why: "Each region's endpoints lie below the locks of the other region's data, and Terraform orders nothing over stacks: ScopeLocked. Destroy what follows at once, or apply both stacks again, which puts the locks back.",
      purpose: "later",
      commands: lift(environment, locks),
    },
  ];
}
