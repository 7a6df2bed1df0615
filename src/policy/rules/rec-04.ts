import { groupOf } from "../facts/names";
import type { Resource } from "../graph/resource";
import { rule } from "../rule";

const DATA_BEARING = [
  "azurerm_cosmosdb_account",
  "azurerm_data_protection_backup_vault",
  "azurerm_key_vault",
  "azurerm_mssql_server",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
  "azurerm_recovery_services_vault",
  "azurerm_storage_account",
];
const LEVELS = new Set(["CanNotDelete", "ReadOnly"]);

/** A lock on something beneath a resource does not cover the resource. */
function coversWhole(lock: Resource, scopes: readonly (Resource | undefined)[]): boolean {
  const [scope] = lock.refs("scope");
  return scope?.kind === "resource" && !scope.below && scopes.includes(scope.resource);
}

export const rec04 = rule({
  control: "REC-04",
  title: "Every resource that holds data has a delete lock",
  why: "One wrong destroy must not be able to take customers' data with it.",
  fix: "Add an azurerm_management_lock with lock_level CanNotDelete on it.",
  severity: "high",
  since: "pilot",
  types: [...DATA_BEARING, "azurerm_management_lock"],
  needs: ["plan"],
  check(context) {
    const locked = context.graph.by("azurerm_management_lock", "scope");
    const open = context.resources("management_lock").some((one) => one.ref("scope").kind === "unknown");
    for (const one of context.resources(...DATA_BEARING)) {
      const group = groupOf(one);
      const locks = [...(locked.get(one) ?? []), ...((group && locked.get(group)) ?? [])].filter((lock) =>
        coversWhole(lock, [one, group]),
      );
      if (locks.some((lock) => LEVELS.has(lock.text("lock_level") ?? ""))) context.pass(one, "lock");
      else if (open) context.unknown(one, "lock", "A lock's scope is not known before apply.");
      else context.fail(one, "lock", "No lock keeps it from being deleted.");
    }
  },
});
