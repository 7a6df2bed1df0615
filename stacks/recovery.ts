import { BlobBackup } from "../constructs/backup-blobs";
import { DatabaseBackup } from "../constructs/backup-database";
import { BackupVault } from "../constructs/backup-vault";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics, type DiagnosticsProps } from "../constructs/diagnostics";
import { EvidenceStore } from "../constructs/evidence-store";
import { LogWorkspace } from "../constructs/log-analytics";
import { LogExport } from "../constructs/log-export";
import { PostgresqlServer } from "../constructs/postgresql/server";
import type { IResource } from "../constructs/references";
import type { ResourceGroup } from "../constructs/resource-group";
import { StorageAccount } from "../constructs/storage-account";
import type { ResolvedStore } from "../src/config/resolve";
import { AUDIT_TABLES } from "../src/stages/audit-tables";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";

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
    const { nameOf, stance } = environment;
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
    this.evidence = new EvidenceStore(stack, "evidence", {
      group,
      name: nameOf("storage_account", "evidence"),
      replication: paired ? "GZRS" : "ZRS",
      softDeleteDays: stance.storage.softDeleteDays,
      immutability: { days: stance.recovery.evidenceDays, state: "Unlocked" },
    });
    const workspace = LogWorkspace.reference(stack.groupReference(), nameOf("log_analytics_workspace"));
    new LogExport(stack, "audit-export", {
      group: stack.groupReference(),
      name: nameOf("log_analytics_data_export"),
      workspace,
      tables: this.tables(),
      store: this.evidence,
    });
    const watch = (part: string, target: IResource, what: Pick<DiagnosticsProps, "logs" | "categories" | "metrics">) =>
      new Diagnostics(stack, `diagnostics-${part}`, {
        ...what,
        name: nameOf("monitor_diagnostic_setting", part),
        target,
        workspace,
      });
    watch("backups", this.vault, { logs: ["allLogs"], metrics: [] });
    // Not what is written: that is the export itself, whose log would be exported in turn, without an end.
    watch("evidence", this.evidence.blobs, {
      logs: [],
      categories: ["StorageRead", "StorageDelete"],
      metrics: ["Transaction"],
    });
    const lock = (part: string, target: IResource, holds: string) =>
      new DeleteLock(stack, `lock-${part}`, {
        name: nameOf("management_lock", part),
        target,
        why: `Holds ${holds}. It outlives the environment; remove the lock only when nothing is to be restored from it.`,
      });
    lock("backups", this.vault, "copies of the data");
    lock("evidence", this.evidence, "the logs of who did what");
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

  /** The tables of what the environment has. */
  private tables(): string[] {
    const has = (type: ResolvedStore["type"]) => this.stack.environment.stores.some((store) => store.type === type);
    const {
      azurerm_postgresql_flexible_server: databases,
      azurerm_storage_container: containers,
      azurerm_storage_queue: queues,
      ...always
    } = AUDIT_TABLES;
    return [
      ...Object.values(always).flat(),
      ...(has("postgresql") ? databases : []),
      ...(has("blobs") ? containers : []),
      ...(has("queue") ? queues : []),
    ].sort();
  }
}
