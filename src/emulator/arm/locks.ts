import { at } from "../json";
import type { ArmId } from "./id";
import { sameType, within } from "./id";
import { Refusal } from "./refusal";
import type { Store } from "./store";

export const LOCK = "Microsoft.Authorization/locks";

/**
 * Refuse what a lock covers: everything in its scope, and a deletion of anything that holds its scope.
 *
 * @see https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/lock-resources
 */
export function refuseWhatLocksCover(store: Store, id: ArmId, change: "write" | "delete"): void {
  if (sameType(id.type, LOCK)) return;
  const locks = store.ofType(LOCK).filter((lock) => {
    const scope = scopeOf(lock.id);
    if (change === "write") return at(lock.body, "properties.level") === "ReadOnly" && within(id.text, scope);
    return within(id.text, scope) || within(scope, id.text);
  });
  const first = locks[0];
  if (!first) return;
  throw new Refusal(
    409,
    "ScopeLocked",
    `The scope '${id.text}' cannot perform ${change} operation because following scope(s) are locked: '${locks
      .map((lock) => scopeOf(lock.id))
      .join(",")}'. Please remove the lock and try again.`,
  );
}

function scopeOf(lock: string): string {
  return lock.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i, "");
}
