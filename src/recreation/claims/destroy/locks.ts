import type { Resource } from "../../../plan/resource";
import { platformPlaces } from "../../../policy/helpers/container-platform";
import { groupOf } from "../../../policy/helpers/names";
import { locksAcrossStacks } from "../../../steps/locks";
import type { Says } from "../../claim";
import { isRetained } from "../../retained";
import { localAddress, orderOf, type Subject } from "../../subject";

/** Attributes that put a resource below another one, so that the other's lock covers it. */
const BELOW = [
  "scope",
  "target_resource_id",
  "private_service_connection.private_connection_resource_id",
  "server_id",
  "storage_account_id",
  "key_vault_id",
  "container_registry_id",
  "virtual_network_id",
];

/** A lock must be allowed here, cover nothing that the platform changes by itself, and go before what it protects. */
export function locks(subject: Subject, say: Says): void {
  const all = subject.graph.of("azurerm_management_lock");
  for (const lock of all) {
    if (subject.resolved.stance.locks === "none") {
      say.against(lock.address, "It is a lock, at a stage that must be able to end on any day.", "T13");
      continue;
    }
    const [scope] = lock.refs("scope");
    if (scope?.kind !== "resource")
      say.against(lock.address, "What it covers is not a resource of the environment.", "T14");
    else if (lock.text("lock_level") === "ReadOnly")
      say.against(lock.address, "ReadOnly refuses what apps and platform do every day.", "T13");
    else if (platformPlaces(subject.graph).has(scope.resource))
      say.against(
        lock.address,
        `It covers ${scope.resource.address}, which the container environment changes and deletes by itself.`,
        "T14",
      );
    else covers(subject, lock, scope.resource, say);
  }
  if (all.length > 0) say.evidence(`${all.length} locks, each created last and removed first`);
  const lifted = locksAcrossStacks(subject.resolved);
  if (lifted.length > 0)
    say.evidence(
      `${lifted.length} locks that cover what another stack has, lifted by a step before anything is destroyed`,
    );
}

function covers({ graph, resolved, dependencies }: Subject, lock: Resource, locked: Resource, say: Says): void {
  for (const one of graph.managed()) {
    if (one === lock || one.type === "azurerm_management_lock" || !isBelow(one, locked)) continue;
    if (one.stack !== lock.stack) {
      if (isLiftedFirst(resolved, lock)) continue;
      // What is retained is not destroyed with the lock's stack; it only reads what the lock protects.
      if (orderOf(one) > orderOf(lock) && !isRetained(one))
        say.against(one.address, `It lies below ${locked.address}, whose lock outlives its stack.`, "T13");
    } else if (!dependencies(lock.stack).after(localAddress(lock), localAddress(one)))
      say.against(lock.address, `It does not depend on ${one.address}, which lies below what it covers.`, "T13");
  }
}

/** True for a lock that the steps lift before they destroy anything. */
function isLiftedFirst(resolved: Subject["resolved"], lock: Resource): boolean {
  const address = localAddress(lock);
  return locksAcrossStacks(resolved).some((one) => one.address === address && one.role === lock.stack.identity.stack);
}

/** At any depth: what a group's lock covers is also the private endpoint of the vault in the group. */
function isBelow(one: Resource, locked: Resource, seen: ReadonlySet<Resource> = new Set()): boolean {
  if (one === locked) return true;
  if (seen.has(one)) return false;
  if (locked.type === "azurerm_resource_group" && groupOf(one) === locked) return true;
  return BELOW.flatMap((attribute) => one.refs(attribute)).some(
    (reference) => reference.kind === "resource" && isBelow(reference.resource, locked, new Set([...seen, one])),
  );
}
