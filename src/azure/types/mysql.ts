import { type Entry, entry, unread } from "../entry";

export const mysql: Readonly<Record<string, Entry>> = {
  azurerm_mysql_flexible_server: entry({
    noun: "MySQL server",
    arm: { segment: "Microsoft.DBforMySQL/flexibleServers" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access",
      off: "Disabled",
      filter: { kind: "rules", type: "azurerm_mysql_flexible_server_firewall_rule", server: "server_name" },
    },
    privateLink: [{ name: "mysqlServer", zone: "privatelink.mysql.database.azure.com" }],
    zones: {
      path: "high_availability.mode",
      spans: { oneOf: ["ZoneRedundant"] },
      want: 'high_availability { mode = "ZoneRedundant" }',
    },
    pairedCopy: { path: "geo_redundant_backup_enabled", values: [true] },
    retention: ["backup_retention_days"],
    diagnosed: true,
    minutes: { safe: 15 },
    paid: true,
  }),
  ...unread(
    "azurerm_mysql_flexible_database",
    "azurerm_mysql_flexible_server_active_directory_administrator",
    "azurerm_mysql_flexible_server_configuration",
    "azurerm_mysql_flexible_server_firewall_rule",
  ),
};
