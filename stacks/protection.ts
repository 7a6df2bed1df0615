import type { ActionGroup } from "../constructs/alerting";
import { MetricAlert, type MetricThreshold } from "../constructs/alerting";
import type { ContainerRegistry } from "../constructs/container-registry";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import type { KeyVault } from "../constructs/key-vault";
import type { LogWorkspace } from "../constructs/log-analytics";
import type { IResource } from "../constructs/references";
import type { ResourceGroup } from "../constructs/resource-group";
import type { VirtualNetwork } from "../constructs/virtual-network";
import type { EnvironmentStack } from "./environment-stack";
import type { Stores } from "./stores";

/** What a platform from Pilot on has, as far as it is watched and protected. */
export interface RetainedPlatform {
  /** The environment's main group. */
  readonly group: ResourceGroup;
  /** The network that everything private stands in. */
  readonly network: { readonly network: VirtualNetwork };
  /** Where logs and metrics go. */
  readonly logs: LogWorkspace;
  /** Who is told. */
  readonly contacts: ActionGroup;
  /** Where images are. */
  readonly registry: ContainerRegistry;
  /** Where secrets are. */
  readonly vault: KeyVault;
  /** Databases, blobs and queues. */
  readonly stores: Stores;
}

/** OBS-02: logs and metrics of everything that carries data, identity or traffic; the apps environment has its own. */
export function addDiagnostics(stack: EnvironmentStack, platform: RetainedPlatform): void {
  // What is exported as evidence comes from tables of its own; the one that all types share cannot be exported.
  const exported = new Set(stack.environment.stance.observability.auditExport ? ["vault", "database"] : []);
  const send = (
    part: string,
    target: IResource,
    logs: readonly string[],
    metrics: readonly string[] = ["AllMetrics"],
  ) =>
    new Diagnostics(stack, `diagnostics-${part}`, {
      name: stack.environment.nameOf("monitor_diagnostic_setting", part),
      target,
      workspace: platform.logs,
      logs,
      metrics,
      ...(exported.has(part.split("-")[0] ?? "") && { tables: "own" }),
    });
  send("vault", platform.vault, ["allLogs"]);
  send("registry", platform.registry, ["allLogs"]);
  send("logs", platform.logs, ["audit"], []);
  send("network", platform.network.network, ["allLogs"]);
  for (const security of platform.network.network.securityGroups)
    send(`security-${security.name}`, security, ["allLogs"], []);
  for (const [name, database] of Object.entries(platform.stores.databases))
    send(`database-${name}`, database, ["allLogs"]);
  for (const { kind, service } of platform.stores.storageServices)
    send(`storage-${kind}`, service, ["allLogs"], ["Transaction"]);
}

const DATABASE = "Microsoft.DBforPostgreSQL/flexibleServers";

const above = (namespace: string, metric: string, threshold: number): MetricThreshold => ({
  namespace,
  metric,
  aggregation: "Average",
  operator: "GreaterThan",
  threshold,
  window: "PT15M",
});

/** The core alerts on what holds data; those on the apps are in the services stack. */
export function addDataAlerts(stack: EnvironmentStack, platform: RetainedPlatform): void {
  const alert = (part: string, says: string, target: IResource, severity: 1 | 2, when: MetricThreshold) =>
    new MetricAlert(stack, `alert-${part}`, {
      group: platform.group,
      name: stack.environment.nameOf("monitor_alert", part),
      says,
      target,
      actions: platform.contacts,
      severity,
      when,
    });
  alert("vault", "The vault answers less than it should: apps cannot start without their secrets.", platform.vault, 1, {
    ...above("Microsoft.KeyVault/vaults", "Availability", 99),
    operator: "LessThan",
  });
  for (const [name, database] of Object.entries(platform.stores.databases)) {
    alert(
      `${name}-cpu`,
      `CPU of the database ${name} stays above 80 %.`,
      database,
      2,
      above(DATABASE, "cpu_percent", 80),
    );
    alert(
      `${name}-storage`,
      `The disk of the database ${name} is 80 % full.`,
      database,
      1,
      above(DATABASE, "storage_percent", 80),
    );
  }
}

/** REC-04: a lock on each resource that holds data; never on a group or a network. */
export function addLocks(stack: EnvironmentStack, { vault, stores }: RetainedPlatform): void {
  const lock = (part: string, target: IResource, holds: string) =>
    new DeleteLock(stack, `lock-${part}`, {
      name: stack.environment.nameOf("management_lock", part),
      target,
      why: `Holds ${holds}. Remove the lock only to destroy the environment deliberately.`,
    });
  lock("vault", vault, "the secrets");
  for (const [name, database] of Object.entries(stores.databases))
    lock(`database-${name}`, database, `the database ${name}`);
  if (stores.storage) lock("storage", stores.storage, "blobs and queues");
}
