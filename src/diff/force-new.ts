/** A change of an argument that Terraform cannot make in place: it destroys the resource and creates another. */
export interface ForceNewRow {
  /** Resource type, for example `azurerm_storage_account`. */
  readonly type: string;
  /** Argument, through blocks without indices: `ip_configuration.subnet_id`. */
  readonly argument: string;
  /** True for the changes that replace; both values as written, `undefined` where the argument is absent. @default every change */
  readonly when?: (before: unknown, after: unknown) => boolean;
  /** Which changes those are, in words. */
  readonly only?: string;
  /** File of the schema, below `internal/services` of the provider's repository at tag v4.55.0. */
  readonly schema: string;
}

/** Arguments that replace a resource of every type that has them. */
export const ALWAYS = ["name", "location", "resource_group_name"] as const;

type Row = readonly [argument: string, when?: ForceNewRow["when"], only?: string];

const text = (value: unknown) => String(value ?? "").toUpperCase();
const truthy = (value: unknown) => value === true || value === "true";
const count = (value: unknown) => (Array.isArray(value) ? value.length : value === undefined ? 0 : 1);
/** A block's `ForceNew` is about how many there are; what is in it follows its own. */
const counts = (before: unknown, after: unknown) => count(before) !== count(after);
const appears = (before: unknown, after: unknown) => (count(before) === 0) !== (count(after) === 0);
const ADDED = "added or removed";
const numbers = (compare: (before: number, after: number) => boolean) => (before: unknown, after: unknown) =>
  before !== undefined && after !== undefined && compare(Number(before), Number(after));
/** Copies within one zone on one side, over zones on the other. */
const crossesZones = (before: unknown, after: unknown) => {
  const zonal = (value: unknown) => ["ZRS", "GZRS", "RAGZRS"].includes(text(value));
  return zonal(before) !== zonal(after);
};
const leaves = (from: string) => (before: unknown, after: unknown) =>
  text(before) === text(from) && text(after) !== text(from);
const switchedOff = (before: unknown, after: unknown) => truthy(before) && !truthy(after);
const BASTION = ["DEVELOPER", "BASIC", "STANDARD", "PREMIUM"];

