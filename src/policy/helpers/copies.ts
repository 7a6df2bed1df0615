import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { durationText, minutesOf } from "../../promise/duration";
import type { VaultCopy } from "../../promise/vault-copies";
import { contentsOf } from "../../reach/evidence-stores";
import { isOpenList } from "../../reach/open-lists";
import { lackOfRights } from "./backup-rights";

/** Something for which a copy is none. */
export interface Lack {
  readonly part: Resource;
  readonly path: string;
  /** Absent where it is not known. */
  readonly says?: string;
  /** Why it is not known. @default that it is not before apply */
  readonly doubt?: string;
}

const DAY = 1440;
const CONTAINERS = "storage_account_container_names";
const INTERVALS = "backup_repeating_time_intervals";

/** How long a policy keeps copies in the vault: by default, and by each rule, which may keep some of them for less. */
function kept(policy: Resource): { readonly path: string; readonly values: readonly unknown[] } {
  const lives = (rules: readonly Part[]) =>
    rules.flatMap((one) => one.blocks("life_cycle")).map((one) => one.value("duration"));
  const some = policy.isUnknown("retention_rule") ? [UNKNOWN] : lives(policy.blocks("retention_rule"));
  if (policy.type === "azurerm_data_protection_backup_policy_blob_storage") {
    const path = "vault_default_retention_duration";
    return { path, values: [policy.value(path), ...some] };
  }
  const path = "default_retention_rule";
  const usual = lives(policy.blocks(path));
  return { path, values: [...(usual.length > 0 ? usual : [undefined]), ...some] };
}

/** A copy in the vault that is younger than what is demanded when it goes, or that is never made. */
function* lacksOfPolicy(policy: Resource, every: number | undefined, days: number): Generator<Lack> {
  const { path, values } = kept(policy);
  const minutes = values.map((one) => minutesOf(one));
  const shortest = Math.min(...minutes.flatMap((one) => one ?? []));
  if (values.includes(UNKNOWN)) yield { part: policy, path };
  else if (values[0] === undefined)
    yield { part: policy, path, says: "It keeps no copy in the vault: what it makes stays in the store itself." };
  else if (minutes.includes(undefined)) yield { part: policy, path, says: "How long it keeps a copy cannot be read." };
  else if (shortest < days * DAY)
    yield { part: policy, path, says: `It keeps a copy ${durationText(shortest)}; ${days} days are demanded.` };
  if (isOpenList(policy, INTERVALS)) yield { part: policy, path: INTERVALS };
  else if (every === undefined) yield { part: policy, path: INTERVALS, says: "It never makes a copy by itself." };
  else if (every > shortest)
    yield { part: policy, path: INTERVALS, says: "A copy is gone before the next one is made." };
}

/** The containers that a copy leaves out: a vault has those that the instance names, and no others. */
function lackOfContainers(instance: Resource, account: Resource): Lack | undefined {
  const found = contentsOf(account, "azurerm_storage_container", "azurerm_storage_data_lake_gen2_filesystem");
  const copied = new Set(instance.texts(CONTAINERS));
  const left = found.map((one) => one.value("name")).filter((name) => !copied.has(String(name)));
  const lack = { part: instance, path: CONTAINERS };
  if (isOpenList(instance, CONTAINERS) || left.includes(UNKNOWN)) return lack;
  if (copied.size === 0) return { ...lack, says: `It copies nothing of ${account.address}: it names no container.` };
  return left.length > 0 ? { ...lack, says: `It does not copy ${left.join(", ")} of ${account.address}.` } : undefined;
}

/**
 * Why a copy is none: it is made by nobody's policy or in nobody's vault, is not made, not of everything, not kept long
 * enough, or the vault may not read what it is to copy.
 *
 * @param days  how long a copy must be kept
 * @see https://learn.microsoft.com/azure/backup/blob-backup-overview
 */
export function* whatCopyLacks(
  { instance, policy, vault, every }: VaultCopy,
  store: Resource,
  days: number,
): Generator<Lack> {
  for (const [one, path, what] of [
    [policy, "backup_policy_id", "a policy"],
    [vault, "vault_id", "a vault"],
  ] as const) {
    if (one.kind === "outside")
      yield { part: instance, path, says: `It copies ${store.address} without ${what} of this environment.` };
    else if (one.kind !== "resource") yield { part: instance, path };
  }
  if (policy.kind === "resource") yield* lacksOfPolicy(policy.resource, every, days);
  const containers = store.type === "azurerm_storage_account" ? lackOfContainers(instance, store) : undefined;
  if (containers) yield containers;
  if (vault.kind !== "resource") return;
  for (const lack of lackOfRights(vault.resource, store))
    yield { part: instance, path: "vault_id", ...(lack !== UNKNOWN && { says: lack }) };
}
