import { DataProtectionBackupInstanceBlobStorage } from "@cdktf/provider-azurerm/lib/data-protection-backup-instance-blob-storage";
import { DataProtectionBackupPolicyBlobStorage } from "@cdktf/provider-azurerm/lib/data-protection-backup-policy-blob-storage";
import { Construct } from "constructs";
import { allowBackup, backupInterval, type IBackupVault } from "./backup-vault";
import type { IResource } from "./references";

/** Properties of {@link BlobBackup}. */
export interface BlobBackupProps {
  /** Where copies are kept. */
  readonly vault: IBackupVault;
  /** Name of the policy in the vault that says how often and how long. */
  readonly policyName: string;
  /** Name of the backup of this one account. */
  readonly name: string;
  /** A storage account that allows `vaultedBackup`, in the vault's region. */
  readonly account: IResource;
  /** Containers to copy, 1 to 100; a container that is not named is not copied. */
  readonly containers: readonly string[];
  /** Day of the first daily backup, `2027-03-01`. */
  readonly firstBackup: string;
  /** Days that a copy is kept, up to 3650. */
  readonly retentionDays: number;
}

/**
 * A daily copy of a storage account's block blobs in a vault: the second line, for when the account is gone. It is restored
 * into another account. Vaulted, not operational: an operational backup stays in the account, does what the account's
 * point-in-time restore does already, and would change the settings of it behind Terraform's back.
 *
 * @example
 * new BlobBackup(this, "blobs", { vault, policyName: "daily", name: "storders", account, containers: ["files"],
 *   firstBackup: "2027-03-01", retentionDays: 90 });
 * @see https://learn.microsoft.com/azure/backup/blob-backup-support-matrix
 */
export class BlobBackup extends Construct {
  constructor(scope: Construct, id: string, props: BlobBackupProps) {
    super(scope, id);
    const { vault, account } = props;
    const policy = new DataProtectionBackupPolicyBlobStorage(this, "policy", {
      name: props.policyName,
      vaultId: vault.id,
      backupRepeatingTimeIntervals: [backupInterval(props.firstBackup, "day")],
      vaultDefaultRetentionDuration: `P${props.retentionDays}D`,
    });
    const role = allowBackup(this, "read-account", "Storage Account Backup Contributor", account, vault);
    new DataProtectionBackupInstanceBlobStorage(this, "resource", {
      name: props.name,
      location: vault.location,
      vaultId: vault.id,
      backupPolicyId: policy.id,
      storageAccountId: account.id,
      storageAccountContainerNames: [...props.containers],
      dependsOn: [role],
    });
  }
}
