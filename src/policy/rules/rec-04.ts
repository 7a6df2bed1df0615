import type { PlanGraph } from "../../plan/graph";
import { append } from "../../plan/multimap";
import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { keepsLogs } from "../../reach/evidence-stores";
import { platformPlaces } from "../helpers/container-platform";
import { groupOf } from "../helpers/names";
import { type RuleContext, rule } from "../rule";

const LOCK = "azurerm_management_lock";
const GROUP = "azurerm_resource_group";
/** Copies of data: they are locked themselves, and so need no lock on their group. */
const COPIES = ["azurerm_data_protection_backup_vault", "azurerm_recovery_services_vault"];
const DATA = [
  "azurerm_cosmosdb_account",
  "azurerm_key_vault",
  "azurerm_mssql_server",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
  "azurerm_storage_account",
];
/** The other level, ReadOnly, refuses what apps and platform do every day, and is taken off again. */
const LEVEL = "CanNotDelete";

/** A lock on something beneath a resource does not cover the resource. */
function coversWhole(lock: Resource, scopes: readonly Resource[]): boolean {
  const [scope] = lock.refs("scope");
  return scope?.kind === "resource" && !scope.below && scopes.includes(scope.resource);
}

function judgeLock(context: RuleContext, subject: Resource, scopes: readonly Resource[], none: string, fix?: string) {
  const { graph } = context;
  const locked = graph.by(LOCK, "scope");
  const locks = scopes.flatMap((one) => locked.get(one) ?? []).filter((lock) => coversWhole(lock, scopes));
  const open = () =>
    graph.once("locks of unknown scope", () => graph.of(LOCK).some((one) => one.ref("scope").kind === "unknown"));
  const levels = locks.map((lock) => lock.value("lock_level"));
  if (levels.includes(LEVEL)) context.pass(subject, "lock");
  else if (levels.includes(UNKNOWN))
    context.unknown(subject, "lock", "The level of its lock is not known before apply.");
  else if (open()) context.unknown(subject, "lock", "A lock's scope is not known before apply.");
  else context.fail(subject, "lock", none, fix === undefined ? {} : { fix });
}

/** Groups with what of the product's data is in them. Logs that are kept are no product data. */
function dataGroups(graph: PlanGraph): ReadonlyMap<Resource, readonly Resource[]> {
  const groups = new Map<Resource, Resource[]>();
  for (const one of graph.of(...DATA)) {
    const group = groupOf(one);
    if (group && !keepsLogs(one)) append(groups, group, one);
  }
  return groups;
}

/** Demanded where a whole group is locked: new parts in it are then safe before anybody thinks of a lock of their own. */
function judgeGroups(context: RuleContext): void {
  const platform = platformPlaces(context.graph);
  for (const [group, data] of dataGroups(context.graph)) {
    const holds = data.map(({ address }) => address).join(", ");
    if (platform.has(group))
      context.fail(
        group,
        "lock",
        `It holds ${holds}, and a container environment, and so cannot be locked as a whole.`,
        {
          fix: "Give what holds data a group of its own, and lock that.",
        },
      );
    else
      judgeLock(
        context,
        group,
        [group],
        `It holds ${holds}, and no lock keeps it from being deleted as a whole.`,
        "Add an azurerm_management_lock with lock_level CanNotDelete on the group.",
      );
  }
}

export const rec04 = rule({
  control: "REC-04",
  title:
    "Every resource that holds data has a delete lock, from Production its group too; none is where Azure must delete",
  why: "One wrong destroy must not be able to take customers' data with it.",
  fix: "Add an azurerm_management_lock with lock_level CanNotDelete on it.",
  severity: "high",
  since: "pilot",
  types: [...DATA, ...COPIES, GROUP, LOCK],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources(...COPIES, ...DATA)) {
      const group = groupOf(one);
      judgeLock(context, one, group ? [one, group] : [one], "No lock keeps it from being deleted.");
    }
    const platform = platformPlaces(context.graph);
    for (const lock of context.resources(LOCK)) {
      const scope = lock.ref("scope");
      const place = [...platform].find((one) => scope.kind === "resource" && scope.resource === one);
      if (place)
        context.fail(lock, "scope", `It covers ${place.address}, where the container environment deletes by itself.`, {
          fix: "Lock what holds data, or the group that only data is in.",
        });
    }
    if (context.stance.locks === "data-and-group") judgeGroups(context);
  },
});
