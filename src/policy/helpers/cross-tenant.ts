import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";

const PATH = "cross_tenant_replication_enabled";

const BACKUP = "azurerm_data_protection_backup_instance_blob_storage";

/** True for an instance whose policy copies into the vault; operational backups stay in the account. */
function copiesIntoVault(instance: Resource): boolean | typeof UNKNOWN {
  const policy = instance.ref("backup_policy_id");
  if (policy.kind !== "resource") return UNKNOWN;
  const kept = policy.resource.value("vault_default_retention_duration");
  return kept === UNKNOWN ? UNKNOWN : kept !== undefined;
}

/**
 * An account that lets somebody copy its blobs into another company's directory, past every firewall. Azure Backup
 * copies them so into its vault, whose storage is in a tenant of its own; where they go is asked of each replication.
 *
 * @see https://learn.microsoft.com/azure/backup/blob-backup-support-matrix
 */
export function judgeCrossTenant(context: RuleContext): void {
  const copied = context.resources(BACKUP).flatMap((one) => {
    const needs = copiesIntoVault(one);
    return one.refs("storage_account_id").map((account) => ({ account, needs }));
  });
  for (const one of context.resources("azurerm_storage_account")) {
    const on = one.value(PATH);
    if (on === UNKNOWN) {
      context.unknown(one, PATH);
      continue;
    }
    if (on !== true) continue;
    const of = copied.filter(({ account }) => account.kind === "resource" && account.resource === one);
    const perhaps = [...of, ...copied.filter(({ account }) => account.kind === "unknown")];
    if (of.some(({ needs }) => needs === true)) context.pass(one, PATH);
    else if (perhaps.some(({ needs }) => needs !== false))
      context.unknown(one, PATH, "Whether a backup vault needs its blobs to be replicated is not known here.");
    else context.fail(one, PATH, "Its blobs may be replicated into another tenant.", { fix: `Set ${PATH} to false.` });
  }
}
