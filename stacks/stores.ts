import { PostgresqlServer } from "../constructs/postgresql/server";
import type { IResourceGroup } from "../constructs/resource-group";
import { StorageAccount } from "../constructs/storage-account";
import { migratorOf, type ResolvedDatabase } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import { databaseName } from "./store-variables";
import type { WorkloadIdentities } from "./workload-identities";

/** The environment's stores: a server per database, one storage account for all blobs and queues. */
export class Stores {
  readonly databases: Readonly<Record<string, PostgresqlServer>>;
  /** Absent when the config declares neither blobs nor a queue. */
  readonly storage?: StorageAccount;

  constructor(
    stack: EnvironmentStack,
    private readonly props: {
      readonly group: IResourceGroup;
      readonly tenantId: string;
      readonly identities: WorkloadIdentities;
    },
  ) {
    const { stores, services, stance, nameOf } = stack.environment;
    const isDatabase = (store: (typeof stores)[number]): store is ResolvedDatabase => store.type === "postgresql";
    this.databases = Object.fromEntries(
      stores.filter(isDatabase).map((store) => [store.name, this.addDatabase(stack, store)]),
    );
    const items = stores.filter((store) => !isDatabase(store));
    if (items.length === 0) return;
    this.storage = new StorageAccount(stack, "storage", {
      ...stance.storage,
      group: props.group,
      name: nameOf("storage_account"),
    });
    for (const { type, name } of items) {
      const item = type === "blobs" ? this.storage.addContainer(name) : this.storage.addQueue(name);
      for (const service of services.filter(({ uses }) => uses.includes(name)))
        item.grantUse(service.name, props.identities.of(service.name));
    }
  }

  private addDatabase(stack: EnvironmentStack, store: ResolvedDatabase): PostgresqlServer {
    const { stance, nameOf } = stack.environment;
    const { group, tenantId, identities } = this.props;
    return new PostgresqlServer(stack, `database-${store.name}`, {
      ...stance.database,
      group,
      tenantId,
      name: nameOf("postgresql_flexible_server", store.name),
      database: databaseName(store),
      version: store.version,
      sku: store.sku,
      storageGb: store.storageGb,
      administrator: identities.of(migratorOf(store.name)),
    });
  }
}
