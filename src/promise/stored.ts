import type { PlanGraph } from "../policy/graph/graph";
import type { Resource } from "../policy/graph/resource";
import type { LeftOut } from "./promise";

/** Database servers that a restore is promised for. */
export const DATABASES = [
  "azurerm_cosmosdb_account",
  "azurerm_mssql_database",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
] as const;

function childrenOf(account: Resource, type: string): readonly Resource[] {
  const { graph } = account;
  const byId = graph.by(type, "storage_account_id").get(account) ?? [];
  if (byId.length > 0) return byId;
  const name = account.text("name");
  return graph.of(type).filter((one) => name !== undefined && one.text("storage_account_name") === name);
}

/** True for an account that is only there to keep exported logs: nobody may change what is in it. */
export function isEvidence(account: Resource): boolean {
  return account.blocks("immutability_policy").length > 0;
}

/** Accounts that hold the product's blobs. One whose containers nobody sees counts, unless it has only queues or the like. */
export function blobAccounts(graph: PlanGraph): readonly Resource[] {
  return graph
    .of("azurerm_storage_account")
    .filter((one) => !isEvidence(one))
    .filter((one) => {
      const others = ["azurerm_storage_queue", "azurerm_storage_table", "azurerm_storage_share"];
      return (
        childrenOf(one, "azurerm_storage_container").length > 0 ||
        others.every((type) => childrenOf(one, type).length === 0)
      );
    });
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
    .filter(isEvidence)
    .map((one) => ({
      what: one.address,
      why: "it keeps exported logs that nobody can change; customers miss nothing of it",
    }));
  const shares = graph
    .of("azurerm_storage_share", "azurerm_storage_table")
    .map((one) => ({ what: one.address, why: "its backup is not judged here" }));
  return [...passing, ...evidence, ...shares];
}
