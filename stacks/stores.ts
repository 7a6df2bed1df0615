import { PostgresqlServer } from "../constructs/postgresql/server";
import type { ITenant } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import type { StorageAccount } from "../constructs/storage-account";
import { migratorOf, type ResolvedDatabase, type ResolvedStore } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import { databaseName } from "./store-variables";
import { type StorageService, StoredItems } from "./stored-items";
import type { WorkloadIdentities } from "./workload-identities";

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
    const { stores, stance } = stack.environment;
    this.databases = Object.fromEntries(
      stores.filter(isDatabase).map((store) => [store.name, this.addDatabase(stack, store)]),
    );
    const vaultedBackup = stance.recovery.copyDays > 0 ? "allowed" : "refused";
    const { account, services } = new StoredItems(stack, { ...props, vaultedBackup });
    this.storage = account;
    this.storageServices = services;
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

/** True for a store that is a database. */
export function isDatabase(store: ResolvedStore): store is ResolvedDatabase {
  return store.type === "postgresql";
}
