import {
  ADDED_OR_REMOVED,
  across,
  between,
  type Change,
  down,
  FEWER,
  GIVEN_LATER,
  isGiven,
  leaving,
  ONCE_SET,
  perhaps,
  REMOVED,
  SOME_REMOVED,
  SWITCHED_OFF,
  smaller,
  textOf,
} from "./change";

/** What azurerm replaces by code and not by schema, and the file that it was read in. */
interface Conditions {
  /** Below `internal/services` of the provider's repository at tag v4.55.0. */
  readonly file: string;
  /** By argument, through blocks without indices. */
  readonly changes: Readonly<Record<string, Change>>;
}

const read = (file: string, changes: Readonly<Record<string, Change>>): Conditions => ({ file, changes });
const when = (when: Change["when"], only: string): Change => ({ when, only });

const PREMIUM = across((sku) => textOf(sku) === "premium", "to Premium or from it");
const NAMED_ONCE = when((before, after) => isGiven(before) && isGiven(after), "another one");
const FEWER_PARAMETERS = when((before, after) => countOf(after) < countOf(before), "fewer of them");
const PLAN = perhaps("if the plan that it leaves or joins is one of consumption");
const SEARCH = ["basic", "standard", "standard2", "standard3"];
/** Capabilities of a Cosmos DB account that may come later, and those that may go; all others are for ever. */
const ADDABLE =
  "deleteallitemsbypartitionkey disableratelimitingresponses allowselfserveupgradetomongo36 enableaggregationpipeline mongodbv3.4 mongoenabledocLevelttl enablemongo16mbdocumentsupport enablemongoretryablewrites enablemongorolebasedaccesscontrol enableuniquecompoundnesteddocs enablettloncustompath enablepartialuniqueindex"
    .toLowerCase()
    .split(" ");
const REMOVABLE = ["enablemongoretryablewrites", "disableratelimitingresponses"];

function countOf(json: unknown): number {
  try {
    return Object.keys(JSON.parse(String(json)) as object).length;
  } catch {
    return isGiven(json) ? Number.POSITIVE_INFINITY : 0;
  }
}

const namesOf = (blocks: unknown) =>
  (Array.isArray(blocks) ? blocks : isGiven(blocks) ? [blocks] : []).map((one) =>
    textOf((one as { name?: unknown }).name),
  );

