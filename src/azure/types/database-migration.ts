import { type Entry, entry, part } from "../entry";

/** The service that moves databases. What a project reads and writes is inside it. */
export const databaseMigration: Readonly<Record<string, Entry>> = {
  azurerm_database_migration_project: part("azurerm_database_migration_service"),
  azurerm_database_migration_service: entry({
    holds: { none: "data passes through" },
    publicSide: { none: "it stands in a subnet" },
    waysIn: { none: "it stands in a subnet" },
    localAuth: { none: "people sign in to Azure" },
    gives: { none: "it gives nobody a right" },
    inSubnets: [{ path: "subnet_id" }],
    paid: true,
  }),
};
