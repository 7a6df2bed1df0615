import type { ResolvedEnvironment } from "../config/resolve";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { isRetained } from "./retained";
import type { Subject } from "./subject";

/** One thing that holds data, with what reads it out of one generation and into the next. */
interface Copy {
  readonly kind: "database" | "blobs";
  readonly from: Resource;
  readonly to: Resource;
  /** Name of the database or container. */
  readonly name: string;
}

/**
 * Commands that bring the data of one generation into the next, while both stand. Where the stores are private a computer
 * is in one network at a time, because both have the same range: the data rests on it in between.
 */
export function copies({ graph, next, resolved }: Pick<Subject, "graph" | "next" | "resolved">): string[] {
  const all = [...databases(graph, next.graph), ...blobs(graph, next.graph)];
  return resolved.stance.vault.exposure === "public" ? direct(all, graph, resolved) : throughVpn(all, graph, resolved);
}

function direct(all: readonly Copy[], graph: PlanGraph, { name, generation }: ResolvedEnvironment): string[] {
  const [tables, files] = [ofKind(all, "database"), ofKind(all, "blobs")];
  return [
    ...(all.length > 0 ? opened(name, [generation, generation + 1]) : []),
    ...(tables.length > 0 ? signIn : []),
    ...tables.flatMap((one) => [dump(one), restore(one)]),
    ...(files.length > 0 ? [azcopySignIn] : []),
    ...files.map((one) => `azcopy copy ${url(one.from, one.name)} ${url(one.to, one.name)} --recursive`),
    ...queues(graph),
  ];
}

function throughVpn(all: readonly Copy[], graph: PlanGraph, { name, generation }: ResolvedEnvironment): string[] {
  const [tables, files] = [ofKind(all, "database"), ofKind(all, "blobs")];
  return [
    "# The data rests on this computer in between: use one that may hold it.",
    ...(all.length > 0 ? opened(name, [generation, generation + 1]) : []),
    ...(files.length > 0 ? [azcopySignIn] : []),
    `# Connect to the VPN of generation ${generation}.`,
    ...(tables.length > 0 ? signIn : []),
    ...tables.map(dump),
    ...files.map((one) => `azcopy copy ${url(one.from, one.name)} copy --recursive`),
    ...queues(graph),
    `# Connect to the VPN of generation ${generation + 1}, with its own profile.`,
    ...(tables.length > 0 ? signIn : []),
    ...tables.map(restore),
    ...files.map((one) => `azcopy copy "copy/${one.name}/*" ${url(one.to, one.name)} --recursive`),
    `rm -rf copy ${tables.map(({ name }) => `${name}.dump`).join(" ")}`.trim(),
  ];
}

const ofKind = (all: readonly Copy[], kind: Copy["kind"]) => all.filter((one) => one.kind === kind);

/** The token lives for an hour or so. */
const signIn = [
  "ask PGUSER 'Name of the group that the way in was opened for'",
  "export PGSSLMODE=require",
  'export PGPASSWORD="$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)"',
];

const azcopySignIn = "export AZCOPY_AUTO_LOGIN_TYPE=AZCLI";

/** The scripts that let people look at data, one in each generation; they stay open in terminals of their own. */
function opened(environment: string, generations: readonly number[]): string[] {
  return [
    "# Nobody has a role on data. Open a way in, each in a terminal of its own that stays open until the end",
    ...generations.map(
      (one) => `#   ROLE=owner bash ../cdktf.g${one}/environments/${environment}/steps/*-open-data.sh`,
    ),
  ];
}

const host = (server: Resource) => `--host=${server.text("name")}.postgres.database.azure.com --username="$PGUSER"`;

const dump = ({ from, name }: Copy) =>
  `pg_dump ${host(from)} --format=custom --no-owner --no-privileges --file=${name}.dump ${name}`;

const restore = ({ to, name }: Copy) =>
  `pg_restore ${host(to)} --no-owner --no-privileges --role=${name}_owner --dbname=${name} ${name}.dump`;

const url = (account: Resource, container: string) =>
  `"https://${account.text("name")}.blob.core.windows.net/${container}"`;

/** The same resource in the next generation, by its address. */
function successor(one: Resource, next: PlanGraph): Resource | undefined {
  return next.of(one.type).find((other) => other.name === one.name && other.stack.name === one.stack.name);
}

function databases(graph: PlanGraph, next: PlanGraph): Copy[] {
  return graph
    .of("azurerm_postgresql_flexible_server_database")
    .flatMap((one) => copyOf("database", one, "server_id", next));
}

function blobs(graph: PlanGraph, next: PlanGraph): Copy[] {
  return graph
    .of("azurerm_storage_container")
    .flatMap((one) => (isRetained(one) ? [] : copyOf("blobs", one, "storage_account_id", next)));
}

function copyOf(kind: Copy["kind"], child: Resource, attribute: string, next: PlanGraph): Copy[] {
  const [reference] = child.refs(attribute);
  const [from, name] = [reference?.kind === "resource" ? reference.resource : undefined, child.text("name")];
  const to = from && successor(from, next);
  return from?.text("name") && to?.text("name") && name ? [{ kind, from, to, name }] : [];
}

function queues(graph: PlanGraph): string[] {
  return graph.of("azurerm_storage_queue").flatMap((queue) => {
    const [reference] = queue.refs("storage_account_id");
    const account = reference?.kind === "resource" ? reference.resource.text("name") : undefined;
    const name = queue.text("name");
    if (!account || !name) return [];
    return [
      `az storage message peek --queue-name ${name} --account-name ${account} --auth-mode login --num-messages 1  # empty before you go on`,
    ];
  });
}