/** Every `CustomizeDiff` of azurerm 4.55.0 that replaces, by type. */
const CONDITIONS: Readonly<Record<string, Conditions>> = {
  api_management: read("apimanagement/api_management_resource.go", {
    virtual_network_type: when(
      (before, after) => textOf(before || "None") !== "none" || !["internal", "external"].includes(textOf(after)),
      "other than from none to a network",
    ),
    virtual_network_configuration: when(
      (before, after) => isGiven(before) || !isGiven(after),
      "other than from none to a network",
    ),
    sku_name: across((sku) => String(sku).includes("V2"), "between the first and the second version of sizes"),
  }),
  app_configuration: read("appconfiguration/app_configuration_resource.go", {
    sku: when(
      (before, after) =>
        textOf(after || "free") === "free" ||
        (["premium", "standard"].includes(textOf(before)) && textOf(after) === "developer"),
      "from a larger one",
    ),
  }),
  bastion_host: read("network/bastion_host_resource.go", { sku: down("developer", "basic", "standard", "premium") }),
  cognitive_account: read("cognitive/cognitive_account_resource.go", {
    customer_managed_key: when(
      (before, after, other) => isGiven(before) && !isGiven(after) && isGiven(other("project_management_enabled")[1]),
      "removed where projects are managed",
    ),
    project_management_enabled: SWITCHED_OFF,
    custom_subdomain_name: ONCE_SET,
  }),
  cognitive_account_project: read("cognitive/cognitive_account_project_resource.go", {
    description: REMOVED,
    display_name: REMOVED,
  }),
  container_app_environment: read("containerapps/container_app_environment_resource.go", {
    workload_profile: { ...ADDED_OR_REMOVED, only: "from none to some, or back" },
  }),
  container_registry_cache_rule: read("containers/container_registry_cache_rule_resource.go", {
    credential_set_id: REMOVED,
  }),
  cosmosdb_account: read("cosmos/cosmosdb_account_resource.go", {
    "backup.type": between(["Continuous"], ["Periodic"], "once continuous"),
    analytical_storage_enabled: SWITCHED_OFF,
    capabilities: when((before, after) => {
      const [old, now] = [namesOf(before), namesOf(after)];
      return (
        now.some((one) => !old.includes(one) && !ADDABLE.includes(one)) ||
        old.some((one) => !now.includes(one) && !REMOVABLE.includes(one))
      );
    }, "one that cannot be added or taken away later"),
  }),
  cosmosdb_gremlin_graph: read("cosmos/cosmosdb_gremlin_graph_resource.go", { analytical_storage_ttl: REMOVED }),
  cosmosdb_sql_container: read("cosmos/cosmosdb_sql_container_resource.go", {
    analytical_storage_ttl: REMOVED,
    partition_key_version: when((before, after) => isGiven(before) || Number(after) !== 1, "other than to 1 from none"),
  }),
  data_factory: read("datafactory/data_factory_resource.go", { managed_virtual_network_enabled: SWITCHED_OFF }),
  data_protection_backup_instance_blob_storage: read(
    "dataprotection/data_protection_backup_instance_blob_storage_resource.go",
    { storage_account_container_names: REMOVED },
  ),
  data_protection_backup_vault: read("dataprotection/data_protection_backup_vault_resource.go", {
    cross_region_restore_enabled: SWITCHED_OFF,
    immutability: leaving("Locked", "once locked"),
    soft_delete: leaving("AlwaysOn", "once always on"),
  }),
  databricks_workspace: read("databricks/databricks_workspace_resource.go", {
    sku: when((_, after) => after === "trial", "to the trial"),
    "enhanced_security_compliance.compliance_security_profile_enabled": SWITCHED_OFF,
    "enhanced_security_compliance.compliance_security_profile_standards": SOME_REMOVED,
  }),
  disk_encryption_set: read("compute/disk_encryption_set_resource.go", {
    "identity.type": when(
      (before, after) => textOf(before).includes("userassigned") && textOf(after) === "systemassigned",
      "without a user-assigned one",
    ),
  }),
  eventhub_namespace: read("eventhub/eventhub_namespace_resource.go", { sku: PREMIUM }),
  express_route_circuit: read("network/express_route_circuit_resource.go", { bandwidth_in_mbps: smaller("to less") }),
  gallery_application: read("compute/gallery_application_resource.go", {
    end_of_life_date: REMOVED,
    privacy_statement_uri: REMOVED,
    release_note_uri: REMOVED,
  }),
  gallery_application_version: read("compute/gallery_application_version_resource.go", { end_of_life_date: REMOVED }),
  key_vault_key: read("keyvault/key_vault_key_resource.go", { expiration_date: REMOVED }),
  key_vault_managed_hardware_security_module: read(
    "managedhsm/key_vault_managed_hardware_security_module_resource.go",
    { security_domain_key_vault_certificate_ids: REMOVED, security_domain_quorum: REMOVED },
  ),
  kubernetes_cluster: read("containers/kubernetes_cluster_resource.go", {
    "default_node_pool.upgrade_settings.drain_timeout_in_minutes": REMOVED,
    "default_node_pool.upgrade_settings.undrainable_node_behavior": REMOVED,
    "service_principal.client_id": when(
      (before) => !isGiven(before) || before === "msi",
      "instead of a managed identity",
    ),
    "windows_profile.gmsa": REMOVED,
    "windows_profile.gmsa.dns_server": REMOVED,
    "windows_profile.gmsa.root_domain": REMOVED,
    "api_server_access_profile.subnet_id": REMOVED,
    "default_node_pool.name": when(
      (before, _, other) => before !== other("default_node_pool.temporary_name_for_rotation")[1],
      "other than back from the temporary name",
    ),
    "network_profile.network_data_plane": ONCE_SET,
    "network_profile.network_plugin_mode": when((_, after) => textOf(after) !== "overlay", "other than to overlay"),
    "network_profile.network_policy": ONCE_SET,
  }),
  kubernetes_cluster_node_pool: read("containers/kubernetes_cluster_node_pool_resource.go", {
    os_sku: when(
      (...skus) => skus.slice(0, 2).some((sku) => !/^(?:Ubuntu|AzureLinux)/.test(String(sku))),
      "other than between Ubuntu and Azure Linux",
    ),
    "upgrade_settings.drain_timeout_in_minutes": REMOVED,
    "upgrade_settings.undrainable_node_behavior": REMOVED,
  }),
  lb: read("loadbalancer/lb_resource.go", {
    "frontend_ip_configuration.zones": when(
      (before, after) => (isGiven(before) && isGiven(after) ? true : "perhaps"),
      "of a frontend that stays",
    ),
  }),
  linux_function_app: read("appservice/linux_function_app_resource.go", { service_plan_id: PLAN }),
  linux_virtual_machine_scale_set: read("compute/linux_virtual_machine_scale_set_resource.go", { zones: SOME_REMOVED }),
  log_analytics_workspace: read("loganalytics/log_analytics_workspace_resource.go", {
    sku: when(
      (before, after) =>
        !["", "lacluster"].includes(textOf(before)) &&
        ![before, after].every((sku) => ["capacityreservation", "pergb2018"].includes(textOf(sku))),
      "other than between capacity reservation and per GB",
    ),
  }),
  managed_disk: read("compute/managed_disk_resource.go", { encryption_settings: REMOVED }),
  managed_lustre_file_system: read("storagecache/managed_lustre_file_system_resource.go", { encryption_key: REMOVED }),
  management_group_policy_set_definition: read("policy/management_group_policy_set_definition_resource.go", {
    parameters: FEWER_PARAMETERS,
  }),
  mongo_cluster: read("mongocluster/mongo_cluster_resource.go", {
    create_mode: ONCE_SET,
    data_api_mode_enabled: when(
      (before, after, other) =>
        isGiven(before) && !isGiven(after) && textOf(other("create_mode")[1] ?? "Default") === "default",
      "off again",
    ),
    identity: ADDED_OR_REMOVED,
  }),
  monitor_data_collection_rule: read("monitor/monitor_data_collection_rule_resource.go", { kind: ONCE_SET }),
  mssql_database: read("mssql/mssql_database_resource.go", {
    sku_name: when(
      (before, after) => String(before).startsWith("HS") && !String(after).startsWith("HS"),
      "out of Hyperscale",
    ),
    enclave_type: REMOVED,
  }),
  mssql_elasticpool: read("mssql/mssql_elasticpool_resource.go", { enclave_type: REMOVED }),
  mssql_job_step: read("mssql/mssql_job_step_resource.go", { job_credential_id: REMOVED }),
  mssql_managed_instance: read("mssqlmanagedinstance/mssql_managed_instance_resource.go", {
    dns_zone_partner_id: GIVEN_LATER,
    identity: REMOVED,
    database_format: leaving("AlwaysUpToDate", "once always up to date"),
  }),
  mssql_virtual_machine: read("mssql/mssql_virtual_machine_resource.go", { auto_backup: REMOVED }),
  mysql_flexible_server: read("mysql/mysql_flexible_server_resource.go", { "storage.size_gb": smaller("to less") }),
  netapp_pool: read("netapp/netapp_pool_resource.go", { cool_access_enabled: SWITCHED_OFF }),
  netapp_snapshot_policy: read("netapp/netapp_snapshot_policy_resource.go", {
    hourly_schedule: REMOVED,
    daily_schedule: REMOVED,
    weekly_schedule: REMOVED,
    monthly_schedule: REMOVED,
  }),
  netapp_volume: read("netapp/netapp_volume_resource.go", {
    service_level: unless("pool_name"),
    pool_name: unless("service_level"),
  }),
  notification_hub: read("notificationhub/notification_hub_resource.go", {
    apns_credential: FEWER,
    gcm_credential: FEWER,
  }),
  orchestrated_virtual_machine_scale_set: read("compute/orchestrated_virtual_machine_scale_set_resource.go", {
    zones: SOME_REMOVED,
  }),
  policy_definition: read("policy/policy_definition_resource.go", { parameters: FEWER_PARAMETERS }),
  policy_set_definition: read("policy/policy_set_definition_resource.go", { parameters: FEWER_PARAMETERS }),
  postgresql_flexible_server: read("postgres/postgresql_flexible_server_resource.go", {
    version: smaller("to a lower one"),
    administrator_login: ONCE_SET,
    storage_mb: smaller("to less"),
    "identity.type": when(
      (before, after) => textOf(before).includes("userassigned") && !textOf(after).includes("userassigned"),
      "without a user-assigned one",
    ),
  }),
  postgresql_server: read("postgres/postgresql_server_resource.go", {
    sku_name: across((sku) => String(sku).startsWith("B_"), "to Basic or from it"),
    create_mode: between(["Default"], ["Replica"], "from a server of its own to a replica"),
  }),
  proximity_placement_group: read("compute/proximity_placement_group_resource.go", { allowed_vm_sizes: REMOVED }),
  public_ip: read("network/public_ip_resource.go", {
    domain_name_label_scope: when((before, after) => isGiven(before) || !isGiven(after), "other than given later"),
  }),
  recovery_services_vault: read("recoveryservices/recovery_services_vault_resource.go", {
    cross_region_restore_enabled: SWITCHED_OFF,
    immutability: leaving("Locked", "once locked"),
  }),
  redis_cache: read("redis/redis_cache_resource.go", { sku_name: down("basic", "standard", "premium") }),
  search_service: read("search/search_service_resource.go", {
    sku: when((before, after) => {
      const [from, to] = [SEARCH.indexOf(textOf(before)), SEARCH.indexOf(textOf(after))];
      return from < 0 || to <= from;
    }, "other than to a larger one"),
  }),
  service_plan: read("appservice/service_plan_resource.go", {
    zone_balancing_enabled: when(
      (before, after, other) => !isGiven(before) && isGiven(after) && !(Number(other("worker_count")[1]) >= 2),
      "on with fewer than two workers",
    ),
  }),
  servicebus_namespace: read("servicebus/servicebus_namespace_resource.go", {
    customer_managed_key: REMOVED,
    sku: PREMIUM,
  }),
  shared_image: read("compute/shared_image_resource.go", { end_of_life_date: REMOVED }),
  shared_image_version: read("compute/shared_image_version_resource.go", { end_of_life_date: REMOVED }),
  site_recovery_vmware_replicated_vm: read("recoveryservices/site_recovery_vmware_replicated_vm_resource.go", {
    default_log_storage_account_id: perhaps("if a disk has another"),
    default_recovery_disk_type: perhaps("if a disk has another"),
    default_target_disk_encryption_set_id: perhaps("if a disk has another"),
    managed_disk: when((_, after) => isGiven(after), "any of those given"),
  }),
  snapshot: read("compute/snapshot_resource.go", { encryption_settings: REMOVED }),
  storage_account: read("storage/storage_account_resource.go", {
    account_kind: when(
      (before, after) => textOf(before) !== "storage" && textOf(after) !== "storagev2",
      "to an older kind",
    ),
    account_replication_type: across(
      (value) => ["zrs", "gzrs", "ragzrs"].includes(textOf(value)),
      "between one zone and several",
    ),
    "immutability_policy.state": leaving("Locked", "once locked"),
    large_file_share_enabled: SWITCHED_OFF,
  }),
  storage_container: read("storage/storage_container_resource.go", {
    storage_account_id: ONCE_SET,
    storage_account_name: NAMED_ONCE,
  }),
  storage_queue: read("storage/storage_queue_resource.go", {
    storage_account_id: ONCE_SET,
    storage_account_name: NAMED_ONCE,
  }),
  storage_share: read("storage/storage_share_resource.go", {
    storage_account_id: ONCE_SET,
    storage_account_name: NAMED_ONCE,
  }),
  virtual_machine_implicit_data_disk_from_source: read(
    "compute/virtual_machine_implicit_data_disk_from_source_resource.go",
    { disk_size_gb: smaller("to less") },
  ),
  windows_function_app: read("appservice/windows_function_app_resource.go", { service_plan_id: PLAN }),
  windows_virtual_machine_scale_set: read("compute/windows_virtual_machine_scale_set_resource.go", {
    zones: SOME_REMOVED,
  }),
};

/** In place only together with a change of another argument. */
function unless(other: string): Change {
  return when((_, __, of) => textOf(of(other)[0]) === textOf(of(other)[1]), `without ${other}`);
}

/** The changes that replace a resource of a type by code; empty for a type that azurerm replaces by its schema alone. */
export function conditionsOf(type: string): Readonly<Record<string, Change>> {
  const name = type.replace(/^azurerm_/, "");
  const all: Readonly<Record<string, Conditions>> = CONDITIONS;
  return Object.hasOwn(all, name) ? all[name]!.changes : {};
}

/** Types with conditions, each with the file that they were read in. */
export function typesWithConditions(): readonly (readonly [type: string, file: string])[] {
  return Object.entries(CONDITIONS).map(([type, { file }]) => [`azurerm_${type}`, file] as const);
}
