import type { Problem } from "../../src/errors";

/** One service that uses the database. */
export interface BootstrapService {
  /** The PostgreSQL role, which is the name of the service's user-assigned identity. At most 63 bytes. */
  readonly role: string;
}

/** Every name is plain text from the config: a Terraform reference is refused. */
export interface BootstrapProps {
  /** The application's database; it must exist already. */
  readonly database: string;
  /** NOLOGIN role that owns the database and everything that migrations create. */
  readonly owner: string;
  /** NOLOGIN role that holds what a service may do; the services' roles are its members. */
  readonly access: string;
  /** The identity that runs the bootstrap and the migrations: a Microsoft Entra administrator of the server. */
  readonly migrator: string;
  /** May be empty. A member of `access` that is not listed loses its access, but is not dropped. */
  readonly services: readonly BootstrapService[];
}

/** The script waits at most 6 minutes for a token, 6 for the server and 7 for the roles: give the job this, in seconds. */
export const BOOTSTRAP_TIMEOUT_SECONDS = 1800;

/** PostgreSQL cuts longer names off without an error (NAMEDATALEN - 1), and two could become one. */
const NAME_BYTES = 63;

/** What is wrong with the names; empty when they can be used. */
export function checkBootstrap(props: BootstrapProps): Problem[] {
  const roles: [string, string][] = [
    ["owner", props.owner],
    ["access", props.access],
    ["migrator", props.migrator],
    ...props.services.map((service, at): [string, string] => [`services[${at}].role`, service.role]),
  ];
  const problems: Problem[] = [];
  for (const [path, name] of [["database", props.database] as const, ...roles]) {
    const bytes = Buffer.byteLength(name);
    if (bytes < 1 || bytes > NAME_BYTES) {
      problems.push({
        path,
        says: `\`${path}\` must be 1 to ${NAME_BYTES} bytes long, got ${JSON.stringify(name)} with ${bytes}.`,
        fix: "PostgreSQL would cut the name off: choose a shorter one.",
      });
    }
    if (/[\p{Cc}$]|%\{/u.test(name)) {
      problems.push({
        path,
        says: `\`${path}\` must not hold control characters, "$" or "%{", got ${JSON.stringify(name)}.`,
        fix: "Use letters, digits, hyphens and underscores.",
      });
    }
  }
  for (const [at, [path, name]] of roles.entries()) {
    const first = roles.findIndex(([, other]) => other === name);
    if (first === at) continue;
    problems.push({
      path,
      says: `\`${path}\` must differ from \`${roles[first]![0]}\`, both are ${JSON.stringify(name)}.`,
      fix: "Every service, the migrator, the owner and the access role need a role of their own.",
    });
  }
  return problems;
}
