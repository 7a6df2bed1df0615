/**
 * What azurerm 4.55 does when an attribute is absent. Absent is not off: a storage account without
 * `public_network_access_enabled` is public. Paths go through blocks without indices. Attributes whose default Azure
 * picks on the server (computed ones) are listed where a new resource always gets the same value.
 *
 * Source: the `Default:` of each schema in the provider, tag v4.55.0, under `internal/services`; the three marked
 * `server` are computed there and take Azure's value for a new resource.
 */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  app_configuration: { local_auth_enabled: true, public_network_access: "Enabled", purge_protection_enabled: false },
  application_insights: { local_authentication_disabled: false, retention_in_days: 90, daily_data_cap_in_gb: 100 },
  cognitive_account: { local_auth_enabled: true, public_network_access_enabled: true },
  consumption_budget_resource_group: { "notification.enabled": true, "notification.threshold_type": "Actual" },
  consumption_budget_subscription: { "notification.enabled": true, "notification.threshold_type": "Actual" },
  container_app: {
    "ingress.allow_insecure_connections": false,
    "ingress.external_enabled": false,
    "template.min_replicas": 0,
    "template.max_replicas": 10,
  },
  container_app_environment: {
    internal_load_balancer_enabled: false,
    zone_redundancy_enabled: false,
    logs_destination: "", // server: the provider sends "none" unless a workspace is given
    public_network_access: "Enabled", // server: Disabled only when asked for, or with an internal load balancer
  },
  container_registry: {
    admin_enabled: false,
    anonymous_pull_enabled: false,
    export_policy_enabled: true,
    public_network_access_enabled: true,
    zone_redundancy_enabled: false,
  },
  cosmosdb_account: {
    local_authentication_disabled: false,
    minimal_tls_version: "Tls12",
    public_network_access_enabled: true,
    is_virtual_network_filter_enabled: false,
  },
  data_protection_backup_vault: { soft_delete: "On", immutability: "Disabled", retention_duration_in_days: 14 },
  eventgrid_domain: { local_auth_enabled: true, public_network_access_enabled: true },
  eventgrid_topic: { local_auth_enabled: true, public_network_access_enabled: true },
  eventhub_namespace: {
    local_authentication_enabled: true,
    minimum_tls_version: "1.2",
    public_network_access_enabled: true,
  },
  firewall_policy: { sku: "Standard", "dns.proxy_enabled": false, threat_intelligence_mode: "Alert" },
  key_vault: {
    rbac_authorization_enabled: false, // server: a new vault uses access policies unless told otherwise
    public_network_access_enabled: true,
    purge_protection_enabled: false,
    soft_delete_retention_days: 90,
  },
  linux_web_app: { https_only: false, public_network_access_enabled: true, "site_config.minimum_tls_version": "1.2" },
  windows_web_app: { https_only: false, public_network_access_enabled: true, "site_config.minimum_tls_version": "1.2" },
  log_analytics_workspace: {
    daily_quota_gb: -1,
    local_authentication_enabled: true,
    local_authentication_disabled: false,
    internet_ingestion_enabled: true,
    internet_query_enabled: true,
    retention_in_days: 30,
  },
  managed_redis: { public_network_access: "Enabled", "default_database.client_protocol": "Encrypted" },
  mssql_server: { minimum_tls_version: "1.2", public_network_access_enabled: true },
  mysql_flexible_server: {
    backup_retention_days: 7,
    geo_redundant_backup_enabled: false,
    public_network_access: "Enabled",
  },
  network_interface: { ip_forwarding_enabled: false },
  postgresql_flexible_server: {
    "authentication.active_directory_auth_enabled": false,
    "authentication.password_auth_enabled": true,
    auto_grow_enabled: false,
    backup_retention_days: 7,
    geo_redundant_backup_enabled: false,
    public_network_access_enabled: true,
  },
  redis_cache: {
    access_keys_authentication_enabled: true,
    minimum_tls_version: "1.2",
    non_ssl_port_enabled: false,
    public_network_access_enabled: true,
  },
  search_service: { local_authentication_enabled: true, public_network_access_enabled: true },
  servicebus_namespace: { local_auth_enabled: true, minimum_tls_version: "1.2", public_network_access_enabled: true },
  storage_account: {
    account_kind: "StorageV2",
    allow_nested_items_to_be_public: true,
    "blob_properties.versioning_enabled": false,
    cross_tenant_replication_enabled: false,
    https_traffic_only_enabled: true,
    is_hns_enabled: false,
    local_user_enabled: true,
    min_tls_version: "TLS1_2",
    public_network_access_enabled: true,
    sftp_enabled: false,
    shared_access_key_enabled: true,
  },
  storage_container: { container_access_type: "private" },
  subnet: { default_outbound_access_enabled: true, private_endpoint_network_policies: "Disabled" },
  virtual_network_gateway: { vpn_type: "RouteBased" },
  web_application_firewall_policy: {
    "policy_settings.enabled": true,
    "policy_settings.mode": "Prevention",
    "managed_rules.managed_rule_set.type": "OWASP",
  },
};

/** The provider's value for an absent attribute; `undefined` when it has none. `type` is the azurerm resource type. */
export function providerDefault(type: string, path: string): unknown {
  return DEFAULTS[type.replace(/^azurerm_/, "")]?.[path];
}
