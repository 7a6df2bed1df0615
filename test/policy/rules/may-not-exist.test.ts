import type { JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const VAULT = "azurerm_key_vault.vault";
const LOCK = "azurerm_management_lock.vault";
const SETTING = "azurerm_monitor_diagnostic_setting.vault";
const ON = { count: "${var.locked ? 1 : 0}" };

const locked = (meta: JsonObject, vault: JsonObject = {}): Resources => ({
  [VAULT]: { name: "kv", ...vault },
  [LOCK]: { ...meta, name: "lock", scope: `\${${VAULT}.id}`, lock_level: "CanNotDelete" },
});
const watched = (meta: JsonObject, also: Resources = {}): Resources => ({
  [VAULT]: { name: "kv" },
  "azurerm_log_analytics_workspace.own": { name: "log" },
  [SETTING]: {
    ...meta,
    target_resource_id: `\${${VAULT}.id}`,
    log_analytics_workspace_id: "${azurerm_log_analytics_workspace.own.id}",
    enabled_log: [{ category: "AuditEvent" }],
  },
  ...also,
});
const UNLOCKED = "No lock keeps it from being deleted.";
const UNWATCHED = "No diagnostic setting sends its logs to the environment's workspace.";
const without = (what: string, says: string) => `If ${what} does not exist, which is not known before apply: ${says}`;

nearMisses("REC-04", {
  "a lock that is there holds": { gate, resources: locked({}), pass: [VAULT] },
  "so does one that is counted": { gate, resources: locked({ count: 1 }), pass: [VAULT] },
  "one that a variable decides on may be none": {
    gate,
    resources: locked(ON),
    unknown: { [VAULT]: without(LOCK, UNLOCKED) },
  },
  "one over nothing is none": { gate, resources: locked({ for_each: {} }), fail: { [VAULT]: UNLOCKED } },
  "what comes and goes with what it protects holds": { gate, resources: locked(ON, ON), pass: [VAULT] },
  "what comes by another expression does not": {
    gate,
    resources: locked(ON, { count: "${var.vaults}" }),
    unknown: { [VAULT]: without(LOCK, UNLOCKED) },
  },
});

nearMisses("OBS-02", {
  "a setting for each of what is written holds": {
    gate,
    resources: watched({ for_each: '${toset(["a"])}' }),
    pass: [VAULT],
  },
  "one for each of what nobody knows may be none": {
    gate,
    resources: watched({ for_each: "${var.names}" }),
    unknown: { [VAULT]: without(SETTING, UNWATCHED) },
  },
  "what may not exist beside one that does takes nothing away": {
    gate,
    resources: watched({}, { "azurerm_monitor_diagnostic_setting.more": watched(ON)[SETTING] as JsonObject }),
    pass: [VAULT],
  },
  "what fails even with it fails": {
    gate,
    resources: watched(ON, { "azurerm_key_vault.other": { name: "kv2" } }),
    fail: { "azurerm_key_vault.other": UNWATCHED },
    unknown: { [VAULT]: without(SETTING, UNWATCHED) },
  },
});
