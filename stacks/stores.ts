import { PostgresqlServer } from "../constructs/postgresql/server";
import type { IResource, ITenant } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import { StorageAccount } from "../constructs/storage-account";
import { migratorOf, type ResolvedDatabase } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import { databaseName } from "./store-variables";
import type { WorkloadIdentities } from "./workload-identities";

/** A service of a storage account, under the name that private endpoints call it by. */
interface StorageService {
  readonly kind: "blob" | "queue";
  readonly account: StorageAccount;
  readonly service: IResource;
}

/** The environment's stores: a server per database, one storage account for all blobs and queues. */
export class Stores {
  readonly databases: Readonly<Record<string, PostgresqlServer>>;
  /** Absent when the config declares neither blobs nor a queue. */
  readonly storage?: StorageAccount;
  /** The services of the storage account that are used. */
  readonly storageServices: readonly StorageService[];

  constructor(
    stack: EnvironmentStack,
    private readonly props: {
      readonly group: IResourceGroup;
      readonly tenant: ITenant;
      readonly identities: WorkloadIdentities;
      /** Ranges that may reach the public side; absent at POC, which has no network of its own. */
      readonly allowedRanges?: readonly string[];
    },
  ) {
    const { stores, services, stance, nameOf } = stack.environment;
    const isDatabase = (store: (typeof stores)[number]): store is ResolvedDatabase => store.type === "postgresql";
    this.databases = Object.fromEntries(
      stores.filter(isDatabase).map((store) => [store.name, this.addDatabase(stack, store)]),
    );
    const items = stores.filter((store) => store.type !== "postgresql");
    const has = (type: "blobs" | "queue") => items.some((store) => store.type === type);
    this.storageServices = [];
    if (items.length === 0) return;
    const softDeleteDays = Math.max(
      stance.storage.softDeleteDays,
      ...items.map((store) => (store.type === "blobs" ? store.softDeleteDays : 0)),
    );
    this.storage = new StorageAccount(stack, "storage", {
      ...stance.storage,
      softDeleteDays,
      vaultedBackup: has("blobs") && stance.recovery.copyDays > 0 ? "allowed" : "refused",
      allowedRanges: props.allowedRanges,
      group: props.group,
      name: nameOf("storage_account"),
    });
    const account = this.storage;
    this.storageServices = [
      ...(has("blobs") ? [{ kind: "blob", account, service: account.blobs } as const] : []),
      ...(has("queue") ? [{ kind: "queue", account, service: account.queues } as const] : []),
    ];
    for (const { type, name } of items) {
      const item = type === "blobs" ? this.storage.addContainer(name) : this.storage.addQueue(name);
      for (const service of services.filter(({ uses }) => uses.includes(name)))
        item.grantUse(service.name, props.identities.of(service.name));
    }
  }

  private addDatabase(stack: EnvironmentStack, store: ResolvedDatabase): PostgresqlServer {
    const { stance, nameOf, geoBackup, maintenance } = stack.environment;
    const { group, tenant, identities, allowedRanges } = this.props;
    return new PostgresqlServer(stack, `database-${store.name}`, {
      ...stance.database,
      group,
      tenant,
      allowedRanges,
      name: nameOf("postgresql_flexible_server", store.name),
      database: databaseName(store),
      version: store.version,
      sku: store.sku,
      storageGb: store.storageGb,
      backupDays: store.backupDays,
      administrator: identities.of(migratorOf(store.name)),
      geoBackup,
      maintenance,
    });
  }
}
