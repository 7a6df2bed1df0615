import type { Reference } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { minutesOf } from "./duration";

/** Backup instances of azurerm 4.55 by the store that they copy, with the attribute that names it. */
export const BACKUP_INSTANCES: Readonly<Record<string, readonly [type: string, attribute: string]>> = {
  azurerm_mysql_flexible_server: ["azurerm_data_protection_backup_instance_mysql_flexible_server", "server_id"],
  azurerm_postgresql_flexible_server: [
    "azurerm_data_protection_backup_instance_postgresql_flexible_server",
    "server_id",
  ],
  azurerm_storage_account: ["azurerm_data_protection_backup_instance_blob_storage", "storage_account_id"],
};

/** A store's copy in a backup vault. */
export interface VaultCopy {
  readonly instance: Resource;
  readonly policy: Reference;
  readonly vault: Reference;
  /** Minutes between two copies; `undefined` where the policy makes none in the vault, or cannot be read. */
  readonly every: number | undefined;
  readonly survives: readonly ("zone" | "region")[];
}

/** The copies that the environment's backup instances make of a store. */
export function vaultCopies(store: Resource): VaultCopy[] {
  const [type, attribute] = BACKUP_INSTANCES[store.type] ?? [];
  if (!type || !attribute) return [];
  return (store.graph.by(type, attribute).get(store) ?? []).map((instance) => {
    const [policy, vault] = [instance.ref("backup_policy_id"), instance.ref("vault_id")];
    return { instance, policy, vault, every: interval(policy), survives: survives(vault) };
  });
}

/** Minutes between two backups: `R/2026-11-22T02:00:00+00:00/P1W` is every 10,080. */
function interval(policy: Reference): number | undefined {
  if (policy.kind !== "resource") return undefined;
  const all = policy.resource
    .texts("backup_repeating_time_intervals")
    .flatMap((one) => minutesOf(one.split("/").at(-1)) ?? []);
  return all.length > 0 ? Math.max(...all) : undefined;
}

/**
 * A geo-redundant vault has its first copy in one zone; the other region's can be used at will only with cross-region
 * restore, else when Microsoft gives the region up.
 *
 * @see https://learn.microsoft.com/azure/reliability/reliability-backup
 */
function survives(vault: Reference): VaultCopy["survives"] {
  if (vault.kind !== "resource") return [];
  const { resource } = vault;
  const redundancy = resource.value("redundancy");
  if (redundancy === "ZoneRedundant") return ["zone"];
  return resource.value("cross_region_restore_enabled") === true ? ["zone", "region"] : [];
}
