import { type Entry, unread } from "../entry";

export const databaseMigration: Readonly<Record<string, Entry>> = {
  ...unread("azurerm_database_migration_project", "azurerm_database_migration_service"),
};
