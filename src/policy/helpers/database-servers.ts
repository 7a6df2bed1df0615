/** Database servers that are backed up, copied and replicated whole. */
export const DATABASE_SERVERS = ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"] as const;
