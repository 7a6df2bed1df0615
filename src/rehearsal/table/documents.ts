import type { MockTable } from "./entry";

/** Cosmos DB, Redis, search. Types without their `azurerm_` prefix. */
export const documents: MockTable = {
  cosmosdb_account: [
    "{rg}/Microsoft.DocumentDB/databaseAccounts/{name}",
    {
      endpoint: "https://{name}.documents.azure.com:443/",
      read_endpoints: ["https://{name}-westeurope.documents.azure.com:443/"],
      write_endpoints: ["https://{name}-westeurope.documents.azure.com:443/"],
      primary_key: "{base64}",
      secondary_key: "{base64}",
      primary_sql_connection_string: "AccountEndpoint=https://{name}.documents.azure.com:443/;AccountKey={base64}",
      primary_mongodb_connection_string: "mongodb://{name}:{base64}@{name}.mongo.cosmos.azure.com:10255/",
    },
  ],
  cosmosdb_cassandra_cluster: "{rg}/Microsoft.DocumentDB/cassandraClusters/{name}",
  cosmosdb_cassandra_datacenter: "{cassandra_cluster_id:cosmosdb_cassandra_cluster}/dataCenters/{name}",
  cosmosdb_cassandra_keyspace: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/cassandraKeyspaces/{name}",
  cosmosdb_cassandra_table: "{cassandra_keyspace_id:cosmosdb_cassandra_keyspace}/tables/{name}",
  cosmosdb_gremlin_database: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/gremlinDatabases/{name}",
  cosmosdb_gremlin_graph:
    "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/gremlinDatabases/{database_name}/graphs/{name}",
  cosmosdb_mongo_collection:
    "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/mongodbDatabases/{database_name}/collections/{name}",
  cosmosdb_mongo_database: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/mongodbDatabases/{name}",
  cosmosdb_postgresql_cluster: "{rg}/Microsoft.DBforPostgreSQL/serverGroupsv2/{name}",
  cosmosdb_postgresql_coordinator_configuration:
    "{cluster_id:cosmosdb_postgresql_cluster}/coordinatorConfigurations/{name}",
  cosmosdb_postgresql_firewall_rule: "{cluster_id:cosmosdb_postgresql_cluster}/firewallRules/{name}",
  cosmosdb_postgresql_node_configuration: "{cluster_id:cosmosdb_postgresql_cluster}/nodeConfigurations/{name}",
  cosmosdb_postgresql_role: "{cluster_id:cosmosdb_postgresql_cluster}/roles/{name}",
  cosmosdb_sql_container:
    "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/sqlDatabases/{database_name}/containers/{name}",
  cosmosdb_sql_database: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/sqlDatabases/{name}",
  cosmosdb_sql_dedicated_gateway: "{cosmosdb_account_id:cosmosdb_account}/services/SqlDedicatedGateway",
  cosmosdb_sql_function: "{container_id:cosmosdb_sql_container}/userDefinedFunctions/{name}",
  cosmosdb_sql_role_assignment: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/sqlRoleAssignments/{name}",
  cosmosdb_sql_role_definition: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/sqlRoleDefinitions/{name}",
  cosmosdb_sql_stored_procedure:
    "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/sqlDatabases/{database_name}/containers/{container_name}/storedProcedures/{name}",
  cosmosdb_sql_trigger: "{container_id:cosmosdb_sql_container}/triggers/{name}",
  cosmosdb_table: "{rg}/Microsoft.DocumentDB/databaseAccounts/{account_name}/tables/{name}",
  managed_redis: ["{rg}/Microsoft.Cache/redisEnterprise/{name}", { hostname: "{name}.westeurope.redis.azure.net" }],
  managed_redis_geo_replication: "{managed_redis_id:managed_redis}",
  redis_cache: [
    "{rg}/Microsoft.Cache/redis/{name}",
    {
      hostname: "{name}.redis.cache.windows.net",
      port: 6379,
      ssl_port: 6380,
      primary_access_key: "{base64}",
      primary_connection_string: "{name}.redis.cache.windows.net:6380,password={base64},ssl=True",
    },
  ],
  redis_cache_access_policy: "{redis_cache_id:redis_cache}/accessPolicies/{name}",
  redis_cache_access_policy_assignment: "{redis_cache_id:redis_cache}/accessPolicyAssignments/{name}",
  redis_enterprise_cluster: [
    "{rg}/Microsoft.Cache/redisEnterprise/{name}",
    { hostname: "{name}.westeurope.redisenterprise.cache.azure.net" },
  ],
  redis_enterprise_database: "{cluster_id:redis_enterprise_cluster}/databases/{name}",
  redis_firewall_rule: "{rg}/Microsoft.Cache/redis/{redis_cache_name}/firewallRules/{name}",
  redis_linked_server:
    "{rg}/Microsoft.Cache/redis/{target_redis_cache_name}/linkedServers/{linked_redis_cache_id:redis_cache.name}",
  search_service: [
    "{rg}/Microsoft.Search/searchServices/{name}",
    { primary_key: "{base64}", secondary_key: "{base64}" },
  ],
  search_shared_private_link_service: "{search_service_id:search_service}/sharedPrivateLinkResources/{name}",
};
