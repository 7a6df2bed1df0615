import type { PlanGraph } from "../../plan/graph";
import type { Resource } from "../../plan/resource";
import { target } from "../../reach/network";
import { AUDIT_TABLES } from "../../stages/audit-tables";

/** Tables of what the plan has that say who did what. */
export function auditTables(graph: PlanGraph): readonly string[] {
  return Object.entries(AUDIT_TABLES).flatMap(([type, tables]) => (graph.of(type).length > 0 ? tables : []));
}

/** Rules that copy a workspace's logs as they arrive. */
export function exportsOf(workspace: Resource): readonly Resource[] {
  const rules = workspace.graph.by("azurerm_log_analytics_data_export_rule", "workspace_resource_id").get(workspace);
  return (rules ?? []).filter((one) => one.value("enabled") === true);
}

/** What is wrong with where a rule exports to, for logs that must stay as they are for some days; nothing when all is well. */
export function lackOfRetention(rule: Resource, days: number): string | undefined {
  const store = target(rule.ref("destination_resource_id"), "azurerm_storage_account");
  if (!store) return "is not a storage account of this environment";
  const [policy] = store.blocks("immutability_policy");
  const kept = policy?.value("period_since_creation_in_days");
  if (!policy || policy.value("state") === "Disabled") return "lets whoever can write change and delete what is in it";
  return typeof kept === "number" && kept >= days
    ? undefined
    : `keeps what is in it ${kept} days; ${days} are demanded`;
}
