import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const VAULT = "azurerm_data_protection_backup_vault.vault";
const STORE = "azurerm_storage_account.evidence";
const RULE = "azurerm_storage_container_immutability_policy.files";
const decisions = { platform: "Container Apps, confirmed for Production" };
const platform = "config decisions.platform";

const locked: Resources = {
  [VAULT]: { name: "bvault", immutability: "Locked", soft_delete: "AlwaysOn" },
  [STORE]: { name: "stevidence", immutability_policy: { state: "Locked", period_since_creation_in_days: 365 } },
  [RULE]: { immutability_period_in_days: 365, locked: true },
};
const LOCKED = "It cannot be taken back: its immutability is locked, and nobody wrote down why.";
const ALWAYS = "It cannot be taken back: its soft delete is always on, and nobody wrote down why.";
const recorded = (address: string, what: string, why = "the auditor asked for it") => ({ address, what, why });
const stack = (...all: readonly ReturnType<typeof recorded>[]) => ({ "//": { gatewright: { recorded: [...all] } } });
const gate = "production" as const;

nearMisses("CHG-01", {
  "what can be taken back needs no decision": {
    gate,
    config: { decisions },
    resources: {
      [VAULT]: { name: "bvault", immutability: "Unlocked", soft_delete: "On" },
      [STORE]: { name: "stevidence", immutability_policy: { state: "Unlocked" } },
      [RULE]: { immutability_period_in_days: 365 },
    },
    pass: [platform],
  },
  "what cannot does": {
    gate,
    config: { decisions },
    resources: locked,
    pass: [platform],
    fail: { [VAULT]: [LOCKED, ALWAYS], [STORE]: LOCKED, [RULE]: LOCKED },
  },
  "one that is recorded beside it counts for it, and for nothing else": {
    gate,
    config: { decisions },
    resources: locked,
    stack: stack(recorded(STORE, "locked immutability"), recorded(VAULT, "soft delete is always on")),
    pass: [platform, STORE],
    fail: { [VAULT]: LOCKED, [RULE]: LOCKED },
  },
  "a decision without a reason, or about something else, is none": {
    gate,
    config: { decisions },
    resources: { [STORE]: locked[STORE]!, [RULE]: locked[RULE]! },
    stack: stack(recorded(STORE, "locked immutability", " "), recorded(RULE, "its name is Azure's")),
    pass: [platform],
    fail: { [STORE]: LOCKED, [RULE]: LOCKED },
  },
  "a plan shows no records; the config may say it": {
    gate,
    config: {
      decisions: { ...decisions, immutability: "locked for a year, as the auditor asked", "soft-delete": "so" },
    },
    resources: locked,
    pass: [platform, VAULT, STORE, RULE],
  },
  "what is not known before apply is unknown": {
    gate,
    config: { decisions },
    resources: { [VAULT]: { name: "bvault", immutability: "${var.immutability}" } },
    pass: [platform],
    unknown: { [VAULT]: "immutability is not known before apply." },
  },
});

nearMisses("REC-03", {
  "a POC may not have it, whoever decided": {
    gate: "poc",
    resources: { ...locked, [VAULT]: { name: "bvault", immutability: "Locked", soft_delete: "Off" } },
    stack: stack(recorded(STORE, "locked immutability")),
    fail: {
      [VAULT]: "It cannot be taken back: its immutability is locked.",
      [STORE]: "It cannot be taken back: its immutability is locked.",
      [RULE]: "It cannot be taken back: its immutability is locked.",
    },
  },
  "soft delete that is always on is said once": {
    gate: "poc",
    resources: { [VAULT]: { name: "bvault", soft_delete: "AlwaysOn" } },
    fail: { [VAULT]: "soft_delete is AlwaysOn." },
  },
});
