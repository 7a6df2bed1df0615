import type { PlanGraph } from "./graph";
import { append } from "./multimap";
import type { Resource } from "./resource";

/** One private endpoint that a resource needs, and the zone its name lives in. */
export interface SubResource {
  readonly name: string;
  readonly zone: string;
  /** Child types that make it needed; without any it is always needed. */
  readonly neededBy?: readonly string[];
}

/** A platform service with an endpoint of its own. */
export interface PaasType {
  /** How findings call it. */
  readonly noun: string;
  /** True for what holds data of the product. */
  readonly data: boolean;
  /** The switch of its public side and the value that turns it off. */
  readonly publicSwitch: { readonly path: string; readonly off: unknown };
  readonly subResources: readonly SubResource[];
}

const ENABLED = { path: "public_network_access_enabled", off: false };
const NAMED = { path: "public_network_access", off: "Disabled" };

function paas(
  noun: string,
  data: boolean,
  sub: string,
  zone: string,
  publicSwitch: PaasType["publicSwitch"] = ENABLED,
) {
  return { noun, data, publicSwitch, subResources: [{ name: sub, zone }] };
}

/**
 * Platform services, their public switch, and the private endpoints and zones that replace it. Log Analytics and
 * Application Insights are not in the table: they stay public by decision.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export const PAAS: Readonly<Record<string, PaasType>> = {
  azurerm_app_configuration: paas("App Configuration", true, "configurationStores", "privatelink.azconfig.io", NAMED),
  azurerm_cognitive_account: paas("AI service", true, "account", "privatelink.cognitiveservices.azure.com"),
  azurerm_container_registry: paas("registry", false, "registry", "privatelink.azurecr.io"),
  azurerm_cosmosdb_account: paas("Cosmos DB account", true, "Sql", "privatelink.documents.azure.com"),
  azurerm_eventgrid_topic: paas("Event Grid topic", false, "topic", "privatelink.eventgrid.azure.net"),
  azurerm_eventhub_namespace: paas("Event Hubs namespace", true, "namespace", "privatelink.servicebus.windows.net"),
  azurerm_key_vault: paas("vault", true, "vault", "privatelink.vaultcore.azure.net"),
  azurerm_managed_redis: paas("cache", true, "redisEnterprise", "privatelink.redis.azure.net", NAMED),
  azurerm_mssql_server: paas("SQL server", true, "sqlServer", "privatelink.database.windows.net"),
  azurerm_mysql_flexible_server: paas(
    "MySQL server",
    true,
    "mysqlServer",
    "privatelink.mysql.database.azure.com",
    NAMED,
  ),
  azurerm_postgresql_flexible_server: paas(
    "PostgreSQL server",
    true,
    "postgresqlServer",
    "privatelink.postgres.database.azure.com",
  ),
  azurerm_redis_cache: paas("cache", true, "redisCache", "privatelink.redis.cache.windows.net"),
  azurerm_search_service: paas("search service", true, "searchService", "privatelink.search.windows.net"),
  azurerm_servicebus_namespace: paas("Service Bus namespace", true, "namespace", "privatelink.servicebus.windows.net"),
  azurerm_storage_account: {
    noun: "storage account",
    data: true,
    publicSwitch: ENABLED,
    subResources: [
      { name: "blob", zone: "privatelink.blob.core.windows.net", neededBy: ["azurerm_storage_container"] },
      { name: "queue", zone: "privatelink.queue.core.windows.net", neededBy: ["azurerm_storage_queue"] },
      { name: "file", zone: "privatelink.file.core.windows.net", neededBy: ["azurerm_storage_share"] },
      { name: "table", zone: "privatelink.table.core.windows.net", neededBy: ["azurerm_storage_table"] },
    ],
  },
};

/** What the Pilot already puts behind private endpoints: the vault, databases and storage. */
export const PRIVATE_FROM_PILOT: ReadonlySet<string> = new Set([
  "azurerm_cosmosdb_account",
  "azurerm_key_vault",
  "azurerm_mssql_server",
  "azurerm_mysql_flexible_server",
  "azurerm_postgresql_flexible_server",
  "azurerm_storage_account",
]);

/** The private endpoints that a resource needs: those of the parts it has; an account without any part needs the first. */
export function neededSubResources(graph: PlanGraph, resource: Resource): readonly SubResource[] {
  const all = PAAS[resource.type]?.subResources ?? [];
  if (all.length < 2) return all;
  const needed = all.filter((one) => (one.neededBy ?? []).some((type) => childrenOf(graph, type, resource).length > 0));
  return needed.length > 0 ? needed : all.slice(0, 1);
}

/** Containers, queues, shares and tables of an account, by id or by name. */
export function childrenOf(graph: PlanGraph, type: string, account: Resource): readonly Resource[] {
  const index = graph.once(`children ${type}`, () => {
    const found = new Map<Resource | string, Resource[]>();
    for (const one of graph.of(type)) {
      const reference = one.refs("storage_account_id")[0] ?? one.refs("storage_account_name")[0];
      const owner = reference?.kind === "resource" ? reference.resource : one.text("storage_account_name");
      if (owner !== undefined) append(found, owner, one);
    }
    return found;
  });
  return [...(index.get(account) ?? []), ...(index.get(account.text("name") ?? "") ?? [])];
}
