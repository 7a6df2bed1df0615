import type { TypeRows } from "./row";

const SCALED = "operators scale it, and what they chose cannot be taken back in place";
const given = (argument: string) => (of: (argument: string) => unknown) => of(argument) !== undefined;
const written =
  (argument: string, ...values: readonly unknown[]) =>
  (of: (argument: string) => unknown) =>
    values.includes(of(argument));

/** Types that hold data and that extensions and other people's plans bring. Read like ours. */
export const OTHER_DATA: Readonly<Record<string, TypeRows>> = {
  app_configuration: {
    schema: "appconfiguration/app_configuration_resource.go",
    rows: [
      {
        argument: "sku",
        outside: { why: SCALED, unless: written("sku", "standard", "premium") },
      },
    ],
  },
  cosmosdb_account: {
    schema: "cosmos/cosmosdb_account_resource.go",
    rows: [
      {
        argument: "backup.type",
        outside: {
          why: "operators make backups continuous, for ever",
          computed: true,
          unless: written("backup.type", "Continuous"),
        },
      },
      {
        argument: "analytical_storage_enabled",
        outside: { why: "operators switch it on, for ever", unless: written("analytical_storage_enabled", true) },
      },
      {
        argument: "capabilities",
        outside: { why: "operators add capabilities, and few can be taken away", computed: true },
      },
    ],
  },
  cosmosdb_sql_container: {
    schema: "cosmos/cosmosdb_sql_container_resource.go",
    rows: [
      {
        argument: "analytical_storage_ttl",
        outside: { why: "operators switch it on, for ever", unless: given("analytical_storage_ttl") },
      },
    ],
  },
  eventhub_namespace: {
    schema: "eventhub/eventhub_namespace_resource.go",
    rows: [],
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
  kusto_cluster: { schema: "kusto/kusto_cluster_resource.go", rows: [] },
  managed_disk: {
    schema: "compute/managed_disk_resource.go",
    rows: [
      {
        argument: "encryption_settings",
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
    rows: [
      {
        argument: "sku_name",
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
      {
        argument: "identity",
        outside: { why: "operators give it an identity for a feature of it", unless: given("identity") },
      },
      {
        argument: "database_format",
        outside: {
          why: "operators let Azure keep it up to date, for ever",
          unless: written("database_format", "AlwaysUpToDate"),
        },
      },
    ],
  },
  mssql_server: { schema: "mssql/mssql_server_resource.go", rows: [] },
  mysql_flexible_server: {
    schema: "mysql/mysql_flexible_server_resource.go",
    rows: [
      {
        argument: "source_server_id",
        outside: { why: "a replica that operators promote no longer says what it was copied from" },
      },
      {
        argument: "storage.size_gb",
        outside: { why: "the disk grows by itself", computed: true },
      },
    ],
  },
  netapp_volume: {
    schema: "netapp/netapp_volume_resource.go",
    rows: [
      { argument: "service_level", outside: { why: "operators move it to another pool" } },
      { argument: "pool_name", outside: { why: "operators move it to another pool" } },
    ],
  },
  recovery_services_vault: {
    schema: "recoveryservices/recovery_services_vault_resource.go",
    rows: [
      {
        argument: "cross_region_restore_enabled",
        outside: {
          why: "operators switch it on when a region is lost, for ever",
          unless: (of) =>
            of("cross_region_restore_enabled") === true ||
            (of("storage_mode_type") ?? "GeoRedundant") !== "GeoRedundant",
        },
      },
      {
        argument: "immutability",
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
        outside: { why: SCALED, unless: written("sku_name", "Premium") },
      },
    ],
  },
  redis_enterprise_cluster: {
    schema: "redisenterprise/redis_enterprise_cluster_resource.go",
    rows: [
      { argument: "sku_name", outside: { why: SCALED } },
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
        outside: { why: SCALED },
      },
    ],
  },
  servicebus_namespace: {
    schema: "servicebus/servicebus_namespace_resource.go",
    rows: [
      {
        argument: "customer_managed_key",
        outside: {
          why: "operators encrypt it with a key of their own, for ever",
          unless: given("customer_managed_key"),
        },
      },
    ],
  },
  storage_share: { schema: "storage/storage_share_resource.go", rows: [] },
  storage_table: { schema: "storage/storage_table_resource.go", rows: [] },
  synapse_workspace: { schema: "synapse/synapse_workspace_resource.go", rows: [] },
};
