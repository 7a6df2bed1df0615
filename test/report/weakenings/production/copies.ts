import {
  dropFromRecovery,
  inRecovery,
  type ProductionWeakening,
  setInRecovery,
} from "../../../support/built-production";
import { type Json, set } from "../../../support/weakenings";

const DATABASE = "azurerm_postgresql_flexible_server.database-database";
const STORAGE = "azurerm_storage_account.storage";
const EVIDENCE = "azurerm_storage_account.evidence";
const VAULT = "azurerm_data_protection_backup_vault.vault";
const COPY_OF_BLOBS = "azurerm_data_protection_backup_instance_blob_storage.backup-blobs";
const COPY_OF_DATABASE = "azurerm_data_protection_backup_instance_postgresql_flexible_server.backup-database";
const POLICY_OF_BLOBS = "azurerm_data_protection_backup_policy_blob_storage.backup-blobs_policy";
const POLICY_OF_DATABASE = "azurerm_data_protection_backup_policy_postgresql_flexible_server.backup-database_policy";
const READS_BLOBS = "azurerm_role_assignment.backup-blobs_read-account";
const READS_DATABASE = "azurerm_role_assignment.backup-database_read-server";
const READS_GROUP = "azurerm_role_assignment.vault_read-data";
const SOMEBODY_ELSES =
  "/subscriptions/${var.subscription_id}/resourceGroups/rg-hub/providers/Microsoft.DataProtection/backupVaults/bvault-hub";

/** Data of which there is no second copy, or one that nobody here can restore from. */
export const COPIES: readonly ProductionWeakening[] = [
  { what: "a database that nobody copies", change: dropFromRecovery(COPY_OF_DATABASE), caught: ["RES-03"] },
  { what: "blobs that nobody copies", change: dropFromRecovery(COPY_OF_BLOBS), caught: ["NET-08", "RES-03"] },
  {
    what: "copies of another account's blobs",
    change: setInRecovery(COPY_OF_BLOBS, { storage_account_id: `\${${EVIDENCE}.id}` }),
    caught: ["NET-08", "REC-09", "RES-03"],
  },
  {
    what: "copies by somebody else's policy",
    change: setInRecovery(COPY_OF_DATABASE, { backup_policy_id: `${SOMEBODY_ELSES}/backupPolicies/weekly` }),
    caught: ["REC-01", "REC-09", "RES-03"],
  },
  {
    what: "copies in somebody else's vault",
    change: setInRecovery(COPY_OF_BLOBS, { vault_id: SOMEBODY_ELSES }),
    caught: ["NET-08", "REC-01", "REC-09", "RES-03"],
  },
  { what: "a vault that forgets at once", change: setInRecovery(VAULT, { soft_delete: "Off" }), caught: ["RES-03"] },
  { what: "no vault", change: dropFromRecovery(VAULT), caught: ["IAM-03", "NET-08", "REC-09", "RES-03"] },
  {
    what: "copies of a container that is not there",
    change: setInRecovery(COPY_OF_BLOBS, { storage_account_container_names: ["other"] }),
    caught: ["RES-03"],
  },
  {
    what: "copies of no container",
    change: setInRecovery(COPY_OF_BLOBS, { storage_account_container_names: [] }),
    caught: ["RES-03"],
  },
  {
    what: "a second container, which nobody copies",
    change: ({ platform: { resource } }) => {
      const [files] = Object.values<Json>(resource.azurerm_storage_container);
      resource.azurerm_storage_container.more = { ...files, name: "more" };
    },
    caught: ["REC-09", "RES-03"],
  },
  {
    what: "copies for a day",
    change: setInRecovery(POLICY_OF_BLOBS, { vault_default_retention_duration: "P1D" }),
    caught: ["RES-03"],
  },
  {
    what: "copies of a database for a month",
    change: setInRecovery(POLICY_OF_DATABASE, {
      default_retention_rule: { life_cycle: [{ data_store_type: "VaultStore", duration: "P30D" }] },
    }),
    caught: ["RES-03"],
  },
  {
    what: "copies at no time in particular",
    change: inRecovery(POLICY_OF_BLOBS, (one) => delete one.backup_repeating_time_intervals),
    caught: ["RES-03"],
  },
  {
    what: "copies that stay where the blobs are",
    change: inRecovery(POLICY_OF_BLOBS, (one) => {
      delete one.vault_default_retention_duration;
      delete one.backup_repeating_time_intervals;
      one.operational_default_retention_duration = "P90D";
    }),
    caught: ["NET-08", "RES-03"],
  },
  { what: "a vault that may not read the blobs", change: dropFromRecovery(READS_BLOBS), caught: ["RES-03"] },
  { what: "a vault that may not read the database", change: dropFromRecovery(READS_DATABASE), caught: ["RES-03"] },
  { what: "a vault that may not read its group", change: dropFromRecovery(READS_GROUP), caught: ["RES-03"] },
  { what: "a vault that is nobody", change: inRecovery(VAULT, (one) => delete one.identity), caught: ["RES-03"] },
  {
    what: "a vault whose copies can be deleted before their time",
    change: setInRecovery(VAULT, { immutability: "Disabled" }),
    caught: ["RES-03"],
  },
  {
    what: "a vault in the group of what it restores",
    change: ({ platform, recovery }) => {
      const { vault } = recovery.resource.azurerm_data_protection_backup_vault;
      vault.resource_group_name = platform.resource.azurerm_resource_group["data-group"].name;
    },
    caught: ["RES-03"],
  },
  {
    what: "files that an account keeps unchanged for a day, and that nobody copies",
    change: (stacks) => {
      dropFromRecovery(COPY_OF_BLOBS)(stacks);
      const policy = { state: "Unlocked", period_since_creation_in_days: 1, allow_protected_append_writes: true };
      set("platform", STORAGE, { immutability_policy: policy })(stacks);
    },
    caught: ["NET-08", "REC-09", "RES-03"],
  },
  {
    what: "a second account of blobs, which nobody copies",
    change: ({ platform: { resource } }) => {
      const { lifecycle: _, ...storage } = resource.azurerm_storage_account.storage;
      resource.azurerm_storage_account.more = { ...storage, name: storage.name.replace(/^st/, "stmore") };
    },
    caught: ["NET-04", "NET-08", "OBS-02", "REC-09", "RES-03"],
  },
  {
    what: "no recovery stack",
    change: ({ recovery }) => {
      recovery.resource = {};
    },
    caught: ["NET-08", "OBS-01", "RES-03"],
  },
];

/** Copies where residency does not allow the data. */
export const ELSEWHERE: readonly ProductionWeakening[] = [
  {
    what: "copies in the paired region",
    change: setInRecovery(VAULT, { redundancy: "GeoRedundant", cross_region_restore_enabled: true }),
    caught: ["DAT-02"],
  },
  {
    what: "evidence in the paired region",
    change: setInRecovery(EVIDENCE, { account_replication_type: "GZRS" }),
    caught: ["DAT-02"],
  },
  {
    what: "blobs in the paired region",
    change: set("platform", STORAGE, { account_replication_type: "GZRS" }),
    caught: ["DAT-02"],
  },
  {
    what: "a database's backups in the paired region",
    change: set("platform", DATABASE, { geo_redundant_backup_enabled: true }),
    caught: ["DAT-02"],
  },
  { what: "a vault in another region", change: setInRecovery(VAULT, { location: "northeurope" }), caught: ["DAT-01"] },
  {
    what: "evidence in another region",
    change: setInRecovery(EVIDENCE, { location: "northeurope" }),
    caught: ["DAT-01"],
  },
];
