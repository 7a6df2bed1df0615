import { UNKNOWN } from "../graph/reference";
import type { RuleContext } from "../rule";

const PATH = "cross_tenant_replication_enabled";

const BACKUP = "azurerm_data_protection_backup_instance_blob_storage";

/**
 * An account that lets somebody copy its blobs into another company's directory, past every firewall. Azure Backup
 * copies them so into its vault, whose storage is in a tenant of its own; where they go is asked of each replication.
 *
 * @see https://learn.microsoft.com/azure/backup/blob-backup-support-matrix
 */
export function judgeCrossTenant(context: RuleContext): void {
  const copied = context.resources(BACKUP).flatMap((one) => one.refs("storage_account_id"));
  for (const one of context.resources("azurerm_storage_account")) {
    const on = one.value(PATH);
    if (on === UNKNOWN) context.unknown(one, PATH);
    else if (on !== true) continue;
    else if (copied.some((to) => to.kind === "resource" && to.resource === one)) context.pass(one, PATH);
    else if (copied.some(({ kind }) => kind === "unknown"))
      context.unknown(one, PATH, "Whether a backup vault needs its blobs to be replicated is not known here.");
    else context.fail(one, PATH, "Its blobs may be replicated into another tenant.", { fix: `Set ${PATH} to false.` });
  }
}
