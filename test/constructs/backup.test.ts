import { BlobBackup } from "../../constructs/backup-blobs";
import { DatabaseBackup } from "../../constructs/backup-database";
import { BackupVault } from "../../constructs/backup-vault";
import { ASSIGNABLE_ROLES, LATER_ROLES } from "../../constructs/deploy-identity";
import { built, GROUP } from "./built";

const { resources } = built((stack) => {
  const vault = new BackupVault(stack, "vault", {
    group: GROUP,
    name: "bvault-orders",
    redundancy: "ZoneRedundant",
    softDeleteDays: 30,
    immutability: "Unlocked",
  });
  const copy = { vault, firstBackup: "2027-03-01", retentionDays: 90 };
  new DatabaseBackup(stack, "database", {
    ...copy,
    policyName: "weekly",
    name: "psql-orders",
    server: { id: "/server" },
    groupReader: vault.readGroup("data", { id: "/group" }),
  });
  new BlobBackup(stack, "blobs", {
    ...copy,
    policyName: "daily",
    name: "storders",
    account: { id: "/account" },
    containers: ["files"],
  });
});
const vaultId = "${azurerm_data_protection_backup_vault.vault.id}";
const roles = Object.entries(resources).filter(([address]) => address.startsWith("azurerm_role_assignment."));

describe("a backup vault", () => {
  test("keeps deleted backups for a while, with nothing that cannot be taken back", () => {
    expect(resources["azurerm_data_protection_backup_vault.vault"]).toEqual({
      name: "bvault-orders",
      resource_group_name: "rg",
      location: "westeurope",
      datastore_type: "VaultStore",
      redundancy: "ZoneRedundant",
      soft_delete: "On",
      retention_duration_in_days: 30,
      immutability: "Unlocked",
      identity: { type: "SystemAssigned" },
      lifecycle: { ignore_changes: ["immutability", "soft_delete"] },
    });
  });

  test("reads what it copies by its own identity, through exactly these roles", () => {
    expect(roles.map(([, one]) => [one["scope"], one["role_definition_name"]])).toEqual([
      ["/account", "Storage Account Backup Contributor"],
      ["/server", "PostgreSQL Flexible Server Long Term Retention Backup Role"],
      ["/group", "Reader"],
    ]);
    for (const [, one] of roles)
      expect(one["principal_id"]).toBe("${azurerm_data_protection_backup_vault.vault.identity[0].principal_id}");
  });

  test("has no role that a deploy identity may not give", () => {
    const ids: Readonly<Record<string, string>> = LATER_ROLES;
    expect(roles.filter(([, one]) => !ASSIGNABLE_ROLES.includes(ids[one["role_definition_name"] as string]!))).toEqual(
      [],
    );
  });
});

describe("a copy in a vault", () => {
  test("of a database is made weekly, once the vault may read it", () => {
    expect(resources["azurerm_data_protection_backup_policy_postgresql_flexible_server.database_policy"]).toEqual({
      name: "weekly",
      vault_id: vaultId,
      backup_repeating_time_intervals: ["R/2027-03-01T02:00:00+00:00/P1W"],
      default_retention_rule: { life_cycle: [{ data_store_type: "VaultStore", duration: "P90D" }] },
    });
    expect(resources["azurerm_data_protection_backup_instance_postgresql_flexible_server.database"]).toEqual({
      name: "psql-orders",
      location: "westeurope",
      vault_id: vaultId,
      server_id: "/server",
      backup_policy_id: "${azurerm_data_protection_backup_policy_postgresql_flexible_server.database_policy.id}",
      depends_on: ["azurerm_role_assignment.database_read-server", "azurerm_role_assignment.vault_read-data"],
    });
  });

  test("of blobs is made daily, once the vault may read them", () => {
    expect(resources["azurerm_data_protection_backup_policy_blob_storage.blobs_policy"]).toEqual({
      name: "daily",
      vault_id: vaultId,
      backup_repeating_time_intervals: ["R/2027-03-01T02:00:00+00:00/P1D"],
      vault_default_retention_duration: "P90D",
    });
    expect(resources["azurerm_data_protection_backup_instance_blob_storage.blobs"]).toEqual({
      name: "storders",
      location: "westeurope",
      vault_id: vaultId,
      storage_account_id: "/account",
      storage_account_container_names: ["files"],
      backup_policy_id: "${azurerm_data_protection_backup_policy_blob_storage.blobs_policy.id}",
      depends_on: ["azurerm_role_assignment.blobs_read-account"],
    });
  });
});
