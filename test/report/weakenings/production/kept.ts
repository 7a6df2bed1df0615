import {
  dropFromRecovery,
  inRecovery,
  type ProductionStacks,
  type ProductionWeakening,
  setInRecovery,
} from "../../../support/built-production";
import { drop, inStack, set } from "../../../support/weakenings";

const EVIDENCE = "azurerm_storage_account.evidence";
const VAULT = "azurerm_data_protection_backup_vault.vault";
const LOCK = "azurerm_management_lock";

const unlocked =
  (...locks: readonly string[]) =>
  (stacks: ProductionStacks) => {
    for (const one of locks) drop("platform", `${LOCK}.lock-${one}`)(stacks);
  };

const lockOn = (address: string) => (stacks: ProductionStacks) => {
  const locks = stacks.platform.resource[LOCK];
  locks.more = { ...locks["lock-vault"], scope: `\${${address}.id}` };
};

/** A day less than is demanded. */
export const DAYS: readonly ProductionWeakening[] = [
  {
    what: "five weeks but a day of a database's backups",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", { backup_retention_days: 34 }),
    caught: ["DAT-03"],
  },
  {
    what: "a month but a day of deleted blobs",
    change: inStack("platform", "azurerm_storage_account.storage", ({ blob_properties }) =>
      Object.assign(blob_properties.delete_retention_policy, { days: 29 }),
    ),
    caught: ["DAT-04"],
  },
  {
    what: "a month but a day of deleted evidence",
    change: inRecovery(EVIDENCE, ({ blob_properties }) =>
      Object.assign(blob_properties.delete_retention_policy, { days: 29 }),
    ),
    caught: ["DAT-04"],
  },
  {
    what: "evidence without versions",
    change: inRecovery(EVIDENCE, ({ blob_properties }) =>
      Object.assign(blob_properties, { versioning_enabled: false }),
    ),
    caught: ["DAT-04"],
  },
  {
    what: "a year but a day of logs",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { retention_in_days: 364 }),
    caught: ["OBS-01"],
  },
];

/** Data that a wrong destroy would take. */
export const LOCKS: readonly ProductionWeakening[] = [
  { what: "no lock on the copies", change: dropFromRecovery(`${LOCK}.lock-backups`), caught: ["REC-04"] },
  { what: "no lock on the evidence", change: dropFromRecovery(`${LOCK}.lock-evidence`), caught: ["REC-04"] },
  {
    what: "no lock on the database, nor on its group",
    change: unlocked("database-database", "data-group"),
    caught: ["REC-04"],
  },
  { what: "no lock on the storage, nor on its group", change: unlocked("storage", "data-group"), caught: ["REC-04"] },
  { what: "no lock on the vault, nor on its group", change: unlocked("vault", "data-group"), caught: ["REC-04"] },
  {
    what: "a lock on a part of the data instead of all of it",
    change: (stacks) => {
      unlocked("storage", "data-group")(stacks);
      stacks.platform.resource.azurerm_management_lock.part = {
        ...stacks.platform.resource.azurerm_management_lock["lock-vault"],
        scope: "${azurerm_storage_container.storage_container-files.id}",
      };
    },
    caught: ["REC-04"],
  },
  { what: "no lock on the group of the data", change: unlocked("data-group"), caught: ["REC-04"] },
  {
    what: "a lock on the group of the apps",
    change: lockOn("azurerm_resource_group.group"),
    caught: ["REC-04", "REC-09"],
  },
  { what: "a lock on their network", change: lockOn("azurerm_virtual_network.network"), caught: ["REC-04", "REC-09"] },
  {
    what: "the secrets beside the apps, under a lock of their own",
    change: set("platform", "azurerm_key_vault.vault", {
      resource_group_name: "${azurerm_resource_group.group.name}",
    }),
    caught: ["REC-04"],
  },
  {
    what: "no inner locks, while the group of the data is locked",
    change: unlocked("database-database", "storage", "vault"),
    caught: [],
  },
];

/** A retained stack that is kept with less care than what it outlives. */
export const RETAINED: readonly ProductionWeakening[] = [
  {
    what: "copies without a budget",
    change: dropFromRecovery("azurerm_consumption_budget_resource_group.budget"),
    caught: ["CST-01"],
  },
  {
    what: "data without a budget",
    change: drop("platform", "azurerm_consumption_budget_resource_group.data-budget"),
    caught: ["CST-01"],
  },
  {
    what: "nobody sees who reads the evidence",
    change: dropFromRecovery("azurerm_monitor_diagnostic_setting.diagnostics-evidence"),
    caught: ["OBS-02"],
  },
  {
    what: "a vault that owns the group of the data",
    change: inRecovery("azurerm_role_assignment.vault_read-data", (one) =>
      Object.assign(one, { role_definition_name: "Owner" }),
    ),
    caught: ["IAM-01"],
  },
  {
    what: "a state that the platform has already",
    change: ({ recovery }) =>
      Object.assign(recovery.terraform.backend.azurerm, { key: "orders-production/g1/platform.tfstate" }),
    caught: ["REC-07", "REC-09"],
  },
  {
    what: "a vault of no generation",
    change: setInRecovery(VAULT, { name: "bvault-orders-prod-weu" }),
    caught: ["REC-05", "REC-09"],
  },
  {
    what: "a vault that nobody owns",
    change: inRecovery(VAULT, ({ tags }) => delete tags.owner),
    caught: ["GOV-01"],
  },
];

const FOR_EVER = { state: "Locked", period_since_creation_in_days: 365, allow_protected_append_writes: true };
const locked = inRecovery(EVIDENCE, (one) => Object.assign(one, { immutability_policy: FOR_EVER }));

/** What nobody can take back, and nobody decided. */
export const FOR_GOOD: readonly ProductionWeakening[] = [
  { what: "evidence that is locked, for no reason", change: locked, caught: ["CHG-01", "REC-09"] },
  {
    what: "evidence that is locked, as somebody decided",
    change: (stacks, given) => {
      locked(stacks);
      given.config.decisions.immutability = "locked for a year, as the auditor asked on 2027-06-02";
    },
    caught: [],
  },
  {
    what: "copies that are locked, for no reason",
    change: setInRecovery(VAULT, { immutability: "Locked" }),
    caught: ["CHG-01", "REC-09"],
  },
  {
    what: "soft delete that is always on, for no reason",
    change: setInRecovery(VAULT, { soft_delete: "AlwaysOn" }),
    caught: ["CHG-01", "REC-09"],
  },
];
