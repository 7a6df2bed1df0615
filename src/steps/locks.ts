import type { ResolvedEnvironment } from "../config/resolve";

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
