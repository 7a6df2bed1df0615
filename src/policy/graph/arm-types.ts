/** How the ARM id of one resource type is built from its attributes. */
export interface ArmType {
  /** Provider and type, or only the child segment when there is a parent: `Microsoft.KeyVault/vaults`, `secrets`. */
  readonly segment: string;
  /** Attribute that holds the parent's id. */
  readonly parentId?: string;
  /** Attribute that holds the parent's name; the parent is `parentType` in the same resource group. */
  readonly parentName?: string;
  readonly parentType?: string;
}

const top = (segment: string): ArmType => ({ segment });
const below = (parentId: string, segment: string): ArmType => ({ segment, parentId });
const beside = (parentType: string, parentName: string, segment: string): ArmType => ({
  segment,
  parentType: `azurerm_${parentType}`,
  parentName,
});
const network = (segment: string) => top(`Microsoft.Network/${segment}`);

const TYPES: Readonly<Record<string, ArmType>> = {
  app_configuration: top("Microsoft.AppConfiguration/configurationStores"),
  application_gateway: network("applicationGateways"),
  application_insights: top("Microsoft.Insights/components"),
  bastion_host: network("bastionHosts"),
  cdn_frontdoor_endpoint: below("cdn_frontdoor_profile_id", "afdEndpoints"),
  cdn_frontdoor_profile: top("Microsoft.Cdn/profiles"),
  cognitive_account: top("Microsoft.CognitiveServices/accounts"),
  container_app: top("Microsoft.App/containerApps"),
  container_app_environment: top("Microsoft.App/managedEnvironments"),
  container_app_job: top("Microsoft.App/jobs"),
  container_registry: top("Microsoft.ContainerRegistry/registries"),
  cosmosdb_account: top("Microsoft.DocumentDB/databaseAccounts"),
  data_protection_backup_vault: top("Microsoft.DataProtection/backupVaults"),
  eventhub_namespace: top("Microsoft.EventHub/namespaces"),
  firewall: network("azureFirewalls"),
  firewall_policy: network("firewallPolicies"),
  firewall_policy_rule_collection_group: below("firewall_policy_id", "ruleCollectionGroups"),
  key_vault: top("Microsoft.KeyVault/vaults"),
  key_vault_certificate: below("key_vault_id", "certificates"),
  key_vault_key: below("key_vault_id", "keys"),
  key_vault_secret: below("key_vault_id", "secrets"),
  lb: network("loadBalancers"),
  log_analytics_workspace: top("Microsoft.OperationalInsights/workspaces"),
  managed_redis: top("Microsoft.Cache/redisEnterprise"),
  monitor_action_group: top("Microsoft.Insights/actionGroups"),
  mssql_server: top("Microsoft.Sql/servers"),
  mysql_flexible_server: top("Microsoft.DBforMySQL/flexibleServers"),
  nat_gateway: network("natGateways"),
  network_interface: network("networkInterfaces"),
  network_security_group: network("networkSecurityGroups"),
  postgresql_flexible_server: top("Microsoft.DBforPostgreSQL/flexibleServers"),
  postgresql_flexible_server_database: below("server_id", "databases"),
  private_dns_resolver: network("dnsResolvers"),
  private_dns_resolver_inbound_endpoint: below("private_dns_resolver_id", "inboundEndpoints"),
  private_dns_zone: network("privateDnsZones"),
  private_dns_zone_virtual_network_link: beside("private_dns_zone", "private_dns_zone_name", "virtualNetworkLinks"),
  private_endpoint: network("privateEndpoints"),
  private_link_service: network("privateLinkServices"),
  public_ip: network("publicIPAddresses"),
  recovery_services_vault: top("Microsoft.RecoveryServices/vaults"),
  redis_cache: top("Microsoft.Cache/redis"),
  route_table: network("routeTables"),
  search_service: top("Microsoft.Search/searchServices"),
  servicebus_namespace: top("Microsoft.ServiceBus/namespaces"),
  storage_account: top("Microsoft.Storage/storageAccounts"),
  storage_container: below("storage_account_id", "blobServices/default/containers"),
  storage_queue: below("storage_account_id", "queueServices/default/queues"),
  storage_share: below("storage_account_id", "fileServices/default/shares"),
  storage_table: below("storage_account_id", "tableServices/default/tables"),
  subnet: beside("virtual_network", "virtual_network_name", "subnets"),
  user_assigned_identity: top("Microsoft.ManagedIdentity/userAssignedIdentities"),
  virtual_network: network("virtualNetworks"),
  virtual_network_gateway: network("virtualNetworkGateways"),
  web_application_firewall_policy: network("ApplicationGatewayWebApplicationFirewallPolicies"),
};

/** How ids of this azurerm type are built; `undefined` for types that nothing in an environment refers to by id. */
export function armType(type: string): ArmType | undefined {
  return TYPES[type.replace(/^azurerm_/, "")];
}
