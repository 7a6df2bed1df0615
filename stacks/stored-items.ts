import type { ITerraformDependable } from "cdktf";
import type { IResource } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import { StorageAccount } from "../constructs/storage-account";
import type { EnvironmentStack } from "./environment-stack";
import type { WorkloadIdentities } from "./workload-identities";

/** A service of a storage account, under the name that private endpoints call it by. */
export interface StorageService {
  /** What is kept: files, or messages. */
  readonly kind: "blob" | "queue";
  /** The account that it is a service of. */
  readonly account: StorageAccount;
  /** The service itself, which logs on its own. */
  readonly service: IResource;
}

/** Properties of {@link StoredItems}. */
export interface StoredItemsProps {
  /** The group that the account is in. */
  readonly group: IResourceGroup;
  /** Who may use what. */
  readonly identities: WorkloadIdentities;
  /** Whether Azure Backup may copy its blobs. */
  readonly vaultedBackup: "allowed" | "refused";
  /** Ranges that may reach the public side. @default every address, at POC, which has no network of its own */
  readonly allowedRanges?: readonly string[];
}

/** One storage account for all blobs and queues of an environment; each service may use what its config names. */
export class StoredItems {
  /** Absent when the config declares neither blobs nor a queue. */
  readonly account?: StorageAccount;
  /** The services of the account that are used. */
  readonly services: readonly StorageService[] = [];
  /** What must exist before a container is used from outside, by the store's name. */
  readonly containers: Readonly<Record<string, ITerraformDependable>> = {};

  constructor(stack: EnvironmentStack, props: StoredItemsProps) {
    const { stores, services, stance, nameOf } = stack.environment;
    const items = stores.filter((store) => store.type !== "postgresql");
    if (items.length === 0) return;
    const has = (type: "blobs" | "queue") => items.some((store) => store.type === type);
    const softDeleteDays = Math.max(
      stance.storage.softDeleteDays,
      ...items.map((store) => (store.type === "blobs" ? store.softDeleteDays : 0)),
    );
    const account = new StorageAccount(stack, "storage", {
      ...stance.storage,
      softDeleteDays,
      vaultedBackup: has("blobs") ? props.vaultedBackup : "refused",
      allowedRanges: props.allowedRanges,
      group: props.group,
      name: nameOf("storage_account"),
    });
    this.account = account;
    this.services = [
      ...(has("blobs") ? [{ kind: "blob", account, service: account.blobs } as const] : []),
      ...(has("queue") ? [{ kind: "queue", account, service: account.queues } as const] : []),
    ];
    const containers: Record<string, ITerraformDependable> = {};
    this.containers = containers;
    for (const { type, name } of items) {
      const item = type === "blobs" ? account.addContainer(name) : account.addQueue(name);
      if (type === "blobs") containers[name] = item.item;
      for (const service of services.filter(({ uses }) => uses.includes(name)))
        item.grantUse(service.name, props.identities.of(service.name));
    }
  }
}
