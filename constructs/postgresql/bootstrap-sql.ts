import { BadInput } from "../../src/errors";
import { type BootstrapProps, checkBootstrap } from "./bootstrap";
import { CLUSTER } from "./bootstrap-sql-cluster";
import { DATABASE } from "./bootstrap-sql-database";

/** SQL for one run; each text is one transaction and may run again at any time. */
export interface BootstrapSql {
  /** For the database `postgres`, where the `pgaadauth_*` functions are. Runs first. */
  readonly cluster: string;
  /** For the application's database. */
  readonly database: string;
}

/**
 * The SQL that turns an Entra-only PostgreSQL 14 to 18 server into one owner role, one access role and one role a
 * service. Pure and sorted: the same names give the same text.
 *
 * Azure looks a new role's identity up by its display name and stores the object id in the role's security label. A
 * role that has such a label is left as it is, so when an identity is deleted and created again under its old name
 * (the same generation), the label is stale and the service can no longer sign in. Every run prints the object id of
 * each role for comparison. Two ways to repair it, both by making the role anew:
 *
 * - Start the job once with `PGOPTIONS=-c gatewright.remake=<role>` (several: separated by commas). It drops and
 *   creates the role in one transaction. Only declared services can be named.
 * - As an Entra administrator, `DROP ROLE "<role>"`, then start the job.
 *
 * People have no role, until the job is started with `PGOPTIONS=-c gatewright.people=<Entra user or group>`: that role then
 * acts as the access role, or as the owner with `-c gatewright.people_role=owner`, and every later run without it takes
 * that back.
 *
 * A service's own role owns nothing and has its rights from the access role, so both usually just work. PostgreSQL
 * refuses to drop a role that owns something or was granted something directly, and names it; the run then changes
 * nothing. In each database that it names: `REASSIGN OWNED BY "<role>" TO "<owner>"; DROP OWNED BY "<role>";`.
 *
 * @throws BadInput when a name is empty, longer than 63 bytes, used twice, or holds a control character, `$` or `%{`;
 *   `$` also keeps Terraform references out.
 * @see https://learn.microsoft.com/azure/postgresql/security/security-manage-entra-users
 */
export function bootstrapSql(props: BootstrapProps): BootstrapSql {
  const problems = checkBootstrap(props);
  if (problems.length > 0) throw new BadInput(problems);
  const services = props.services.map(({ role }) => role).sort();
  const opening = [
    "BEGIN;",
    "SET LOCAL ROLE NONE;",
    "SET LOCAL search_path = pg_catalog;",
    "SET LOCAL lock_timeout = '60s';",
    `SET LOCAL gatewright.database = ${literal(props.database)};`,
    `SET LOCAL gatewright.owner = ${literal(props.owner)};`,
    `SET LOCAL gatewright.access = ${literal(props.access)};`,
    `SET LOCAL gatewright.migrator = ${literal(props.migrator)};`,
    `SET LOCAL gatewright.services = ${literal(JSON.stringify(services))};`,
  ];
  const text = (body: string) => `${[...opening, body, "COMMIT;"].join("\n")}\n`;
  return { cluster: text(CLUSTER), database: text(DATABASE) };
}

/** A string constant that reads the same whatever `standard_conforming_strings` says. */
function literal(value: string): string {
  const quoted = `'${value.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
  return quoted.includes("\\") ? `E${quoted}` : quoted;
}
