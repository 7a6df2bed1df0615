import type { Outside, TypeRows } from "./row";

/** What an operator finds in a database that was made again, for example from a dump. */
const MADE_AGAIN: Outside = {
  why: "a database that an operator makes again from a dump may have another, and to change it back would drop the database",
};

/**
 * The types that our stacks make and that hold data. Each `ForceNew` and each `CustomizeDiff` of a type was held against what
 * Azure does by itself and what an operator does in an emergency: fail over, promote a replica, restore under the same name,
 * upgrade, grow, rotate a key, move a zone, scale, lock. A vault, a workspace, a container and a queue have no such argument.
 */
export const OWN_DATA: Readonly<Record<string, TypeRows>> = {
  postgresql_flexible_server: {
    schema: "postgres/postgresql_flexible_server_resource.go",
    rows: [
      {
        argument: "geo_redundant_backup_enabled",
        outside: {
          why: "a server that is restored under its own name has what the restore gave it, and it can only be chosen then",
        },
      },
      {
        argument: "source_server_id",
        outside: { why: "after a switch to a replica Azure says of the old primary what it copies from" },
      },
      {
        argument: "version",
        outside: { why: "an upgrade is made on the running server, by operators or by Azure when a version ends" },
      },
      {
        argument: "storage_mb",
        outside: {
          why: "the disk grows by itself; to apply the size it was created with would replace the server, and lose what is on it",
          computed: true,
        },
      },
      {
        argument: "identity.type",
        outside: {
          why: "operators give a server an identity for a feature of it, and to take it away would replace the server",
        },
      },
    ],
    along: [
      { argument: "create_mode", why: "a switch to a replica changes what the server was made from" },
      {
        argument: "high_availability",
        why: "a failover swaps the zones, and operators switch the standby off and on to repair it; a replica has none",
      },
      { argument: "zone", why: "Azure picks the availability zone, and a failover swaps it" },
    ],
  },
  postgresql_flexible_server_database: {
    schema: "postgres/postgresql_flexible_server_database_resource.go",
    rows: [
      { argument: "charset", outside: MADE_AGAIN },
      { argument: "collation", outside: MADE_AGAIN },
    ],
  },
  storage_account: {
    schema: "storage/storage_account_resource.go",
    rows: [
      {
        argument: "account_kind",
        outside: {
          why: "operators upgrade an account of an older kind, for ever",
          unless: (of) => (of("account_kind") ?? "StorageV2") === "StorageV2",
        },
      },
      {
        argument: "account_replication_type",
        outside: { why: "a failover leaves the account with copies in one zone, and operators convert it to several" },
      },
      {
        argument: "is_hns_enabled",
        outside: {
          why: "operators can give an account a hierarchical namespace, for ever",
          unless: (of) => of("is_hns_enabled") === true,
        },
      },
      {
        argument: "immutability_policy",
        outside: {
          why: "operators may lock it, for ever, or lift it; an account that was made without can have none",
          unless: (of) => of("immutability_policy") === undefined,
        },
      },
      {
        argument: "large_file_share_enabled",
        outside: { why: "operators and Azure allow larger shares, for ever", computed: true },
      },
    ],
  },
  storage_container: { schema: "storage/storage_container_resource.go", rows: [] },
  storage_queue: { schema: "storage/storage_queue_resource.go", rows: [] },
  key_vault: { schema: "keyvault/key_vault_resource.go", rows: [] },
  container_registry: {
    schema: "containers/container_registry_resource.go",
    rows: [
      {
        argument: "zone_redundancy_enabled",
        outside: {
          why: "Azure spreads registries over the zones by itself",
          // Of another size the provider refuses to plan what it keeps.
          unless: (of) => of("sku") !== "Premium",
        },
      },
    ],
  },
  log_analytics_workspace: {
    schema: "loganalytics/log_analytics_workspace_resource.go",
    rows: [],
  },
  data_protection_backup_vault: {
    schema: "dataprotection/data_protection_backup_vault_resource.go",
    rows: [
      {
        argument: "cross_region_restore_enabled",
        outside: {
          why: "operators switch it on when a region is lost, for ever",
          // In a vault without copies elsewhere the provider refuses to plan what it keeps.
          unless: (of) => of("cross_region_restore_enabled") === true || of("redundancy") !== "GeoRedundant",
        },
      },
      {
        argument: "immutability",
        outside: {
          why: "operators lock it against somebody who deletes copies, for ever",
          unless: (of) => of("immutability") === "Locked",
        },
      },
      {
        argument: "soft_delete",
        outside: {
          why: "Azure and operators leave it always on, for ever",
          unless: (of) => of("soft_delete") === "AlwaysOn",
        },
      },
    ],
  },
};
