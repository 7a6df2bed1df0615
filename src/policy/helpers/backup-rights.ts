import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { groupOf } from "./names";
import { heldRole } from "./roles";

const GRANT = "azurerm_role_assignment";
const SUBSCRIPTION = /^\/subscriptions\/[^/]+$/i;

/** What a vault's identity must hold to copy a store, and on what: the store, or the group that it is in. */
const RIGHTS: Readonly<Record<string, readonly (readonly [role: string, on: "store" | "group"])[]>> = {
  azurerm_mysql_flexible_server: [
    ["MySQL Backup And Export Operator", "store"],
    ["Reader", "group"],
  ],
  azurerm_postgresql_flexible_server: [
    ["PostgreSQL Flexible Server Long Term Retention Backup Role", "store"],
    ["Reader", "group"],
  ],
  azurerm_storage_account: [["Storage Account Backup Contributor", "store"]],
};

/** Too much is enough here; that it is too much is IAM-01's. */
function more(held: string, role: string): boolean {
  return held === "Owner" || (held === "Contributor" && role === "Reader");
}

/** The grants of a vault: to itself, and to the identities that it was given. */
function grantsOf(vault: Resource): readonly Resource[] {
  const given = vault.blocks("identity").flatMap((one) => one.refs("identity_ids"));
  const holders = [vault, ...given.flatMap((one) => (one.kind === "resource" ? [one.resource] : []))];
  const byHolder = vault.graph.by(GRANT, "principal_id");
  return holders.flatMap((one) => byHolder.get(one) ?? []);
}

/** Whether a grant reaches a place: on it, or on something that it is in. */
function reaches(grant: Resource, places: readonly Resource[]): boolean | typeof UNKNOWN {
  const scope = grant.ref("scope");
  if (scope.kind === "resource") return scope.below === undefined && places.includes(scope.resource);
  const read = grant.read("scope");
  const text = read.state === "known" ? String(read.value) : read.state === "unknown" ? read.text : "";
  if (SUBSCRIPTION.test(text)) return true;
  return scope.kind === "unknown" ? UNKNOWN : false;
}

/**
 * What a vault may not do that it has to, to copy a store; `UNKNOWN` where a grant may be the one.
 *
 * @see https://learn.microsoft.com/azure/backup/backup-azure-database-postgresql-flex-overview
 * @see https://learn.microsoft.com/azure/backup/blob-backup-configure-manage
 */
export function* lackOfRights(vault: Resource, store: Resource): Generator<string | typeof UNKNOWN> {
  const grants = grantsOf(vault);
  const open = vault.graph.of(GRANT).filter((one) => one.ref("principal_id").kind === "unknown");
  const group = groupOf(store);
  for (const [role, on] of RIGHTS[store.type] ?? []) {
    const places = [...(on === "store" ? [store] : []), ...(group ? [group] : [])];
    // A group that the environment does not make is REC-01's.
    if (places.length === 0) continue;
    const states = [...grants, ...open].map((grant) => {
      const { name, access } = heldRole(grant);
      const named = name === role || more(name, role) ? true : access === "unknown" ? UNKNOWN : false;
      const there = reaches(grant, places);
      if (named === false || there === false) return false;
      return named === true && there === true && grants.includes(grant) ? true : UNKNOWN;
    });
    if (states.includes(true)) continue;
    if (states.includes(UNKNOWN)) yield UNKNOWN;
    else yield `The vault may not read ${store.address}: it is no ${role} of ${places[0]?.address}.`;
  }
}
