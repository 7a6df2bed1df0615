import type { Json, JsonObject } from "../../../src/plan/json";
import { nearMisses } from "./said";

const w = "azurerm_log_analytics_workspace.w";
const exportTo = (store: string, more: JsonObject = {}) => ({
  name: "e",
  workspace_resource_id: `\${${w}.id}`,
  destination_resource_id: `\${azurerm_storage_account.${store}.id}`,
  table_names: ["AZKVAuditLogs", "LAQueryLogs"],
  enabled: true,
  ...more,
});
const sealed = { period_since_creation_in_days: 365, state: "Unlocked", allow_protected_append_writes: true };
const logsOf = (vault: string, more: JsonObject = {}) => ({
  name: "d",
  target_resource_id: `\${azurerm_key_vault.${vault}.id}`,
  log_analytics_workspace_id: `\${${w}.id}`,
  enabled_log: { category_group: "allLogs" },
  ...more,
});
const yearLong = { name: "w", retention_in_days: 365 };
const exporting = (rule: JsonObject, policy: Json = sealed) => ({
  gate: "production" as const,
  resources: {
    [w]: yearLong,
    "azurerm_key_vault.v": { name: "v" },
    "azurerm_storage_account.s": { name: "s", immutability_policy: policy },
    "azurerm_log_analytics_data_export_rule.e": rule,
  },
});

nearMisses("OBS-01", {
  "audit logs of a Production are exported to a store that keeps them a year": {
    ...exporting(exportTo("s")),
    pass: [w],
  },
  "or locked": { ...exporting(exportTo("s"), { ...sealed, state: "Locked" }), pass: [w] },
  "only the tables of what is there": {
    ...exporting(exportTo("s", { table_names: ["LAQueryLogs"] })),
    fail: { [w]: "These audit logs are not exported: AZKVAuditLogs." },
  },
  "a rule that is off exports nothing": {
    ...exporting(exportTo("s", { enabled: false })),
    fail: { [w]: "Its audit logs are exported nowhere." },
  },
  "an account without a policy keeps nothing safe": {
    ...exporting(exportTo("s"), []),
    fail: { [w]: "What its audit logs are exported to lets whoever can write change and delete what is in it." },
  },
  "nor one whose policy is off": {
    ...exporting(exportTo("s"), { ...sealed, state: "Disabled" }),
    fail: { [w]: "What its audit logs are exported to lets whoever can write change and delete what is in it." },
  },
  "a day short of a year is too short": {
    ...exporting(exportTo("s"), { ...sealed, period_since_creation_in_days: 364 }),
    fail: { [w]: "What its audit logs are exported to keeps what is in it 364 days; 365 are demanded." },
  },
  "somebody else's store is none of this environment": {
    ...exporting(
      exportTo("s", {
        destination_resource_id:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/hub/providers/Microsoft.Storage/storageAccounts/hub",
      }),
    ),
    fail: { [w]: "What its audit logs are exported to is not a storage account of this environment." },
  },
  "rows in the table that all types share are never exported": {
    ...exporting(exportTo("s")),
    resources: {
      ...exporting(exportTo("s")).resources,
      "azurerm_key_vault.shared": { name: "shared" },
      "azurerm_monitor_diagnostic_setting.own": logsOf("v", { log_analytics_destination_type: "Dedicated" }),
      "azurerm_monitor_diagnostic_setting.shared": logsOf("shared"),
    },
    pass: [w],
    fail: {
      "azurerm_monitor_diagnostic_setting.shared":
        "The logs of azurerm_key_vault.shared go to a table that cannot be exported.",
    },
  },
  "before Production nothing is exported": {
    gate: "pre-production",
    resources: { [w]: { name: "w", retention_in_days: 180 } },
    pass: [w],
  },
});
