/** Types that Azure tells apart by more than their name, with what it takes for the same. */
export const TOGETHER: readonly {
  readonly types: readonly string[];
  readonly what: string;
  readonly by: readonly string[];
}[] = [
  { types: ["management_lock"], what: "lock of one name at one scope", by: ["scope", "name"] },
  { types: ["monitor_diagnostic_setting"], what: "diagnostic setting of one name", by: ["target_resource_id", "name"] },
  {
    types: ["federated_identity_credential"],
    what: "trust of an identity in one issuer and subject",
    by: ["parent_id", "issuer", "subject"],
  },
  {
    types: ["private_dns_zone_virtual_network_link"],
    what: "link of one network to one zone",
    by: ["private_dns_zone_name", "resource_group_name", "virtual_network_id"],
  },
  {
    types: ["subnet_network_security_group_association"],
    what: "network security group of a subnet",
    by: ["subnet_id"],
  },
  { types: ["subnet_route_table_association"], what: "route table of a subnet", by: ["subnet_id"] },
  { types: ["subnet_nat_gateway_association"], what: "NAT gateway of a subnet", by: ["subnet_id"] },
  {
    types: ["firewall_policy_rule_collection_group"],
    what: "rule collection group of one priority",
    by: ["firewall_policy_id", "priority"],
  },
  {
    types: ["data_protection_backup_instance_blob_storage"],
    what: "backup of an account",
    by: ["storage_account_id"],
  },
  {
    types: ["data_protection_backup_instance_postgresql_flexible_server"],
    what: "backup of a server",
    by: ["server_id"],
  },
  {
    types: ["log_analytics_data_export_rule"],
    what: "export of a workspace to one place",
    by: ["workspace_resource_id", "destination_resource_id"],
  },
  {
    types: ["key_vault_access_policy"],
    what: "access policy of one principal",
    by: ["key_vault_id", "object_id", "application_id"],
  },
  {
    types: ["postgresql_flexible_server_active_directory_administrator"],
    what: "administrator of a server",
    by: ["server_name", "resource_group_name", "object_id"],
  },
  { types: ["container_app_custom_domain"], what: "custom domain", by: ["name"] },
];

/** Names that nobody else in the world may have; types that share a host name share them. */
export const WORLDWIDE: Readonly<Record<string, string>> = {
  app_configuration: "azconfig.io",
  container_registry: "azurecr.io",
  cosmosdb_account: "documents.azure.com",
  eventhub_namespace: "servicebus.windows.net",
  key_vault: "vault.azure.net",
  linux_function_app: "azurewebsites.net",
  linux_web_app: "azurewebsites.net",
  mssql_server: "database.windows.net",
  mysql_flexible_server: "mysql.database.azure.com",
  postgresql_flexible_server: "postgres.database.azure.com",
  redis_cache: "redis.cache.windows.net",
  search_service: "search.windows.net",
  servicebus_namespace: "servicebus.windows.net",
  storage_account: "core.windows.net",
  windows_function_app: "azurewebsites.net",
  windows_web_app: "azurewebsites.net",
};

/** Blocks that must differ from each other within their resource, and what they must differ in. */
export const WITHIN: Readonly<
  Record<string, readonly (readonly [block: string, what: string, by: readonly string[]])[]>
> = {
  application_gateway: [["request_routing_rule", "routing rule of one priority", ["priority"]]],
  network_security_group: [
    ["security_rule", "rule of one direction and priority", ["direction", "priority"]],
    ["security_rule", "rule of one name", ["name"]],
  ],
  route_table: [
    ["route", "route to one range", ["address_prefix"]],
    ["route", "route of one name", ["name"]],
  ],
  web_application_firewall_policy: [["custom_rules", "rule of one priority", ["priority"]]],
};

/** The rules that stand alone beside those inside their resource. */
export const STANDING: Readonly<Record<string, readonly [parent: string, parentName: string, block: string]>> = {
  network_security_rule: ["network_security_group", "network_security_group_name", "security_rule"],
  route: ["route_table", "route_table_name", "route"],
};
