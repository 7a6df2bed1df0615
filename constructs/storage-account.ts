import { StorageAccount as AzureStorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageQueue } from "@cdktf/provider-azurerm/lib/storage-queue";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { formatAddress, parseCidr } from "../src/config/cidr";
import { BadInput } from "../src/errors";
import { recordDecision } from "../src/synth/recorded";
import { leaveAlone } from "./left-alone";
import type { IResourceGroup } from "./resource-group";
import { grant, type IIdentity } from "./role";

/** How long nobody can change or delete a blob. */
export interface BlobImmutability {
  /** Days since the blob was written. */
  readonly days: number;
  /** An unlocked policy can be shortened or lifted. A locked one never: an account starts unlocked, locking is a decision. */
  readonly state: "Unlocked" | "Locked";
}

/** Properties of {@link StorageAccount}; a stance's `storage` fills most of them. */
export interface StorageAccountProps {
  readonly group: IResourceGroup;
  /** 3 to 24 lower-case letters and digits, unique in the world. */
  readonly name: string;
  readonly replication: "LRS" | "ZRS" | "GZRS";
  readonly versioning: boolean;
  /** 0 is off. */
  readonly softDeleteDays: number;
  /**
   * Days that all block blobs can be taken back to any moment of; fewer than `softDeleteDays`, and it needs `versioning`.
   * What was deleted with its container is not restored: soft delete brings the container back first. 0 is off. @default off
   */
  readonly pointInTimeRestoreDays?: number;
  /**
   * Whether Azure Backup copies blobs to a vault. It replicates them into storage of its own tenant, which the account must
   * allow. @default false
   */
  readonly vaultedBackup?: boolean;
  /** New blobs can be appended to, but not changed or deleted for so long. Switching it on replaces the account. @default off */
  readonly immutability?: BlobImmutability;
  readonly sharedKeys: boolean;
  readonly publicAccess: boolean;
  /** Ranges that may reach the public side; an empty list closes it. @default everybody, who still needs a role */
  readonly allowedRanges?: readonly string[];
}

/**
 * A storage account for blobs and queues, Entra sign-in only unless `sharedKeys` says otherwise. Containers and queues
 * are made through the control plane, so that an apply needs no data role and no network path to the account.
 *
 * @example
 * const storage = new StorageAccount(this, "storage", { ...STANCES.poc.storage, group, name: "storders" });
 * storage.addQueue("mail").grantUse("mailer", mailer);
 * @throws BadInput when blobs should be restorable for longer than deleted ones are kept
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/storage_account
 * @see https://learn.microsoft.com/azure/storage/blobs/point-in-time-restore-overview
 */
export class StorageAccount extends Construct {
  readonly id: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: StorageAccountProps) {
    super(scope, id);
    const { softDeleteDays: days, pointInTimeRestoreDays: restoreDays = 0, immutability } = props;
    const vaulted = props.vaultedBackup === true;
    if (restoreDays > 0 && !(props.versioning && restoreDays < days)) throw unrestorable(props);
    const account = new AzureStorageAccount(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: props.replication,
      minTlsVersion: "TLS1_2",
      httpsTrafficOnlyEnabled: true,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: vaulted,
      defaultToOauthAuthentication: true,
      sharedAccessKeyEnabled: props.sharedKeys,
      localUserEnabled: props.sharedKeys,
      publicNetworkAccessEnabled: props.publicAccess,
      ...(props.allowedRanges && {
        networkRules: {
          defaultAction: "Deny",
          bypass: ["AzureServices"],
          ipRules: props.allowedRanges.flatMap(storageRange),
        },
      }),
      blobProperties: {
        versioningEnabled: props.versioning,
        ...(days > 0 && { deleteRetentionPolicy: { days }, containerDeleteRetentionPolicy: { days } }),
        ...((vaulted || restoreDays > 0) && { changeFeedEnabled: true }),
        ...(restoreDays > 0 && { restorePolicy: { days: restoreDays } }),
      },
      ...(immutability && {
        immutabilityPolicy: {
          state: immutability.state,
          periodSinceCreationInDays: immutability.days,
          allowProtectedAppendWrites: true,
        },
      }),
    });
    leaveAlone(account);
    if (vaulted)
      recordDecision(
        account,
        "cross_tenant_replication_enabled",
        "Azure Backup replicates the blobs into its vault, whose storage is in a tenant of its own",
      );
    this.id = account.id;
    this.name = props.name;
  }

  /** A private container; the store's name is the container's. */
  addContainer(name: string): StorageItem {
    const container = new StorageContainer(this, `container-${name}`, {
      name,
      storageAccountId: this.id,
      containerAccessType: "private",
    });
    return new StorageItem(this, `grants-${name}`, `${this.id}/blobServices/default/containers/${name}`, container, [
      "Storage Blob Data Contributor",
    ]);
  }

  /** A queue; the store's name is the queue's. */
  addQueue(name: string): StorageItem {
    const queue = new StorageQueue(this, `queue-${name}`, { name, storageAccountId: this.id });
    return new StorageItem(this, `grants-${name}`, `${this.id}/queueServices/default/queues/${name}`, queue, [
      "Storage Queue Data Message Processor",
      "Storage Queue Data Message Sender",
    ]);
  }
}

function unrestorable({ name, versioning, softDeleteDays, pointInTimeRestoreDays }: StorageAccountProps): BadInput {
  const must = versioning ? `fewer than its ${softDeleteDays} days of soft delete` : "off without versioning";
  return new BadInput([
    {
      path: "pointInTimeRestoreDays",
      says: `point-in-time restore of the storage account ${name} must be ${must}, got ${pointInTimeRestoreDays} days`,
      fix: "A restore brings back what was deleted: keep deleted blobs and versions for longer than that.",
      control: "DAT-04",
    },
  ]);
}

/** Storage takes no /31 and no /32 in its rules: the addresses of such a range are written out. */
function storageRange(text: string): string[] {
  const range = parseCidr(text);
  if (!range || range.prefix < 31) return [text];
  return Array.from({ length: range.last - range.first + 1 }, (_, index) => formatAddress(range.first + index));
}

/** One container or queue, and the data roles that using it takes. */
export class StorageItem extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly target: string,
    private readonly item: ITerraformDependable,
    private readonly roles: readonly Parameters<typeof grant>[2][],
  ) {
    super(scope, id);
  }

  /** Lets an identity read and write this container or queue and no other; `who` names the grant within it. */
  grantUse(who: string, identity: IIdentity): void {
    for (const role of this.roles)
      grant(this, `${role.split(" ").at(-1)?.toLowerCase()}-${who}`, role, this.target, identity, [this.item]);
  }
}
