import { type Entry, entry, part, parts } from "../entry";

const SERVER = "azurerm_mysql_flexible_server";

/** MySQL servers. */
export const mysql: Readonly<Record<string, Entry>> = {
  azurerm_mysql_flexible_server: entry({
    sla: { usual: "mysql", sameZone: "mysql-same-zone", zones: "mysql-zones" },
    hosts: ["mysql.database.azure.com"],
    rolesInSql: true,
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
    pairedCopy: [{ path: "geo_redundant_backup_enabled", values: [true] }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "a replica asks its source, and is a server of its own" },
    localAuth: [{ what: "passwords" }], // a parameter turns them off, and is judged as one
    gives: { none: "administrators are resources of their own" },
    retention: ["backup_retention_days"],
    diagnosed: true,
    minutes: { safe: 15 },
    paid: true,
  }),
  azurerm_mysql_flexible_server_active_directory_administrator: part(SERVER, {
    gives: { what: "the administration of every database", to: "object_id" },
  }),
  azurerm_mysql_flexible_database: part(SERVER, { dataPart: true }),
  ...parts(SERVER, "azurerm_mysql_flexible_server_configuration", "azurerm_mysql_flexible_server_firewall_rule"),
};
