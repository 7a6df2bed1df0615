import { down, leaving, REMOVED, rowsOf, SWITCHED_OFF, smaller, type TypeRows } from "./row";

const SCALED = "operators scale it, and what they chose cannot be taken back in place";
const given = (argument: string) => (of: (argument: string) => unknown) => of(argument) !== undefined;
const written =
  (argument: string, ...values: readonly unknown[]) =>
  (of: (argument: string) => unknown) =>
    values.includes(of(argument));
const isPremium = (value: unknown) => `${value}`.toLowerCase() === "premium";
const SEARCH = ["basic", "standard", "standard2", "standard3"];
const rank = (sku: unknown) => SEARCH.indexOf(`${sku}`.toLowerCase());
const names = (value: unknown) =>
  (Array.isArray(value) ? value : []).map((one) => `${(one as { name?: unknown }).name}`);

/** Types that hold data and that extensions and other people's plans bring. Read like ours. */
export const OTHER_DATA: Readonly<Record<string, TypeRows>> = {
  app_configuration: {
    schema: "appconfiguration/app_configuration_resource.go",
    rows: [
      {
        argument: "sku",
        ...down(["FREE", "DEVELOPER", "STANDARD"], "from a larger one"),
        outside: { why: SCALED, unless: written("sku", "standard", "premium") },
      },
      { argument: "soft_delete_retention_days" },
    ],
  },
  cosmosdb_account: {
    schema: "cosmos/cosmosdb_account_resource.go",
    rows: [
      {
        argument: "backup.type",
        ...leaving("Continuous", "once continuous"),
        outside: {
          why: "operators make backups continuous, for ever",
          computed: true,
          unless: written("backup.type", "Continuous"),
        },
      },
      {
        argument: "analytical_storage_enabled",
        ...SWITCHED_OFF,
        outside: { why: "operators switch it on, for ever", unless: written("analytical_storage_enabled", true) },
      },
      {
        argument: "capabilities",
        when: (before, after) => names(before).some((one) => !names(after).includes(one)),
        only: "one taken away",
        outside: { why: "operators add capabilities, and few can be taken away", computed: true },
      },
      { argument: "create_mode" },
      { argument: "kind" },
      { argument: "free_tier_enabled" },
      { argument: "key_vault_key_id" },
      { argument: "managed_hsm_key_id" },
    ],
  },
  cosmosdb_sql_container: {
    schema: "cosmos/cosmosdb_sql_container_resource.go",
    part: true,
    rows: [
      { argument: "account_name" },
      { argument: "database_name" },
      { argument: "partition_key_paths" },
      { argument: "partition_key_kind" },
      { argument: "unique_key" },
      {
        argument: "analytical_storage_ttl",
        ...REMOVED,
        outside: { why: "operators switch it on, for ever", unless: given("analytical_storage_ttl") },
      },
    ],
  },
  data_share_account: rowsOf("datashare/data_share_account_resource.go", "identity"),
  eventhub_namespace: {
    schema: "eventhub/eventhub_namespace_resource.go",
    rows: [
      {
        argument: "sku",
        when: (before, after) => isPremium(before) !== isPremium(after),
        only: "to Premium or from it",
      },
      { argument: "dedicated_cluster_id" },
    ],
  },
  iothub: {
    schema: "iothub/iothub_resource.go",
    rows: [
      {
        argument: "min_tls_version",
        outside: { why: "operators refuse old versions of TLS", unless: written("min_tls_version", "1.2") },
      },
    ],
  },
  kusto_cluster: rowsOf("kusto/kusto_cluster_resource.go", "double_encryption_enabled", "zones"),
  managed_disk: {
    schema: "compute/managed_disk_resource.go",
    rows: [
      { argument: "create_option" },
      { argument: "source_resource_id" },
      { argument: "source_uri" },
      { argument: "zone" },
      {
        argument: "encryption_settings",
        ...REMOVED,
        outside: { why: "operators encrypt a disk in the machine, for ever", unless: given("encryption_settings") },
      },
      {
        argument: "trusted_launch_enabled",
        outside: {
          why: "operators upgrade a machine to trusted launch",
          unless: written("trusted_launch_enabled", true),
        },
      },
      { argument: "hyper_v_generation", outside: { why: "operators upgrade a machine to the second generation" } },
    ],
  },
  managed_redis: {
    schema: "managedredis/managed_redis_resource.go",
    rows: [
      { argument: "sku_name", outside: { why: SCALED } },
      { argument: "high_availability_enabled", outside: { why: "operators give it a second node" } },
    ],
  },
  mssql_database: {
    schema: "mssql/mssql_database_resource.go",
    part: true,
    rows: [
      { argument: "server_id" },
      { argument: "create_mode" },
      { argument: "collation" },
      { argument: "creation_source_database_id" },
      { argument: "ledger_enabled" },
      { argument: "secondary_type" },
      {
        argument: "sku_name",
        when: (before, after) => `${before}`.startsWith("HS") && !`${after}`.startsWith("HS"),
        only: "out of Hyperscale",
        outside: {
          why: "operators scale it to Hyperscale, which it does not leave in place",
          computed: true,
          unless: (of) => `${of("sku_name")}`.startsWith("HS"),
        },
      },
    ],
  },
  mssql_managed_instance: {
    schema: "mssqlmanagedinstance/mssql_managed_instance_resource.go",
    rows: [
      { argument: "administrator_login" },
      { argument: "collation" },
      { argument: "timezone_id" },
      {
        argument: "identity",
        ...REMOVED,
        outside: { why: "operators give it an identity for a feature of it", unless: given("identity") },
      },
      {
        argument: "database_format",
        ...leaving("AlwaysUpToDate", "once always up to date"),
        outside: {
          why: "operators let Azure keep it up to date, for ever",
          unless: written("database_format", "AlwaysUpToDate"),
        },
      },
    ],
  },
  mssql_server: rowsOf("mssql/mssql_server_resource.go", "version", "administrator_login"),
  mysql_flexible_server: {
    schema: "mysql/mysql_flexible_server_resource.go",
    rows: [
      { argument: "administrator_login" },
      { argument: "create_mode" },
      { argument: "delegated_subnet_id" },
      { argument: "private_dns_zone_id" },
      { argument: "geo_redundant_backup_enabled" },
      { argument: "point_in_time_restore_time_in_utc" },
      {
        argument: "source_server_id",
        outside: { why: "a replica that operators promote no longer says what it was copied from" },
      },
      {
        argument: "storage.size_gb",
        ...smaller("to less"),
        outside: { why: "the disk grows by itself", computed: true },
      },
    ],
  },
  netapp_volume: {
    schema: "netapp/netapp_volume_resource.go",
    rows: [
      { argument: "account_name" },
      { argument: "subnet_id" },
      { argument: "volume_path" },
      { argument: "zone" },
      { argument: "service_level", outside: { why: "operators move it to another pool" } },
      { argument: "pool_name", outside: { why: "operators move it to another pool" } },
    ],
  },
  recovery_services_vault: {
    schema: "recoveryservices/recovery_services_vault_resource.go",
    rows: [
      {
        argument: "cross_region_restore_enabled",
        ...SWITCHED_OFF,
        outside: {
          why: "operators switch it on when a region is lost, for ever",
          unless: (of) =>
            of("cross_region_restore_enabled") === true ||
            (of("storage_mode_type") ?? "GeoRedundant") !== "GeoRedundant",
        },
      },
      {
        argument: "immutability",
        ...leaving("Locked", "once locked"),
        outside: {
          why: "operators lock it against somebody who deletes copies, for ever",
          computed: true,
          unless: written("immutability", "Locked"),
        },
      },
    ],
  },
  redis_cache: {
    schema: "redis/redis_cache_resource.go",
    rows: [
      {
        argument: "sku_name",
        ...down(["BASIC", "STANDARD", "PREMIUM"], "to a smaller one"),
        outside: { why: SCALED, unless: written("sku_name", "Premium") },
      },
      { argument: "zones" },
      { argument: "subnet_id" },
    ],
  },
  redis_enterprise_cluster: {
    schema: "redisenterprise/redis_enterprise_cluster_resource.go",
    rows: [
      { argument: "sku_name", outside: { why: SCALED } },
      { argument: "zones" },
      {
        argument: "minimum_tls_version",
        outside: {
          why: "operators refuse old versions of TLS",
          unless: written("minimum_tls_version", "1.2", undefined),
        },
      },
    ],
  },
  search_service: {
    schema: "search/search_service_resource.go",
    rows: [
      {
        argument: "sku",
        when: (before, after) => !(rank(before) >= 0 && rank(after) > rank(before)),
        only: "other than to a larger one",
        outside: { why: SCALED },
      },
      { argument: "hosting_mode" },
    ],
  },
  servicebus_namespace: {
    schema: "servicebus/servicebus_namespace_resource.go",
    rows: [
      {
        argument: "sku",
        when: (before, after) => isPremium(before) !== isPremium(after),
        only: "to Premium or from it",
      },
      { argument: "premium_messaging_partitions" },
      { argument: "infrastructure_encryption_enabled" },
      {
        argument: "customer_managed_key",
        ...REMOVED,
        outside: {
          why: "operators encrypt it with a key of their own, for ever",
          unless: given("customer_managed_key"),
        },
      },
    ],
  },
  storage_share: {
    ...rowsOf("storage/storage_share_resource.go", "storage_account_id", "enabled_protocol"),
    part: true,
  },
  storage_table: { ...rowsOf("storage/storage_table_resource.go", "storage_account_name"), part: true },
  synapse_workspace: rowsOf(
    "synapse/synapse_workspace_resource.go",
    "storage_data_lake_gen2_filesystem_id",
    "sql_administrator_login",
    "compute_subnet_id",
    "data_exfiltration_protection_enabled",
    "managed_virtual_network_enabled",
  ),
};
