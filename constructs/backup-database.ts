import { DataProtectionBackupInstancePostgresqlFlexibleServer } from "@cdktf/provider-azurerm/lib/data-protection-backup-instance-postgresql-flexible-server";
import { DataProtectionBackupPolicyPostgresqlFlexibleServer } from "@cdktf/provider-azurerm/lib/data-protection-backup-policy-postgresql-flexible-server";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { allowBackup, backupInterval, type IBackupVault } from "./backup-vault";
import type { IResource } from "./references";

/** Properties of {@link DatabaseBackup}. */
export interface DatabaseBackupProps {
  /** Where copies are kept. */
  readonly vault: IBackupVault;
  /** Name of the policy in the vault that says how often and how long. */
  readonly policyName: string;
  /** Name of the backup of this one server. */
  readonly name: string;
  /** A PostgreSQL flexible server, in the vault's region. */
  readonly server: IResource;
  /** The vault's right to read the group that the server is in, which all servers of the group share: `vault.readGroup`. */
  readonly groupReader: ITerraformDependable;
  /** Day of the first weekly backup, `2027-03-01`. */
  readonly firstBackup: string;
  /** Days that a copy is kept, 7 to 3650. */
  readonly retentionDays: number;
}

/**
 * A weekly copy of a PostgreSQL server in a vault: the second line, for when the server and its own backups are gone. It is
 * restored as files into a storage account, from which the databases are loaded; databases that `azure_pg_admin` owns are
 * not in it. A server of more than 1 TB is not copied. The recovery point is kept by the server's point-in-time restore.
 *
 * @example
 * new DatabaseBackup(this, "database", { vault, policyName: "weekly", name: "psql-orders", server,
 *   groupReader: vault.readGroup("data", group), firstBackup: "2027-03-01", retentionDays: 90 });
 * @see https://learn.microsoft.com/azure/backup/backup-azure-database-postgresql-flex-support-matrix
 */
export class DatabaseBackup extends Construct {
  constructor(scope: Construct, id: string, props: DatabaseBackupProps) {
    super(scope, id);
    const { vault, server } = props;
    const policy = new DataProtectionBackupPolicyPostgresqlFlexibleServer(this, "policy", {
      name: props.policyName,
      vaultId: vault.id,
      backupRepeatingTimeIntervals: [backupInterval(props.firstBackup, "week")],
      defaultRetentionRule: { lifeCycle: [{ dataStoreType: "VaultStore", duration: `P${props.retentionDays}D` }] },
    });
    const role = "PostgreSQL Flexible Server Long Term Retention Backup Role";
    const reader = allowBackup(this, "read-server", role, server, vault);
    new DataProtectionBackupInstancePostgresqlFlexibleServer(this, "resource", {
      name: props.name,
      location: vault.location,
      vaultId: vault.id,
      backupPolicyId: policy.id,
      serverId: server.id,
      dependsOn: [reader, props.groupReader],
    });
  }
}
