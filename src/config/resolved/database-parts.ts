/** The part of a name that tells the identity that administers a database from a service's: `database-migrator`. */
export function migratorOf(store: string): string {
  return `${store}-migrator`;
}

/** The parts of the names of a database's two jobs. */
export function databaseJobs(store: string): { readonly bootstrap: string; readonly migrate: string } {
  return { bootstrap: `${store}-bootstrap`, migrate: `${store}-migrate` };
}
