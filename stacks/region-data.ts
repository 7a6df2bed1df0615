import { ActionGroup, type IActionGroup, MetricAlert } from "../constructs/alerting";
import { BlobReplication } from "../constructs/blob-replication";
import { ContainerRegistry } from "../constructs/container-registry";
import type { KeyVault } from "../constructs/key-vault";
import { LogWorkspace } from "../constructs/log-analytics";
import { DatabaseAdministrator } from "../constructs/postgresql/administrator";
import { PostgresqlServer } from "../constructs/postgresql/server";
import { PrivateAccess } from "../constructs/private-access";
import { ReadReplica } from "../constructs/read-replica";
import type { ITenant } from "../constructs/references";
import type { IResourceGroup, ResourceGroup } from "../constructs/resource-group";
import { grant, type IIdentity } from "../constructs/role";
import { StorageAccount } from "../constructs/storage-account";
import { VirtualNetwork } from "../constructs/virtual-network";
import { migratorOf, type ResolvedDatabase, type ResolvedHardened, type ResolvedScale } from "../src/config/resolve";
import { minutesOf } from "../src/promise/duration";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { groupsOf } from "./first-region";
import { lockedDataGroup } from "./hardened-parts";
import { addContacts, addVault } from "./platform-parts";
import { addDataAlerts, addDataDiagnostics, addLocks } from "./protection";
import { StoredItems } from "./stored-items";
import { isDatabase } from "./stores";
import { WorkloadIdentities } from "./workload-identities";

/** How much of what may be lost a replica may lag behind before somebody is told. */
const LAG_SHARE = 1 / 3;

/** A replica that is gone keeps the primary from throwing its log away, until its disk is full: told of at this share of it. */
const BACKLOG_SHARE = 0.1;

/**
 * What has to be in the second region before the first is lost: copies of the data, secrets, identities with their roles,
 * and who is told. All of it costs little while it waits, and none of it can be made when it is needed.
 */
export class RegionData {
  readonly group: ResourceGroup;
  readonly dataGroup: ResourceGroup;
  readonly vault: KeyVault;
  readonly identities: WorkloadIdentities;
  readonly contacts: ActionGroup;
  /** A replica per database. */
  readonly replicas: Readonly<Record<string, ReadReplica>>;
  readonly storage?: StorageAccount;

  private readonly tenant: ITenant;
  private readonly home: { readonly group: IResourceGroup; readonly data: IResourceGroup };

  constructor(
    readonly stack: EnvironmentStack<ResolvedHardened>,
    private readonly first: ResolvedScale,
  ) {
    this.tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    this.home = groupsOf(stack, first);
    this.group = budgetedGroup(stack);
    this.contacts = addContacts(stack, this.group);
    this.dataGroup = lockedDataGroup(stack);
    this.vault = addVault(stack, this.dataGroup, this.tenant);
    this.identities = this.addIdentities();
    this.replicas = Object.fromEntries(
      stack.environment.stores.filter(isDatabase).map((store) => [store.name, this.addReplica(store)]),
    );
    const items = new StoredItems(stack, {
      group: this.dataGroup,
      identities: this.identities,
      vaultedBackup: "refused",
      allowedRanges: stack.environment.operatorsFrom,
    });
    this.storage = items.account;
    this.copyBlobs(items);
    this.shareBlobs();
    const stores = { databases: this.replicas, storage: items.account, storageServices: items.services };
    const watched = { vault: this.vault, stores };
    addDataDiagnostics(
      stack,
      LogWorkspace.reference(this.home.group, first.nameOf("log_analytics_workspace")),
      watched,
    );
    addDataAlerts(stack, { ...watched, group: this.group, contacts: this.contacts });
    addLocks(stack, watched);
  }

  private addIdentities(): WorkloadIdentities {
    const { stack, first, group, vault, home } = this;
    const target = ContainerRegistry.target(home.group, first.registry);
    const registry = {
      grantPull: (who: string, identity: IIdentity) =>
        grant(stack, `registry_pull-${who}`, "AcrPull", target, identity),
    };
    const identities = new WorkloadIdentities(stack, { group, registry, vault });
    identities.grantTelemetry(stack, group);
    return identities;
  }