/** Each row was read in the provider's schema (`ForceNew`, or the resource's `CustomizeDiff`), not in its documentation alone. */
const TABLE: Readonly<Record<string, readonly [schema: string, rows: readonly Row[]]>> = {
  container_app_environment: [
    "containerapps/container_app_environment_resource.go",
    [
      ["infrastructure_subnet_id"],
      ["internal_load_balancer_enabled"],
      ["zone_redundancy_enabled"],
      ["infrastructure_resource_group_name"],
      ["dapr_application_insights_connection_string"],
      ["workload_profile", appears, "from none to some, or back"],
    ],
  ],
  container_app: ["containerapps/container_app_resource.go", [["container_app_environment_id"]]],
  container_app_job: [
    "containerapps/container_app_job_resource.go",
    [
      ["container_app_environment_id"],
      ["event_trigger_config", counts, ADDED],
      ["manual_trigger_config", counts, ADDED],
      ["schedule_trigger_config", counts, ADDED],
    ],
  ],
  container_app_environment_certificate: [
    "containerapps/container_app_environment_certificate_resource.go",
    [
      ["container_app_environment_id"],
      ["certificate_blob_base64"],
      ["certificate_password"],
      ["certificate_key_vault"],
    ],
  ],
  container_registry: ["containers/container_registry_resource.go", [["zone_redundancy_enabled"]]],
  postgresql_flexible_server: [
    "postgres/postgresql_flexible_server_resource.go",
    [
      ["delegated_subnet_id"],
      ["geo_redundant_backup_enabled"],
      ["customer_managed_key", counts, ADDED],
      ["source_server_id"],
      ["point_in_time_restore_time_in_utc"],
      ["administrator_login", (before) => before !== undefined && before !== "", "once it is set"],
      ["version", numbers((a, b) => a > b), "to a lower one"],
      ["storage_mb", numbers((a, b) => a > b), "to less"],
    ],
  ],
  postgresql_flexible_server_database: [
    "postgres/postgresql_flexible_server_database_resource.go",
    [["server_id"], ["charset"], ["collation"]],
  ],
  postgresql_flexible_server_active_directory_administrator: [
    "postgres/postgresql_flexible_server_active_directory_administrator_resource.go",
    [["server_name"], ["object_id"], ["principal_name"], ["principal_type"], ["tenant_id"]],
  ],
  postgresql_flexible_server_virtual_endpoint: [
    "postgres/postgresql_flexible_server_virtual_endpoint_resource.go",
    [["source_server_id"], ["type"]],
  ],
  storage_account: [
    "storage/storage_account_resource.go",
    [
      ["account_tier"],
      [
        "account_kind",
        (before, after) => text(before) !== "STORAGE" && text(after) !== "STORAGEV2",
        "to an older kind",
      ],
      ["account_replication_type", crossesZones, "between one zone and several"],
      ["is_hns_enabled"],
      ["nfsv3_enabled"],
      ["dns_endpoint_type"],
      ["infrastructure_encryption_enabled"],
      ["queue_encryption_key_type"],
      ["table_encryption_key_type"],
      ["immutability_policy", counts, ADDED],
      ["large_file_share_enabled", switchedOff, "off again"],
    ],
  ],
  storage_container: [
    "storage/storage_container_resource.go",
    [["storage_account_id"], ["default_encryption_scope"], ["encryption_scope_override_enabled"]],
  ],
  storage_queue: ["storage/storage_queue_resource.go", [["storage_account_id"]]],
  log_analytics_workspace: [
    "loganalytics/log_analytics_workspace_resource.go",
    [
      [
        "sku",
        (before, after) =>
          !["", "LACLUSTER"].includes(text(before)) &&
          ![text(before), text(after)].every((sku) => ["CAPACITYRESERVATION", "PERGB2018"].includes(sku)),
        "other than between capacity reservation and per GB",
      ],
    ],
  ],
  application_insights: ["applicationinsights/application_insights_resource.go", [["application_type"]]],
  application_gateway: ["network/application_gateway_resource.go", [["zones"]]],
  firewall: [
    "firewall/firewall_resource.go",
    [
      ["sku_name"],
      ["zones"],
      ["ip_configuration.subnet_id"],
      ["management_ip_configuration", counts, ADDED],
      ["management_ip_configuration.subnet_id"],
    ],
  ],
  bastion_host: [
    "network/bastion_host_resource.go",
    [
      ["zones"],
      ["ip_configuration", counts, ADDED],
      ["ip_configuration.subnet_id"],
      ["ip_configuration.public_ip_address_id"],
      ["virtual_network_id"],
      ["sku", (before, after) => BASTION.indexOf(text(before)) > BASTION.indexOf(text(after)), "to a smaller one"],
    ],
  ],
  public_ip: [
    "network/public_ip_resource.go",
    [["zones"], ["sku"], ["sku_tier"], ["ip_version"], ["public_ip_prefix_id"], ["ip_tags"]],
  ],
  cdn_frontdoor_profile: ["cdn/cdn_frontdoor_profile_resource.go", [["sku_name"]]],
  cdn_frontdoor_firewall_policy: ["cdn/cdn_frontdoor_firewall_policy_resource.go", [["sku_name"]]],
  virtual_network_gateway: [
    "network/virtual_network_gateway_resource.go",
    [["type"], ["vpn_type"], ["generation"], ["ip_configuration", counts, ADDED], ["private_ip_address_enabled"]],
  ],
  private_endpoint: [
    "network/private_endpoint_resource.go",
    [
      ["subnet_id"],
      ["custom_network_interface_name"],
      ["private_service_connection.name"],
      ["private_service_connection.private_connection_resource_id"],
      ["private_service_connection.subresource_names"],
      ["private_service_connection.is_manual_connection"],
    ],
  ],
  private_dns_zone_virtual_network_link: [
    "privatedns/private_dns_zone_virtual_network_link_resource.go",
    [["private_dns_zone_name"], ["virtual_network_id"]],
  ],
  subnet: ["network/subnet_resource.go", [["virtual_network_name"]]],
  subnet_network_security_group_association: [
    "network/subnet_network_security_group_association_resource.go",
    [["subnet_id"], ["network_security_group_id"]],
  ],
  data_protection_backup_vault: [
    "dataprotection/data_protection_backup_vault_resource.go",
    [
      ["redundancy"],
      ["datastore_type"],
      ["cross_region_restore_enabled", switchedOff, "off again"],
      ["immutability", leaves("Locked"), "once locked"],
      ["soft_delete", leaves("AlwaysOn"), "once always on"],
    ],
  ],
  recovery_services_vault: [
    "recoveryservices/recovery_services_vault_resource.go",
    [
      ["cross_region_restore_enabled", switchedOff, "off again"],
      ["immutability", leaves("Locked"), "once locked"],
    ],
  ],
  managed_redis: ["managedredis/managed_redis_resource.go", [["sku_name"], ["high_availability_enabled"]]],
  role_assignment: [
    "authorization/role_assignment_resource.go",
    [
      ["scope"],
      ["role_definition_id"],
      ["role_definition_name"],
      ["principal_id"],
      ["principal_type"],
      ["condition"],
      ["condition_version"],
      ["description"],
    ],
  ],
  management_lock: ["resource/management_lock_resource.go", [["scope"], ["lock_level"], ["notes"]]],
  monitor_diagnostic_setting: ["monitor/monitor_diagnostic_setting_resource.go", [["target_resource_id"]]],
  consumption_budget_resource_group: ["consumption/consumption_budget_base.go", [["time_period.start_date"]]],
};

/** The table as rows. A key vault is not in it: its settings change in place, or not at all. */
export const FORCE_NEW: readonly ForceNewRow[] = Object.entries(TABLE).flatMap(([type, [schema, rows]]) =>
  rows.map(([argument, when, only]) => ({ type: `azurerm_${type}`, argument, when, only, schema })),
);

/** The provider's documentation of a type. */
export function documentationOf(type: string): string {
  return `https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/${type.replace(/^azurerm_/, "")}`;
}

/** The schema that a row was read in. */
export function schemaLink({ schema }: ForceNewRow): string {
  return `https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/${schema}`;
}

/** Types whose replacement loses what people or programs put into them. */
const HOLDS_DATA: ReadonlySet<string> = new Set(
  [
    "cosmosdb_account",
    "data_protection_backup_vault",
    "key_vault",
    "log_analytics_workspace",
    "managed_redis",
    "mssql_database",
    "mssql_server",
    "mysql_flexible_server",
    "postgresql_flexible_server",
    "postgresql_flexible_server_database",
    "recovery_services_vault",
    "container_registry",
    "storage_account",
    "storage_container",
    "storage_queue",
    "storage_share",
    "storage_table",
  ].map((type) => `azurerm_${type}`),
);

/** True for a resource that data is in: its replacement is a loss, unless the data is restored. */
export function holdsData(type: string): boolean {
  return HOLDS_DATA.has(type);
}
