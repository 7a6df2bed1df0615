import { type Entry, entry, part, parts } from "../entry";

const ACCOUNT = "azurerm_cosmosdb_account";
const CASSANDRA = "azurerm_cosmosdb_cassandra_cluster";
const CITUS = "azurerm_cosmosdb_postgresql_cluster";
const MONGO = "azurerm_mongo_cluster";

/** Cosmos DB in all its kinds. */
export const cosmos: Readonly<Record<string, Entry>> = {
  azurerm_cosmosdb_account: entry({
    sla: { usual: "cosmos", zones: "cosmos-zones" },
    hosts: [
      "documents.azure.com",
      "cassandra.cosmos.azure.com",
      "gremlin.cosmos.azure.com",
      "mongo.cosmos.azure.com",
      "table.cosmos.azure.com",
    ],
    renamed: { local_authentication_disabled: { to: "local_authentication_enabled", opposite: true } },
    noun: "Cosmos DB account",
    arm: { segment: "Microsoft.DocumentDB/databaseAccounts" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "lists", paths: ["ip_range_filter", "virtual_network_rule.id"] },
    },
    privateLink: [{ name: "Sql", zone: "privatelink.documents.azure.com" }],
    localAuth: [{ path: "local_authentication_disabled", off: true, what: "shared keys" }],
    tls: [{ path: "minimal_tls_version", good: ["Tls12"] }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "it replicates to its own regions" },
    gives: { none: "roles in it are resources of their own" },
    regions: ["geo_location.location"],
    // Continuous backups stay in the regions of the account.
    pairedCopy: [
      {
        path: "backup.storage_redundancy",
        values: ["Geo"],
        unless: { path: "backup.type", values: ["Continuous"] },
      },
    ],
    retention: ["backup.type", "backup.retention_in_hours"],
    sources: ["https://learn.microsoft.com/azure/cosmos-db/periodic-backup-storage-redundancy"],
    diagnosed: true,
    minutes: { safe: 15 },
    paid: true,
  }),
  azurerm_cosmosdb_postgresql_cluster: entry({
    noun: "Cosmos DB cluster for PostgreSQL",
    holds: "customer data",
    publicSide: {
      path: "coordinator_public_ip_access_enabled",
      off: false,
      filter: { kind: "rules", type: "azurerm_cosmosdb_postgresql_firewall_rule", server: "cluster_id" },
    },
    waysIn: [
      {
        kind: "public-address",
        path: "node_public_ip_access_enabled",
        closed: [false],
        absent: "closed",
        says: "gives every node a public address",
      },
    ],
    waysOut: { none: "it sends nothing by itself" },
    localAuth: [{ what: "passwords" }],
    gives: { none: "roles in it are resources of their own" },
    privateLink: [{ name: "coordinator", zone: "privatelink.postgres.cosmos.azure.com" }],
    regions: ["source_location"],
    paid: true,
  }),
  azurerm_mongo_cluster: entry({
    noun: "Mongo cluster",
    holds: "customer data",
    publicSide: {
      path: "public_network_access",
      off: "Disabled",
      filter: { kind: "rules", type: "azurerm_mongo_cluster_firewall_rule", server: "mongo_cluster_id" },
    },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "a replica asks its source, and is a cluster of its own" },
    localAuth: { none: "its methods to sign in are a list, and judged as one" },
    gives: { none: "users are resources of their own" },
    privateLink: [{ name: "MongoCluster", zone: "privatelink.mongocluster.cosmos.azure.com" }],
    paid: true,
    signInMethods: { path: "authentication_methods", entra: ["MicrosoftEntraID"] },
  }),
  azurerm_cosmosdb_cassandra_cluster: entry({
    noun: "Cassandra cluster",
    holds: "customer data",
    publicSide: { none: "it stands in a subnet and has no public address" },
    waysIn: { none: "it stands in a subnet and has no public address" },
    waysOut: [{ what: "gossip", to: ["external_seed_node_ip_addresses"], says: "talks with nodes at" }],
    localAuth: [{ what: "passwords" }],
    gives: { none: "users are made inside it" },
    inSubnets: [{ path: "delegated_management_subnet_id" }],
    paid: true,
  }),
  azurerm_cosmosdb_cassandra_datacenter: part(CASSANDRA, {
    holds: "customer data",
    inSubnets: [{ path: "delegated_management_subnet_id" }],
    paid: true,
  }),
  azurerm_cosmosdb_cassandra_keyspace: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_cassandra_table: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_gremlin_database: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_gremlin_graph: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_mongo_collection: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_mongo_database: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_sql_container: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_sql_database: part(ACCOUNT, { dataPart: true }),
  azurerm_cosmosdb_table: part(ACCOUNT, { dataPart: true }),
  ...parts(
    ACCOUNT,
    "azurerm_cosmosdb_sql_dedicated_gateway",
    "azurerm_cosmosdb_sql_function",
    "azurerm_cosmosdb_sql_stored_procedure",
    "azurerm_cosmosdb_sql_trigger",
  ),
  azurerm_cosmosdb_mongo_role_definition: part(ACCOUNT, {
    gives: { what: "a role in the database", right: "privilege.actions" },
  }),
  azurerm_cosmosdb_mongo_user_definition: part(ACCOUNT, { gives: { what: "a sign-in by password", to: "username" } }),
  azurerm_cosmosdb_sql_role_assignment: part(ACCOUNT, {
    gives: { what: "a role in the account", to: "principal_id", right: "role_definition_id" },
  }),
  azurerm_cosmosdb_sql_role_definition: part(ACCOUNT, {
    gives: { what: "a role of one's own", right: "permissions.data_actions" },
  }),
  ...parts(
    CITUS,
    "azurerm_cosmosdb_postgresql_coordinator_configuration",
    "azurerm_cosmosdb_postgresql_firewall_rule",
    "azurerm_cosmosdb_postgresql_node_configuration",
  ),
  azurerm_cosmosdb_postgresql_role: part(CITUS, { gives: { what: "a sign-in by password", to: "name" } }),
  azurerm_mongo_cluster_firewall_rule: part(MONGO),
  azurerm_mongo_cluster_user: part(MONGO, {
    gives: { what: "a role in the cluster", to: "object_id", right: "role.name" },
  }),
};
