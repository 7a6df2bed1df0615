import type { Resource } from "../../plan/resource";
import { minutesOf } from "../../promise/duration";
import { blobAccounts } from "../../promise/stored";
import { BACKUP_INSTANCES, vaultCopies } from "../../promise/vault-copies";
import { followed } from "../../reach/followers";
import { type Lack, whatCopyLacks } from "../helpers/copies";
import { DATABASE_SERVERS } from "../helpers/database-servers";
import { type Drill, judgeDrill } from "../helpers/drill";
import { groupOf } from "../helpers/names";
import { OWN_COPIES } from "../helpers/own-copies";
import { goesWith } from "../helpers/retained";
import { type RuleContext, rule } from "../rule";

const VAULT = "azurerm_data_protection_backup_vault";
const OWN_FIX =
  "SQL: a long_term_retention_policy with weekly or monthly backups. Cosmos DB: backup of type Continuous, tier Continuous30Days.";

const RESTORE: Drill = {
  fact: "restore-drilled",
  noun: "restore drill",
  none: "No restore was drilled.",
  fix: "Drill a restore as recovery.path says, and record it with its generation, rto and rpo.",
  better: "Make the restore faster",
};

function judgeCopies(context: RuleContext, store: Resource): void {
  const days = context.stance.recovery.copyDays;
  const copies = vaultCopies(store).map((copy): Lack[] => [...whatCopyLacks(copy, store, days)]);
  if (copies.some((lacks) => lacks.length === 0)) {
    context.pass(store, "backup");
    return;
  }
  const open = copies.some((lacks) => lacks.every(({ says }) => says === undefined));
  const [lacks] = copies;
  const [type = "", attribute = ""] = BACKUP_INSTANCES[store.type] ?? [];
  const elsewhere = context.graph.of(type).some((one) => one.ref(attribute).kind === "unknown");
  if (lacks && !open)
    for (const { part, path, says } of lacks)
      if (says === undefined) context.unknown(part, path);
      else context.fail(part, path, says);
  else if (open || elsewhere)
    context.unknown(store, "backup", "Whether a backup instance copies it is not known before apply.");
  else context.fail(store, "backup", "No backup instance copies it into a vault.");
}

/** Stores that no vault copies: what they keep of themselves, by settings of their own. */
function judgeOwnCopies(context: RuleContext, store: Resource): void {
  const lacks = OWN_COPIES[store.type]?.(store, context.stance.recovery.copyDays) ?? [];
  if (lacks.length === 0) context.pass(store, "backup");
  for (const { part, path, says, doubt } of lacks)
    if (says === undefined) context.unknown(part, path, doubt);
    else context.fail(part, path, says, { fix: OWN_FIX });
}

/** What the groups of the stores are that a vault has copies of. */
function groupsOfCopied(vault: Resource): ReadonlySet<Resource | undefined> {
  const copied = Object.values(BACKUP_INSTANCES).flatMap(([type, attribute]) =>
    (vault.graph.by(type, "vault_id").get(vault) ?? []).flatMap((one) => one.refs(attribute)),
  );
  return new Set(copied.map((one) => (one.kind === "resource" ? groupOf(one.resource) : undefined)));
}

/** A vault must be there when what it restores is not. */
function judgePlace(context: RuleContext, vault: Resource): void {
  const path = "resource_group_name";
  const group = groupOf(vault);
  const stack = goesWith(vault) ?? (group && goesWith(group));
  const fix = { fix: "Put the vault into a group of its own, in a recovery stack, which no recreation touches." };
  if (stack !== undefined)
    context.fail(vault, path, `It goes with what it restores: it, or its group, is in the stack ${stack}.`, fix);
  else if (group && groupsOfCopied(vault).has(group))
    context.fail(vault, path, `It goes with what it restores: both are in ${group.address}.`, fix);
  else context.pass(vault, path);
}

function judgeVault(context: RuleContext, vault: Resource): void {
  context.expect(
    vault,
    "soft_delete",
    (value) => value === "On" || value === "AlwaysOn",
    () => "What is deleted in the vault is gone at once: soft delete is off.",
  );
  context.expect(
    vault,
    "immutability",
    (value) => value === "Unlocked" || value === "Locked",
    () => "Whoever can write to the vault can delete copies before their time: immutability is off.",
  );
  context.expect(
    vault,
    "datastore_type",
    (value) => value === "VaultStore",
    (value) => `It keeps no copies of its own: datastore_type is ${value ?? "nothing"}.`,
  );
  if (vault.isUnknown("identity")) context.unknown(vault, "identity");
  else if (vault.blocks("identity").length > 0) context.pass(vault, "identity");
  else context.fail(vault, "identity", "It has no identity, and so may read nothing that it is to copy.");
  judgePlace(context, vault);
}

export const res03 = rule({
  control: "RES-03",
  title: "Everything that holds data is copied into a backup vault that outlives it, and a restore was drilled in time",
  why: "A backup that nobody restored is a hope; one that takes longer than promised is a broken promise.",
  fix: "Let a vault that outlives the environment copy each store, whole, by a policy that keeps copies as long as demanded; drill a restore and record it as restore-drilled evidence.",
  severity: "high",
  since: "production",
  types: [
    "azurerm_data_protection_backup_instance_blob_storage",
    "azurerm_data_protection_backup_instance_mysql_flexible_server",
    "azurerm_data_protection_backup_instance_postgresql_flexible_server",
    "azurerm_data_protection_backup_policy_blob_storage",
    "azurerm_data_protection_backup_policy_mysql_flexible_server",
    "azurerm_data_protection_backup_policy_postgresql_flexible_server",
    VAULT,
    "azurerm_role_assignment",
    "azurerm_storage_container",
    ...Object.keys(OWN_COPIES),
    ...Object.keys(BACKUP_INSTANCES),
  ],
  needs: ["plan", "config", "evidence", "today"],
  check(context) {
    const copied = [...context.resources(...DATABASE_SERVERS), ...blobAccounts(context.graph)];
    const own = context.resources(...Object.keys(OWN_COPIES));
    const stores = [...copied, ...own];
    for (const one of copied) {
      const source = followed(one);
      if (source) context.skip(one, "backup", `It follows ${source.address}, of which copies are demanded.`);
      else judgeCopies(context, one);
    }
    for (const one of own) judgeOwnCopies(context, one);
    for (const one of context.resources(VAULT)) judgeVault(context, one);
    if (stores.length === 0) return;
    const { rto, rpo } = context.config.promise ?? {};
    judgeDrill(context, RESTORE, { rto: minutesOf(rto), rpo: minutesOf(rpo) });
  },
});
