import { DataProtectionBackupVault } from "@cdktf/provider-azurerm/lib/data-protection-backup-vault";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Construct } from "constructs";
import type { LATER_ROLES } from "./deploy-identity";
import { leaveAlone } from "./left-alone";
import type { IResource } from "./references";
import type { IResourceGroup } from "./resource-group";

/** Where copies of data are kept. */
export interface IBackupVault extends IResource {
  /** Its Azure region, which is that of what it copies. */
  readonly location: string;
  /** Object id of the identity that reads what is backed up; known after apply. */
  readonly principalId: string;
}

/** Properties of {@link BackupVault}. */
export interface BackupVaultProps {
  /** A group that outlives what the vault restores. */
  readonly group: IResourceGroup;
  /** 2 to 50 letters, digits and hyphens. */
  readonly name: string;
  /**
   * Where copies are: in one datacenter, in the region's zones, or in the paired region too, from which they can then be
   * restored there. Cannot be changed later.
   */
  readonly redundancy: "LocallyRedundant" | "ZoneRedundant" | "GeoRedundant";
  /** Days that a deleted backup can be brought back, 14 to 180; the vault cannot be deleted for so long. */
  readonly softDeleteDays: number;
  /** `Unlocked` refuses to delete or shorten backups, until somebody switches it off. Locking it is for ever, and not offered. */
  readonly immutability: "Disabled" | "Unlocked";
}

/**
 * A vault for copies of databases and blobs, with an identity of its own. Soft delete is on, not always on: that cannot be
 * taken back.
 *
 * @example
 * const vault = new BackupVault(this, "vault", { group, name: "bvault-orders", redundancy: "ZoneRedundant",
 *   softDeleteDays: 30, immutability: "Unlocked" });
 * @see https://learn.microsoft.com/azure/backup/backup-vault-overview
 */
export class BackupVault extends Construct implements IBackupVault {
  readonly id: string;
  readonly location: string;
  readonly principalId: string;

  constructor(scope: Construct, id: string, props: BackupVaultProps) {
    super(scope, id);
    const vault = new DataProtectionBackupVault(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      datastoreType: "VaultStore",
      redundancy: props.redundancy,
      softDelete: "On",
      retentionDurationInDays: props.softDeleteDays,
      immutability: props.immutability,
      ...(props.redundancy === "GeoRedundant" && { crossRegionRestoreEnabled: true }),
      identity: { type: "SystemAssigned" },
    });
    leaveAlone(vault);
    this.id = vault.id;
    this.location = props.group.location;
    this.principalId = vault.identity.principalId;
  }

  /** Lets the vault read a group whose servers it copies; `who` names the grant. Azure takes one for all servers in it. */
  readGroup(who: string, group: IResource): RoleAssignment {
    return allowBackup(this, `read-${who}`, "Reader", group, this);
  }
}

/** A role of a vault's identity. Backups depend on it: Azure checks the vault's rights when one is set up. */
export function allowBackup(
  scope: Construct,
  id: string,
  role: keyof typeof LATER_ROLES,
  target: IResource,
  vault: IBackupVault,
): RoleAssignment {
  return new RoleAssignment(scope, id, {
    scope: target.id,
    roleDefinitionName: role,
    principalId: vault.principalId,
    principalType: "ServicePrincipal",
    skipServicePrincipalAadCheck: true,
  });
}

/**
 * The repeating interval that backup policies take (ISO 8601), at two at night UTC.
 *
 * @param first  day of the first backup, `2027-03-01`; a weekly one keeps its day of the week
 */
export function backupInterval(first: string, every: "day" | "week"): string {
  return `R/${first}T02:00:00+00:00/${every === "day" ? "P1D" : "P1W"}`;
}
