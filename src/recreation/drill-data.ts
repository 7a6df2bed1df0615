import type { PlanGraph } from "../policy/graph/graph";
import type { Resource } from "../policy/graph/resource";
import type { Subject } from "./subject";

/** Commands that bring the data of one generation into the next, while both stand. */
export function copies({ graph, next }: Pick<Subject, "graph" | "next">): string[] {
  return [...databases(graph, next.graph), ...blobs(graph, next.graph), ...queues(graph)];
}

/** The same resource in the next generation, by its address. */
function successor(one: Resource, next: PlanGraph): Resource | undefined {
  return next.of(one.type).find((other) => other.name === one.name && other.stack.name === one.stack.name);
}

function databases(graph: PlanGraph, next: PlanGraph): string[] {
  const commands = graph.of("azurerm_postgresql_flexible_server_database").flatMap((database) => {
    const reference = database.refs("server_id")[0];
    if (reference?.kind !== "resource") return [];
    const [from, name] = [reference.resource.text("name"), database.text("name")];
    const to = successor(reference.resource, next)?.text("name");
    if (!from || !to || !name) return [];
    const host = (server: string) => `--host=${server}.postgres.database.azure.com --username="$PGUSER"`;
    return [
      `pg_dump ${host(from)} --format=custom --no-owner --no-privileges --file=${name}.dump ${name}`,
      `pg_restore ${host(to)} --no-owner --no-privileges --role=${name}_owner --dbname=${name} ${name}.dump`,
    ];
  });
  if (commands.length === 0) return [];
  return [
    "# You must be an Entra administrator of both servers, and reach them.",
    'export PGUSER="$(az account show --query user.name --output tsv)" PGSSLMODE=require',
    'export PGPASSWORD="$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)"',
    ...commands,
  ];
}

function accountOf(child: Resource): Resource | undefined {
  const reference = child.refs("storage_account_id")[0];
  return reference?.kind === "resource" ? reference.resource : undefined;
}

function blobs(graph: PlanGraph, next: PlanGraph): string[] {
  const commands = graph.of("azurerm_storage_container").flatMap((container) => {
    const account = accountOf(container);
    const [from, name] = [account?.text("name"), container.text("name")];
    const to = account && successor(account, next)?.text("name");
    if (!from || !to || !name) return [];
    const url = (storage: string) => `"https://${storage}.blob.core.windows.net/${name}"`;
    return [`azcopy copy ${url(from)} ${url(to)} --recursive`];
  });
  if (commands.length === 0) return [];
  return [
    "# You need Storage Blob Data Contributor on both accounts.",
    "export AZCOPY_AUTO_LOGIN_TYPE=AZCLI",
    ...commands,
  ];
}

function queues(graph: PlanGraph): string[] {
  return graph.of("azurerm_storage_queue").flatMap((queue) => {
    const [account, name] = [accountOf(queue)?.text("name"), queue.text("name")];
    if (!account || !name) return [];
    return [
      `az storage message peek --queue-name ${name} --account-name ${account} --auth-mode login --num-messages 1  # empty before you go on`,
    ];
  });
}
