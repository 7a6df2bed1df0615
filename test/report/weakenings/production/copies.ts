import { dropFromRecovery, type ProductionWeakening, setInRecovery } from "../../../support/built-production";
import { set } from "../../../support/weakenings";

const DATABASE = "azurerm_postgresql_flexible_server.database-database";
const STORAGE = "azurerm_storage_account.storage";
const EVIDENCE = "azurerm_storage_account.evidence";
const VAULT = "azurerm_data_protection_backup_vault.vault";
const COPY_OF_BLOBS = "azurerm_data_protection_backup_instance_blob_storage.backup-blobs";
const COPY_OF_DATABASE = "azurerm_data_protection_backup_instance_postgresql_flexible_server.backup-database";
const SOMEBODY_ELSES =
  "/subscriptions/${var.subscription_id}/resourceGroups/rg-hub/providers/Microsoft.DataProtection/backupVaults/bvault-hub";

/** Data of which there is no second copy, or one that nobody here can restore from. */
export const COPIES: readonly ProductionWeakening[] = [
  { what: "a database that nobody copies", change: dropFromRecovery(COPY_OF_DATABASE), caught: ["RES-03"] },
  { what: "blobs that nobody copies", change: dropFromRecovery(COPY_OF_BLOBS), caught: ["RES-03"] },
  {
    what: "copies of another account's blobs",
    change: setInRecovery(COPY_OF_BLOBS, { storage_account_id: `\${${EVIDENCE}.id}` }),
    caught: ["RES-03"],
  },
  {
    what: "copies by somebody else's policy",
    change: setInRecovery(COPY_OF_DATABASE, { backup_policy_id: `${SOMEBODY_ELSES}/backupPolicies/weekly` }),
    caught: ["REC-01", "RES-03"],
  },
  {
    what: "copies in somebody else's vault",
    change: setInRecovery(COPY_OF_BLOBS, { vault_id: SOMEBODY_ELSES }),
    caught: ["REC-01", "RES-03"],
  },
  { what: "a vault that forgets at once", change: setInRecovery(VAULT, { soft_delete: "Off" }), caught: ["RES-03"] },
  { what: "no vault", change: dropFromRecovery(VAULT), caught: ["RES-03"] },
  {
    what: "a second account of blobs, which nobody copies",
    change: ({ platform: { resource } }) => {
      const { storage } = resource.azurerm_storage_account;
      resource.azurerm_storage_account.more = { ...storage, name: storage.name.replace(/^st/, "stmore") };
    },
    caught: ["NET-04", "OBS-02", "RES-03"],
  },
  {
    what: "no recovery stack",
    change: ({ recovery }) => {
      recovery.resource = {};
    },
    caught: ["OBS-01", "RES-03"],
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
