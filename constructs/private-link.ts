/** How one kind of resource is reached privately: sub-resource names and the DNS zone of each. */
export interface PrivateLinkKind {
  /** Sub-resource (group id) → private DNS zone; `{region}` stands for the region's name. */
  readonly zones: Readonly<Record<string, string>>;
}

const kind = (zones: Readonly<Record<string, string>>): PrivateLinkKind => ({ zones });

/**
 * Private-linkable resource types, with the sub-resources and zones that Azure fixes for each.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export const PRIVATE_LINK = {
  azurerm_app_configuration: kind({ configurationStores: "privatelink.azconfig.io" }),
  azurerm_cognitive_account: kind({ account: "privatelink.cognitiveservices.azure.com" }),
  azurerm_container_app_environment: kind({ managedEnvironments: "privatelink.{region}.azurecontainerapps.io" }),
  azurerm_container_registry: kind({ registry: "privatelink.azurecr.io" }),
  azurerm_cosmosdb_account: kind({ Sql: "privatelink.documents.azure.com" }),
  azurerm_data_factory: kind({ dataFactory: "privatelink.datafactory.azure.net" }),
  azurerm_eventgrid_topic: kind({ topic: "privatelink.eventgrid.azure.net" }),
  azurerm_eventhub_namespace: kind({ namespace: "privatelink.servicebus.windows.net" }),
  azurerm_key_vault: kind({ vault: "privatelink.vaultcore.azure.net" }),
  azurerm_linux_web_app: kind({ sites: "privatelink.azurewebsites.net" }),
  azurerm_managed_redis: kind({ redisEnterprise: "privatelink.redis.azure.net" }),
  azurerm_mssql_server: kind({ sqlServer: "privatelink.database.windows.net" }),
  azurerm_mysql_flexible_server: kind({ mysqlServer: "privatelink.mysql.database.azure.com" }),
  azurerm_postgresql_flexible_server: kind({ postgresqlServer: "privatelink.postgres.database.azure.com" }),
  azurerm_redis_cache: kind({ redisCache: "privatelink.redis.cache.windows.net" }),
  azurerm_search_service: kind({ searchService: "privatelink.search.windows.net" }),
  azurerm_servicebus_namespace: kind({ namespace: "privatelink.servicebus.windows.net" }),
  azurerm_signalr_service: kind({ signalr: "privatelink.service.signalr.net" }),
  azurerm_storage_account: kind({
    blob: "privatelink.blob.core.windows.net",
    dfs: "privatelink.dfs.core.windows.net",
    file: "privatelink.file.core.windows.net",
    queue: "privatelink.queue.core.windows.net",
    table: "privatelink.table.core.windows.net",
    web: "privatelink.web.core.windows.net",
  }),
} as const satisfies Record<string, PrivateLinkKind>;

/** A resource type that private access is known for. */
export type PrivateLinkType = keyof typeof PRIVATE_LINK;
