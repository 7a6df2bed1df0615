import { BlobBackup } from "../constructs/backup-blobs";
import { DatabaseBackup } from "../constructs/backup-database";
import { BackupVault } from "../constructs/backup-vault";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import type { EvidenceStore } from "../constructs/evidence-store";
import { LogWorkspace } from "../constructs/log-analytics";
import { PostgresqlServer } from "../constructs/postgresql/server";
import type { ResourceGroup } from "../constructs/resource-group";
import { StorageAccount } from "../constructs/storage-account";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { addEvidence, outlivingLock } from "./evidence";

/** Days that a deleted backup can be brought back, and the vault not be deleted. */
const VAULT_SOFT_DELETE_DAYS = 14;

/**
 * What outlives the environment: copies of its data, and the logs of who did what in it. No recreation touches this stack,
 * because it must be there when the environment is not.
 */
export class Recovery {
  readonly group: ResourceGroup;
  readonly vault: BackupVault;
  readonly evidence: EvidenceStore;

  constructor(readonly stack: EnvironmentStack) {
    const { environment } = stack;
    const { nameOf } = environment;
    const paired = environment.geoBackup === "paired-region";
    const group = budgetedGroup(stack, { part: "recovery" });
    this.group = group;
    this.vault = new BackupVault(stack, "vault", {
      group,
      name: nameOf("data_protection_backup_vault"),
      redundancy: paired ? "GeoRedundant" : "ZoneRedundant",
      softDeleteDays: VAULT_SOFT_DELETE_DAYS,
      immutability: "Unlocked",
    });
    this.backUpDatabases();
    this.backUpBlobs();
    this.evidence = addEvidence(stack, group, paired ? "GZRS" : "ZRS");
    new Diagnostics(stack, "diagnostics-backups", {
      name: nameOf("monitor_diagnostic_setting", "backups"),
      target: this.vault,
      workspace: LogWorkspace.reference(stack.groupReference(), nameOf("log_analytics_workspace")),
      logs: ["allLogs"],
      metrics: [],
    });
    new DeleteLock(stack, "lock-backups", {
      name: nameOf("management_lock", "backups"),
      target: this.vault,
      why: outlivingLock("copies of the data"),
    });
  }

  private backUpDatabases(): void {
    const { stack, vault } = this;
    const { nameOf, created, stance, stores } = stack.environment;
    const databases = stores.filter(({ type }) => type === "postgresql");
    if (databases.length === 0) return;
    const dataGroup = stack.groupReference("data");
    const groupReader = vault.readGroup("data", dataGroup);
    for (const { name } of databases) {
      const server = nameOf("postgresql_flexible_server", name);
      new DatabaseBackup(stack, `backup-${name}`, {
        vault,
        policyName: nameOf("data_protection_backup_policy", name),
        name: server,
        server: PostgresqlServer.reference(dataGroup, server),
        groupReader,
        firstBackup: created,
        retentionDays: stance.recovery.copyDays,
      });
    }
  }

  /** Queues have no backup: what is in one is lost with the account. */
  private backUpBlobs(): void {
    const { stack, vault } = this;
    const { nameOf, created, stance, stores } = stack.environment;
    const containers = stores.filter(({ type }) => type === "blobs").map(({ name }) => name);
    if (containers.length === 0) return;
    const account = nameOf("storage_account");
    new BlobBackup(stack, "backup-blobs", {
      vault,
      policyName: nameOf("data_protection_backup_policy", "blobs"),
      name: account,
      account: StorageAccount.reference(stack.groupReference("data"), account),
      containers,
      firstBackup: created,
      retentionDays: stance.recovery.copyDays,
    });
  }
}
