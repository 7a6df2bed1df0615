import { type Entry, entry, unread } from "../entry";

export const postgresql: Readonly<Record<string, Entry>> = {
  azurerm_postgresql_flexible_server: entry({
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
    pairedCopy: { path: "geo_redundant_backup_enabled", values: [true] },
    retention: ["backup_retention_days"],
    diagnosed: true,
    inSubnets: [{ path: "delegated_subnet_id" }],
    minutes: { usual: 10, what: "database server", safe: 15 },
  }),
  azurerm_postgresql_flexible_server_database: entry({ arm: { segment: "databases", parentId: "server_id" } }),
  azurerm_postgresql_server: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  ...unread(
    "azurerm_postgresql_active_directory_administrator",
    "azurerm_postgresql_configuration",
    "azurerm_postgresql_database",
    "azurerm_postgresql_firewall_rule",
    "azurerm_postgresql_flexible_server_active_directory_administrator",
    "azurerm_postgresql_flexible_server_backup",
    "azurerm_postgresql_flexible_server_configuration",
    "azurerm_postgresql_flexible_server_firewall_rule",
    "azurerm_postgresql_flexible_server_virtual_endpoint",
    "azurerm_postgresql_server_key",
    "azurerm_postgresql_virtual_network_rule",
  ),
};
