import { PostgresqlServer } from "../constructs/postgresql/server";
import type { ResolvedDatabase, ResolvedEnvironment } from "../src/config/resolve";

/** The database's name on its server. */
export function databaseName(store: Pick<ResolvedDatabase, "name">): string {
  return store.name.replaceAll("-", "_");
}

/** A store's name as the start of an environment variable: `order-files` becomes `ORDER_FILES`. */
function prefix(store: string): string {
  return store.toUpperCase().replaceAll("-", "_");
}

/** The libpq variables of one database, as seen by an identity whose name is its role. */
export function postgresVariables(
  environment: ResolvedEnvironment,
  store: ResolvedDatabase,
  identityName: string,
): Record<string, string> {
  return {
    PGHOST: PostgresqlServer.hostOf(environment.nameOf("postgresql_flexible_server", store.name)),
    PGPORT: "5432",
    PGDATABASE: databaseName(store),
    PGUSER: identityName,
    PGSSLMODE: "verify-full",
  };
}

/**
 * How a service finds the stores that it uses: `<STORE>_HOST`, `_DATABASE` and `_USER` for a database,
 * `<STORE>_URL` for blobs and queues. A service with exactly one database gets the libpq variables too.
 */
export function storeVariables(
  environment: ResolvedEnvironment,
  uses: readonly string[],
  identityName: string,
): Record<string, string> {
  const account = environment.nameOf("storage_account");
  const written = environment.blobAccount ?? account;
  const used = environment.stores.filter((store) => uses.includes(store.name));
  const databases = used.filter((store) => store.type === "postgresql");
  const variables: Record<string, string> = {};
  for (const store of used) {
    const name = prefix(store.name);
    if (store.type === "blobs") variables[`${name}_URL`] = `https://${written}.blob.core.windows.net/${store.name}`;
    if (store.type === "queue") variables[`${name}_URL`] = `https://${account}.queue.core.windows.net/${store.name}`;
    if (store.type !== "postgresql") continue;
    const { PGHOST = "", PGDATABASE = "", PGUSER = "" } = postgresVariables(environment, store, identityName);
    Object.assign(variables, {
      [`${name}_HOST`]: environment.writerHost ?? PGHOST,
      [`${name}_DATABASE`]: PGDATABASE,
      [`${name}_USER`]: PGUSER,
    });
  }
  const [only, ...more] = databases;
  const { writerHost } = environment;
  return only && more.length === 0
    ? {
        ...variables,
        ...postgresVariables(environment, only, identityName),
        ...(writerHost !== undefined && { PGHOST: writerHost }),
      }
    : variables;
}
