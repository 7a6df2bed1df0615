import { minutesOf } from "../../promise/duration";
import { blobAccounts } from "../../promise/stored";
import { BACKUP_INSTANCES, type VaultCopy, vaultCopies } from "../../promise/vault-copies";
import { judgeDrill } from "../facts/restore-drill";
import type { Resource } from "../graph/resource";
import { type RuleContext, rule } from "../rule";

const SERVERS = ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"];
const VAULT = "azurerm_data_protection_backup_vault";

/** A policy or vault that is not there. What is not known is left to the caller. */
function lack({ policy, vault }: VaultCopy): string | undefined {
  if (policy.kind === "outside") return "a policy";
  return vault.kind === "outside" ? "a vault" : undefined;
}

function judgeCopies(context: RuleContext, store: Resource): void {
  const copies = vaultCopies(store);
  const [type = ""] = BACKUP_INSTANCES[store.type] ?? [];
  if (copies.some((one) => !lack(one) && one.policy.kind !== "unknown" && one.vault.kind !== "unknown")) {
    context.pass(store, "backup");
    return;
  }
  const [first] = copies;
  const elsewhere = context.graph
    .of(type)
    .some((one) => one.ref(BACKUP_INSTANCES[store.type]?.[1] ?? "").kind === "unknown");
  if (first && lack(first))
    context.fail(first.instance, "vault_id", `It copies ${store.address} without ${lack(first)} of this environment.`);
  else if (first || elsewhere)
    context.unknown(store, "backup", "Which backup instance copies it is not known before apply.");
  else context.fail(store, "backup", "No backup instance copies it into a vault.");
}

export const res03 = rule({
  control: "RES-03",
  title: "Everything that holds data is copied into a backup vault, and a restore was drilled within the promise",
  why: "A backup that nobody restored is a hope; one that takes longer than promised is a broken promise.",
  fix: "Add a vault, a policy and an instance for each store; drill a restore and record it as restore-drilled evidence.",
  severity: "high",
  since: "production",
  types: [
    "azurerm_data_protection_backup_instance_blob_storage",
    "azurerm_data_protection_backup_instance_mysql_flexible_server",
    "azurerm_data_protection_backup_instance_postgresql_flexible_server",
    VAULT,
    "azurerm_storage_account",
    ...SERVERS,
  ],
  needs: ["plan", "config", "evidence", "today"],
  check(context) {
    const stores = [...context.resources(...SERVERS), ...blobAccounts(context.graph)];
    for (const one of stores) judgeCopies(context, one);
    for (const vault of context.resources(VAULT))
      context.expect(
        vault,
        "soft_delete",
        (value) => value === "On" || value === "AlwaysOn",
        () => "What is deleted in the vault is gone at once: soft delete is off.",
      );
    if (stores.length === 0) return;
    const { rto, rpo } = context.config.promise ?? {};
    judgeDrill(context, { rto: minutesOf(rto), rpo: minutesOf(rpo) });
  },
});
