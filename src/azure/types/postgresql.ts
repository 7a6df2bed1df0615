import { type Entry, entry, part, parts } from "../entry";

const SERVER = "azurerm_postgresql_flexible_server";
const SINGLE = "azurerm_postgresql_server";

/** PostgreSQL servers of both kinds. */
export const postgresql: Readonly<Record<string, Entry>> = {
  azurerm_postgresql_flexible_server: entry({
    sla: { usual: "postgres", sameZone: "postgres-same-zone", zones: "postgres-zones" },
    hosts: ["postgres.database.azure.com"],
    rolesInSql: true,
    noun: "PostgreSQL server",
    arm: { segment: "Microsoft.DBforPostgreSQL/flexibleServers" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "rules", type: "azurerm_postgresql_flexible_server_firewall_rule", server: "server_id" },
    },
    privateLink: [{ name: "postgresqlServer", zone: "privatelink.postgres.database.azure.com" }],
    localAuth: [{ path: "authentication.password_auth_enabled", off: false, what: "passwords" }],
    zones: {
      path: "high_availability.mode",
      spans: { oneOf: ["ZoneRedundant"] },
      want: 'high_availability { mode = "ZoneRedundant" }',
    },
    pairedCopy: [{ path: "geo_redundant_backup_enabled", values: [true] }],
    retention: ["backup_retention_days"],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "a replica asks its source, and is a server of its own" },
    gives: { none: "administrators are resources of their own" },
    diagnosed: true,
    inSubnets: [{ path: "delegated_subnet_id" }],
    minutes: { usual: 10, what: "database server", safe: 15 },
  }),
  azurerm_postgresql_flexible_server_active_directory_administrator: part(SERVER, {
    gives: { what: "the administration of every database", to: "object_id" },
  }),
  azurerm_postgresql_flexible_server_backup: part(SERVER, { dataPart: true }),
  azurerm_postgresql_flexible_server_configuration: part(SERVER),
  // Its id is of both servers; Azure has it below the one that is primary.
  azurerm_postgresql_flexible_server_virtual_endpoint: part(SERVER, {
    arm: { segment: "virtualEndpoints", parentId: "source_server_id" },
    hosts: ["writer.postgres.database.azure.com", "reader.postgres.database.azure.com"],
    sources: ["https://learn.microsoft.com/azure/postgresql/read-replica/how-to-create-virtual-endpoints"],
  }),
  azurerm_postgresql_flexible_server_database: part(SERVER, {
    dataPart: true,
    arm: { segment: "databases", parentId: "server_id" },
  }),
  azurerm_postgresql_flexible_server_firewall_rule: part(SERVER),
  azurerm_postgresql_active_directory_administrator: part(SINGLE, {
    gives: { what: "the administration of every database", to: "object_id" },
  }),
  azurerm_postgresql_database: part(SINGLE, { dataPart: true }),
  ...parts(
    SINGLE,
    "azurerm_postgresql_configuration",
    "azurerm_postgresql_firewall_rule",
    "azurerm_postgresql_server_key",
    "azurerm_postgresql_virtual_network_rule",
  ),
  // Azure has retired the type; old plans still have it.
  azurerm_postgresql_server: entry({
    noun: "PostgreSQL server",
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "rules", type: "azurerm_postgresql_firewall_rule", server: "server_name" },
    },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "it sends nothing by itself" },
    localAuth: [{ what: "passwords" }],
    gives: { none: "administrators are resources of their own" },
    tls: [
      { path: "ssl_enforcement_enabled", good: [true] },
      { path: "ssl_minimal_tls_version_enforced", good: ["TLS1_2"] },
    ],
    pairedCopy: [{ path: "geo_redundant_backup_enabled", values: [true] }],
    retention: ["backup_retention_days"],
    paid: true,
  }),
};
