import { StorageAccount as AzureStorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageQueue } from "@cdktf/provider-azurerm/lib/storage-queue";
import { Construct } from "constructs";
import { formatAddress, parseCidr } from "../src/config/cidr";
import type { IResourceGroup } from "./resource-group";
import { grant, type IIdentity } from "./role";

/** Properties of {@link StorageAccount}; a stance's `storage` fills most of them. */
export interface StorageAccountProps {
  readonly group: IResourceGroup;
  /** 3 to 24 lower-case letters and digits, unique in the world. */
  readonly name: string;
  readonly replication: "LRS" | "ZRS" | "GZRS";
  readonly versioning: boolean;
  /** 0 is off. */
  readonly softDeleteDays: number;
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
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/storage_account
 */
export class StorageAccount extends Construct {
  readonly id: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: StorageAccountProps) {
    super(scope, id);
    const days = props.softDeleteDays;
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
      crossTenantReplicationEnabled: false,
      defaultToOauthAuthentication: true,
      sharedAccessKeyEnabled: props.sharedKeys,
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
      },
    });
    this.id = account.id;
    this.name = props.name;
  }

  /** A private container; the store's name is the container's. */
  addContainer(name: string): StorageItem {
    new StorageContainer(this, `container-${name}`, {
      name,
      storageAccountId: this.id,
      containerAccessType: "private",
    });
    return new StorageItem(this, `grants-${name}`, `${this.id}/blobServices/default/containers/${name}`, [
      "Storage Blob Data Contributor",
    ]);
  }

  /** A queue; the store's name is the queue's. */
  addQueue(name: string): StorageItem {
    new StorageQueue(this, `queue-${name}`, { name, storageAccountId: this.id });
    return new StorageItem(this, `grants-${name}`, `${this.id}/queueServices/default/queues/${name}`, [
      "Storage Queue Data Message Processor",
      "Storage Queue Data Message Sender",
    ]);
  }
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
    private readonly roles: readonly Parameters<typeof grant>[2][],
  ) {
    super(scope, id);
  }

  /** Lets an identity read and write this container or queue and no other; `who` names the grant within it. */
  grantUse(who: string, identity: IIdentity): void {
    for (const role of this.roles)
      grant(this, `${role.split(" ").at(-1)?.toLowerCase()}-${who}`, role, this.target, identity);
  }
}