  private addReplica(store: ResolvedDatabase): ReadReplica {
    const { stack, first, home, dataGroup: group, tenant } = this;
    const { nameOf, maintenance } = stack.environment;
    const name = first.nameOf("postgresql_flexible_server", store.name);
    const primary = PostgresqlServer.reference(home.data, name);
    const administrator = new DatabaseAdministrator(stack, `administrator-${store.name}`, {
      group: home.data,
      server: name,
      tenant,
      identity: this.identities.of(migratorOf(store.name)),
    });
    const replica = new ReadReplica(stack, `database-${store.name}`, {
      group,
      tenant,
      primary,
      name: nameOf("postgresql_flexible_server", store.name),
      version: store.version,
      sku: store.sku,
      storageGb: store.storageGb,
      backupDays: store.backupDays,
      maintenance,
      virtualEndpointName: first.nameOf("postgresql_flexible_server_virtual_endpoint", store.name),
    });
    replica.node.addDependency(administrator);
    this.letFirstRegionIn(store.name, replica);
    this.watchReplication(store, primary, replica);
    return replica;
  }

  /** After a switch of roles the first region's apps write here. Its zone of names is there already. */
  private letFirstRegionIn(name: string, replica: ReadReplica): void {
    const { stack, first, home } = this;
    const subnet = (part: string) =>
      VirtualNetwork.subnetReference(home.group, first.nameOf("virtual_network"), first.nameOf("subnet", part));
    new PrivateAccess(stack, `first-region-${name}`, {
      group: home.group,
      network: VirtualNetwork.reference(home.group, first.nameOf("virtual_network")),
      subnet: subnet("endpoints"),
      nameOf: (type, part) => first.nameOf(type, part),
      zones: "of-another-stack",
    }).addEndpoint(
      `${name}-replica`,
      { type: "azurerm_postgresql_flexible_server", resource: replica, ready: replica.ready },
      subnet("data"),
    );
  }

  /** RES-04: a copy that lags is told of long before it lags by what may be lost. */
  private watchReplication(store: ResolvedDatabase, primary: { readonly id: string }, replica: ReadReplica): void {
    const { stack, group, first, home } = this;
    const { nameOf } = stack.environment;
    const told: IActionGroup[] = [
      this.contacts,
      ActionGroup.reference(home.group, first.nameOf("monitor_action_group")),
    ];
    const namespace = "Microsoft.DBforPostgreSQL/flexibleServers";
    const allowed = minutesOf(first.promise?.rpo);
    if (allowed !== undefined)
      new MetricAlert(stack, `alert-${store.name}-lag`, {
        group,
        name: nameOf("monitor_alert", `${store.name}-lag`),
        says: `The replica of ${store.name} lags behind by a third of what may be lost.`,
        target: replica,
        actions: told,
        severity: 1,
        when: {
          namespace,
          metric: "physical_replication_delay_in_seconds",
          aggregation: "Maximum",
          operator: "GreaterThan",
          threshold: Math.floor(allowed * 60 * LAG_SHARE),
          window: "PT5M",
        },
      });
    new MetricAlert(stack, `alert-${store.name}-backlog`, {
      group,
      name: nameOf("monitor_alert", `${store.name}-backlog`),
      says: `The database ${store.name} keeps what its replica does not fetch, and its disk fills up.`,
      target: primary,
      actions: told,
      severity: 1,
      when: {
        namespace,
        metric: "physical_replication_delay_in_bytes",
        aggregation: "Maximum",
        operator: "GreaterThan",
        threshold: Math.floor(store.storageGb * 1024 ** 3 * BACKLOG_SHARE),
        window: "PT15M",
      },
    });
  }

  private copyBlobs({ account, containers }: StoredItems): void {
    const names = Object.keys(containers);
    if (!account || names.length === 0) return;
    const { stack, first, home } = this;
    new BlobReplication(stack, "blob-copies", {
      source: StorageAccount.reference(home.data, first.nameOf("storage_account")),
      destination: account,
      containers: names,
      ready: Object.values(containers),
    });
  }

  /** Where apps of both regions answer, those of this one write to the first region's blobs: the copies are read only. */
  private shareBlobs(): void {
    const { stack, home, identities } = this;
    const { blobAccount, stores, services } = stack.environment;
    if (blobAccount === undefined) return;
    const account = StorageAccount.reference(home.data, blobAccount);
    for (const { name, type } of stores) {
      if (type !== "blobs") continue;
      const container = { id: `${account.id}/blobServices/default/containers/${name}` };
      for (const service of services.filter(({ uses }) => uses.includes(name)))
        grant(
          stack,
          `first-region-${name}-${service.name}`,
          "Storage Blob Data Contributor",
          container,
          identities.of(service.name),
        );
    }
  }
}
