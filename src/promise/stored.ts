import { contentsOf, keepsLogs } from "../policy/facts/evidence-stores";
import type { PlanGraph } from "../policy/graph/graph";
import type { Resource } from "../policy/graph/resource";
import type { LeftOut } from "./promise";

/** Database servers that a restore is promised for. */
const DATABASES = [
  "azurerm_cosmosdb_account",
  "azurerm_mssql_database",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
] as const;

/** Accounts that hold the product's blobs. One whose containers nobody sees counts, unless it has only queues or the like. */
export function blobAccounts(graph: PlanGraph): readonly Resource[] {
  return graph
    .of("azurerm_storage_account")
    .filter((one) => !keepsLogs(one))
    .filter(
      (one) =>
        contentsOf(one, "azurerm_storage_container", "azurerm_storage_data_lake_gen2_filesystem").length > 0 ||
        contentsOf(one).length === 0,
    );
}

/** Everything that has to be brought back after a disaster. */
export function restorable(graph: PlanGraph): readonly Resource[] {
  return [...graph.of(...DATABASES), ...blobAccounts(graph)];
}

const IN_PASSING: Readonly<Record<string, string>> = {
  azurerm_eventhub_namespace: "events",
  azurerm_managed_redis: "the cache",
  azurerm_redis_cache: "the cache",
  azurerm_servicebus_namespace: "messages",
  azurerm_storage_queue: "messages",
};

/** What no backup holds. */
export function neverRestored(graph: PlanGraph): LeftOut[] {
  const passing = Object.entries(IN_PASSING).flatMap(([type, noun]) =>
    graph.of(type).map((one) => ({
      what: one.address,
      why: `nothing backs up ${noun}: what is in it when it is deleted or spoiled is lost; other copies follow its replication`,
    })),
  );
  const evidence = graph
    .of("azurerm_storage_account")
    .filter(keepsLogs)
    .map((one) => ({
      what: one.address,
      why: "it keeps logs and nothing of the product; customers miss nothing of it",
    }));
  const shares = graph
    .of("azurerm_storage_share", "azurerm_storage_table")
    .map((one) => ({ what: one.address, why: "its backup is not judged here" }));
  return [...passing, ...evidence, ...shares];
}
