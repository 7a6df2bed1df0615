import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { durationText, minutesOf } from "../../promise/duration";
import { LAG_METRIC, lagAlert } from "../../promise/lag";
import { isReplica } from "../../reach/followers";
import { target } from "../../reach/network";
import type { RuleContext } from "../rule";
import { judgeAccess } from "./standby-access";
import { isThere, type Standby } from "./standby-region";

const POSTGRESQL = "azurerm_postgresql_flexible_server";
const MYSQL = "azurerm_mysql_flexible_server";
const VIRTUAL_ENDPOINT = "azurerm_postgresql_flexible_server_virtual_endpoint";
const METRIC_ALERT = "azurerm_monitor_metric_alert";

/**
 * What a replica and its source have in common: roles are switched between equals only. The provider makes a server of 32
 * GiB where nobody says how large.
 *
 * @see https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-read-replicas-promote
 */
const EQUAL: Readonly<Record<string, readonly [path: string, unwritten?: unknown][]>> = {
  [MYSQL]: [["sku_name"], ["storage.size_gb"], ["storage.auto_grow_enabled"]],
  [POSTGRESQL]: [["sku_name"], ["storage_mb", 32_768], ["auto_grow_enabled", false]],
};

/** Servers whose replicas are judged. */
const SERVERS = Object.keys(EQUAL);
/** What is read to judge them, beside the servers. */
export const DATABASE_TYPES = [VIRTUAL_ENDPOINT, METRIC_ALERT];

/** Servers that hold the data; those that only follow another one do not. */
function sourcesOf(context: RuleContext): readonly Resource[] {
  return context.resources(...SERVERS).filter((one) => !isReplica(one));
}

/** Judges that every server of the first region has a replica in the second, to which its role can be switched. */
export function judgeDatabases(context: RuleContext, standby: Standby): void {
  for (const source of sourcesOf(context)) {
    if (isThere(source, standby)) continue;
    const all = context.resources(source.type).filter((one) => isReplica(one) && isThere(one, standby));
    const own = all.filter((one) => target(one.refs("source_server_id")[0], source.type) === source);
    const open = all.some((one) => one.ref("source_server_id").kind === "unknown");
    if (own.length > 0) for (const replica of own) judgeReplica(context, source, replica);
    else if (open)
      context.unknown(
        source,
        "replica",
        `Whether a server in ${standby.region} replicates it is not known before apply.`,
      );
    else
      context.fail(source, "replica", `No replica of it stands in ${standby.region}.`, {
        fix: `Add a server in ${standby.region} with create_mode = "Replica" and source_server_id.`,
      });
  }
}

function read(server: Part, path: string, unwritten: unknown): unknown {
  const value = server.value(path);
  return value === undefined || (value === UNKNOWN && !server.wasWritten(path)) ? unwritten : value;
}

function judgeReplica(context: RuleContext, source: Resource, replica: Resource): void {
  for (const [path, unwritten] of EQUAL[source.type] ?? []) {
    const [one, other] = [read(replica, path, unwritten), read(source, path, unwritten)];
    if (one === UNKNOWN || other === UNKNOWN) context.unknown(replica, path);
    else if (one === other) context.pass(replica, path);
    else
      context.fail(
        replica,
        path,
        `${path} is ${one}, and ${other} on ${source.address}: their roles cannot be switched.`,
        {
          fix: "Give both the same; of a larger one the replica comes first.",
        },
      );
  }
  judgeAlone(context, replica);
  for (const one of [source, replica]) judgeAccess(context, one);
  if (source.type !== POSTGRESQL) return;
  judgeVirtualEndpoint(context, source, replica);
  judgeLag(context, replica);
}

/** What Azure refuses of a replica, and what would let others in. */
function judgeAlone(context: RuleContext, replica: Resource): void {
  if (replica.blocks("high_availability").length > 0)
    context.fail(replica, "high_availability", "A replica takes no standby of its own.", {
      fix: "Take high_availability away; it is added after a promotion.",
    });
  else context.pass(replica, "high_availability");
  context.expect(
    replica,
    "geo_redundant_backup_enabled",
    (value) => value !== true,
    () => "A replica takes no geo-redundant backups.",
  );
  context.expect(
    replica,
    "public_network_access_enabled",
    (value) => value === false,
    () => "The replica is reachable from the Internet.",
  );
}

/** What a replica does not have yet is lost with its primary: somebody hears of it before it is more than may be lost. */
function judgeLag(context: RuleContext, replica: Resource): void {
  const path = "alert.lag";
  const watch = lagAlert(replica);
  const allowed = minutesOf(context.config.promise?.rpo);
  const fix = `Add a metric alert on ${LAG_METRIC} above a third of what may be lost, with an action group.`;
  const open = context.graph.of(METRIC_ALERT).some((one) => one.refs("scopes").some(({ kind }) => kind === "unknown"));
  if (watch?.minutes === "unknown" || (!watch && open))
    context.unknown(replica, path, "Whether somebody is told when it lags behind is not known before apply.");
  else if (!watch) context.fail(replica, path, "Nobody is told when it lags behind.", { fix });
  else if (allowed !== undefined && Number(watch.minutes) > allowed)
    context.fail(
      replica,
      path,
      `${watch.alert.address} tells of a lag beyond ${durationText(Number(watch.minutes))}; ${durationText(allowed)} may be lost.`,
      { fix },
    );
  else context.pass(replica, path);
}

/** Roles are switched through it, so it joins the two servers, and comes after both. */
function judgeVirtualEndpoint(context: RuleContext, source: Resource, replica: Resource): void {
  const all = context.resources(VIRTUAL_ENDPOINT);
  const ends = (one: Resource) =>
    ["source_server_id", "replica_server_id"].map((path) => target(one.refs(path)[0], POSTGRESQL));
  const own = all.find((one) => {
    const [from, to] = ends(one);
    return (from === source && to === replica) || (from === replica && to === source);
  });
  const open = all.some((one) => ends(one).includes(undefined));
  if (!own && open)
    context.unknown(source, "virtual_endpoint", "Which servers a virtual endpoint joins is not known before apply.");
  else if (!own)
    context.fail(
      source,
      "virtual_endpoint",
      `No virtual endpoint joins it and ${replica.address}: their roles cannot be switched.`,
      {
        fix: `Add an ${VIRTUAL_ENDPOINT} of both.`,
      },
    );
  else if (!comesAfter(own, replica))
    context.fail(own, "depends_on", `Nothing says that it is made after ${replica.address}.`, {
      fix: "Lead to the replica by reference, or add depends_on.",
    });
  else context.pass(own, "type");
}

/** True unless a stack shows that nothing puts one of its resources after another of it. */
function comesAfter(one: Resource, other: Resource): boolean {
  if (one.stack !== other.stack || one.stack.basis !== "static") return true;
  const resources = one.stack.json?.["resource"] as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return JSON.stringify(resources?.[one.type]?.[one.name] ?? "").includes(`${other.type}.${other.name}`);
}
