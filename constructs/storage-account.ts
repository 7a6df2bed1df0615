import { StorageAccount as AzureStorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageQueue } from "@cdktf/provider-azurerm/lib/storage-queue";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { formatAddress, parseCidr } from "../src/config/cidr";
import { BadInput } from "../src/errors";
import type { BlobVersions, Exposure, SignIn } from "../src/stages/stances";
import { recordDecision } from "../src/synth/recorded";
import { leaveAlone } from "./left-alone";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";
import { grant, type IIdentity } from "./role";

/** How long nobody can change or delete a blob. */
export interface BlobImmutability {
  /** Days since the blob was written. */
  readonly days: number;
  /** An unlocked policy can be shortened or lifted. A locked one never: an account starts unlocked, locking is a decision. */
  readonly state: "Unlocked" | "Locked";
}

/** Properties of {@link StorageAccount}; a stance's `storage` fills most of them. */
export interface StorageAccountProps extends ResourceProps {
  /** 3 to 24 lower-case letters and digits, unique in the world. */
  readonly name: string;
  /** Copies of what is stored: locally, over zones, over zones and a paired region. */
  readonly replication: "LRS" | "ZRS" | "GZRS";
  /** What happens to a blob that is written anew: the old one is kept as a version, or gone. */
  readonly versions: BlobVersions;
  /** 0 is off. */
  readonly softDeleteDays: number;
  /**
   * Days that all block blobs can be taken back to any moment of; fewer than `softDeleteDays`, and it needs versions.
   * What was deleted with its container is not restored: soft delete brings the container back first. 0 is off. @default off
   */
  readonly pointInTimeRestoreDays?: number;
  /**
   * Whether Azure Backup may copy blobs to a vault. It replicates them into storage of its own tenant, which the account
   * must allow. @default refused
   */
  readonly vaultedBackup?: "allowed" | "refused";
  /** New blobs can be appended to, but not changed or deleted for so long. Switching it on replaces the account. @default off */
  readonly immutability?: BlobImmutability;
  /** How callers sign in: by Entra ID, or with the account's keys and local users too. */
  readonly signIn: SignIn;
  /** Who reaches it: the ranges below, who still need a role, or private endpoints only. */
  readonly exposure: Exposure;
  /** Ranges that may reach the public side; an empty list closes it. @default everybody, who still needs a role */
  readonly allowedRanges?: readonly string[];
}

/**
 * A storage account for blobs and queues, Entra sign-in only unless `signIn` says otherwise. Containers and queues
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
    const versioned = props.versions === "kept";
    const keys = props.signIn === "entra-or-keys";
    const vaulted = props.vaultedBackup === "allowed";
    if (restoreDays > 0 && !(versioned && restoreDays < days)) throw unrestorable(props);
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
      sharedAccessKeyEnabled: keys,
      localUserEnabled: keys,
      publicNetworkAccessEnabled: props.exposure === "public",
      ...(props.allowedRanges && {
        networkRules: {
          defaultAction: "Deny",
          bypass: ["AzureServices"],
          ipRules: props.allowedRanges.flatMap(storageRange),
        },
      }),
      blobProperties: {
        versioningEnabled: versioned,
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

  /** Its service for blobs, which has logs of its own. */
  get blobs(): IResource {
    return { id: `${this.id}/blobServices/default` };
  }

  /** Its service for queues, which has logs of its own. */
  get queues(): IResource {
    return { id: `${this.id}/queueServices/default` };
  }

  /** An account of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.Storage/storageAccounts/${name}` };
  }

  /** A private container; the store's name is the container's. */
  addContainer(name: string): StorageItem {
    const container = new StorageContainer(this, `container-${name}`, {
      name,
      storageAccountId: this.id,
      containerAccessType: "private",
    });
    return new StorageItem(this, `grants-${name}`, { id: `${this.blobs.id}/containers/${name}` }, container, [
      "Storage Blob Data Contributor",
    ]);
  }

  /** A queue; the store's name is the queue's. */
  addQueue(name: string): StorageItem {
    const queue = new StorageQueue(this, `queue-${name}`, { name, storageAccountId: this.id });
    return new StorageItem(this, `grants-${name}`, { id: `${this.queues.id}/queues/${name}` }, queue, [
      "Storage Queue Data Message Processor",
      "Storage Queue Data Message Sender",
    ]);
  }
}

function unrestorable({ name, versions, softDeleteDays, pointInTimeRestoreDays }: StorageAccountProps): BadInput {
  const must = versions === "kept" ? `fewer than its ${softDeleteDays} days of soft delete` : "off without versioning";
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
    private readonly target: IResource,
    /** The container or queue itself, for what has to come after it. */
    readonly item: ITerraformDependable,
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
