import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import { EvidenceStore } from "../constructs/evidence-store";
import { LogWorkspace } from "../constructs/log-analytics";
import { LogExport } from "../constructs/log-export";
import type { IResourceGroup } from "../constructs/resource-group";
import type { ResolvedStore } from "../src/config/resolve";
import { AUDIT_TABLES } from "../src/stages/audit-tables";
import type { EnvironmentStack } from "./environment-stack";

/** What the lock of something that outlives its environment says. */
export function outlivingLock(holds: string): string {
  return `Holds ${holds}. It outlives the environment; remove the lock only when nothing is to be restored from it.`;
}

/**
 * Who did what in the environment's region, kept where nobody can change it for some days: Azure exports logs only into a
 * store of the workspace's own region.
 */
export function addEvidence(
  stack: EnvironmentStack,
  group: IResourceGroup,
  replication: "ZRS" | "GZRS",
): EvidenceStore {
  const { nameOf, stance } = stack.environment;
  const evidence = new EvidenceStore(stack, "evidence", {
    group,
    name: nameOf("storage_account", "evidence"),
    replication,
    softDeleteDays: stance.storage.softDeleteDays,
    immutability: { days: stance.recovery.evidenceDays, state: "Unlocked" },
  });
  const workspace = LogWorkspace.reference(stack.groupReference(), nameOf("log_analytics_workspace"));
  new LogExport(stack, "audit-export", {
    group: stack.groupReference(),
    name: nameOf("log_analytics_data_export"),
    workspace,
    tables: auditTables(stack),
    store: evidence,
  });
  // Not what is written: that is the export itself, whose log would be exported in turn, without an end.
  new Diagnostics(stack, "diagnostics-evidence", {
    name: nameOf("monitor_diagnostic_setting", "evidence"),
    target: evidence.blobs,
    workspace,
    logs: [],
    categories: ["StorageRead", "StorageDelete"],
    metrics: ["Transaction"],
  });
  new DeleteLock(stack, "lock-evidence", {
    name: nameOf("management_lock", "evidence"),
    target: evidence,
    why: outlivingLock("the logs of who did what"),
  });
  return evidence;
}

/** The tables of what the environment has. */
function auditTables({ environment }: EnvironmentStack): string[] {
  const has = (type: ResolvedStore["type"]) => environment.stores.some((store) => store.type === type);
  const {
    azurerm_postgresql_flexible_server: databases,
    azurerm_storage_container: containers,
    azurerm_storage_queue: queues,
    ...always
  } = AUDIT_TABLES;
  return [
    ...Object.values(always).flat(),
    ...(has("postgresql") ? databases : []),
    ...(has("blobs") ? containers : []),
    ...(has("queue") ? queues : []),
  ].sort();
}
