import { type IActionGroup, MetricAlert, type MetricThreshold } from "../constructs/alerting";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import type { ILogWorkspace } from "../constructs/log-analytics";
import type { IResource } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import type { VirtualNetwork } from "../constructs/virtual-network";
import { LOCKED, lockNote } from "../src/config/lock-notes";
import type { EnvironmentStack } from "./environment-stack";

/** What holds data and secrets. */
export interface WatchedData {
  /** Where secrets are. */
  readonly vault: IResource;
  /** Databases, blobs and queues. */
  readonly stores: {
    readonly databases: Readonly<Record<string, IResource>>;
    readonly storage?: IResource;
    readonly storageServices: readonly { readonly kind: string; readonly service: IResource }[];
  };
}

/** What a platform from Pilot on has, as far as it is watched and protected. */
export interface RetainedPlatform extends WatchedData {
  /** The environment's main group. */
  readonly group: IResourceGroup;
  /** The network that everything private stands in. */
  readonly network: { readonly network: VirtualNetwork };
  /** Where logs and metrics go. */
  readonly logs: ILogWorkspace;
  /** Who is told. */
  readonly contacts: IActionGroup;
  /** Where images are. */
  readonly registry: IResource;
}

/** Sends logs and metrics of resources to a workspace. */
type Send = (part: string, target: IResource, logs: readonly string[], metrics?: readonly string[]) => void;

function sendTo(stack: EnvironmentStack, workspace: ILogWorkspace): Send {
  // What is exported as evidence comes from tables of its own; the one that all types share cannot be exported.
  const exported = new Set(stack.environment.stance.observability.auditExport ? ["vault", "database"] : []);
  return (part, target, logs, metrics = ["AllMetrics"]) => {
    new Diagnostics(stack, `diagnostics-${part}`, {
      name: stack.environment.nameOf("monitor_diagnostic_setting", part),
      target,
      workspace,
      logs,
      metrics,
      ...(exported.has(part.split("-")[0] ?? "") && { tables: "own" }),
    });
  };
}

/** OBS-02: logs and metrics of everything that carries data, identity or traffic; the apps environment has its own. */
export function addDiagnostics(stack: EnvironmentStack, platform: RetainedPlatform): void {
  addDataDiagnostics(stack, platform.logs, platform);
  addNetworkDiagnostics(stack, platform.logs, platform.network.network);
  sendTo(stack, platform.logs)("registry", platform.registry, ["allLogs"]);
}

/** OBS-02: of what holds data and secrets. */
export function addDataDiagnostics(stack: EnvironmentStack, workspace: ILogWorkspace, data: WatchedData): void {
  const send = sendTo(stack, workspace);
  send("vault", data.vault, ["allLogs"]);
  for (const [name, database] of Object.entries(data.stores.databases)) send(`database-${name}`, database, ["allLogs"]);
  for (const { kind, service } of data.stores.storageServices)
    send(`storage-${kind}`, service, ["allLogs"], ["Transaction"]);
}

/** OBS-02: of the network, and of the workspace itself. */
export function addNetworkDiagnostics(
  stack: EnvironmentStack,
  workspace: ILogWorkspace,
  network: VirtualNetwork,
): void {
  const send = sendTo(stack, workspace);
  send("logs", workspace, ["audit"], []);
  send("network", network, ["allLogs"]);
  for (const security of network.securityGroups) send(`security-${security.name}`, security, ["allLogs"], []);
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
export function addDataAlerts(
  stack: EnvironmentStack,
  platform: WatchedData & { readonly group: IResourceGroup; readonly contacts: IActionGroup },
): void {
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
export function addLocks(stack: EnvironmentStack, { vault, stores }: WatchedData): void {
  const lock = (part: string, target: IResource, holds: string) =>
    new DeleteLock(stack, `lock-${part}`, {
      name: stack.environment.nameOf("management_lock", part),
      target,
      why: lockNote(holds),
    });
  lock("vault", vault, "the secrets");
  for (const [name, database] of Object.entries(stores.databases))
    lock(`database-${name}`, database, `the database ${name}`);
  if (stores.storage) lock("storage", stores.storage, LOCKED.storage);
}
