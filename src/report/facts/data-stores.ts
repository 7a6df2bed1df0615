import { copiesOf, normalLocation } from "../../policy/facts/locations";
import type { PlanGraph } from "../../policy/graph/graph";
import { UNKNOWN } from "../../policy/graph/reference";
import type { Resource } from "../../policy/graph/resource";

/** Where a copy of a store's data goes. */
export interface StoreCopy {
  /** `undefined` when the region is not known before apply. */
  readonly region: string | undefined;
  readonly path: string;
  readonly allowed: (regions: readonly string[]) => boolean;
}

/** Something that holds data, with what decides where the data is and for how long it can be had back. */
export interface DataStore {
  readonly address: string;
  /** Azure region; `undefined` when it is not known before apply. */
  readonly region: string | undefined;
  readonly copies: readonly StoreCopy[];
  /** Retention settings that are known, by attribute. */
  readonly retention: readonly { readonly path: string; readonly value: string }[];
}

/** The types that hold data, with the attributes that say how long it is kept. */
const STORES: Readonly<Record<string, readonly string[]>> = {
  azurerm_app_configuration: ["soft_delete_retention_days"],
  azurerm_cognitive_account: [],
  azurerm_container_registry: ["retention_policy_in_days"],
  azurerm_cosmosdb_account: ["backup.type", "backup.retention_in_hours"],
  azurerm_data_protection_backup_vault: ["soft_delete", "retention_duration_in_days"],
  azurerm_eventhub_namespace: [],
  azurerm_key_vault: ["soft_delete_retention_days"],
  azurerm_log_analytics_workspace: ["retention_in_days"],
  azurerm_managed_redis: [],
  azurerm_mssql_server: [],
  azurerm_mysql_flexible_server: ["backup_retention_days"],
  azurerm_postgresql_flexible_server: ["backup_retention_days"],
  azurerm_recovery_services_vault: [],
  azurerm_redis_cache: [],
  azurerm_search_service: [],
  azurerm_servicebus_namespace: [],
  azurerm_storage_account: [
    "account_replication_type",
    "blob_properties.versioning_enabled",
    "blob_properties.delete_retention_policy.days",
    "blob_properties.container_delete_retention_policy.days",
  ],
};

function storeOf(one: Resource): DataStore {
  const location = one.text("location");
  const retention = (STORES[one.type] ?? []).flatMap((path) => {
    const value = one.value(path);
    if (value === undefined) return [];
    return [{ path, value: value === UNKNOWN ? "unknown" : String(value) }];
  });
  return {
    address: one.address,
    region: location === undefined ? undefined : normalLocation(location),
    copies: copiesOf(one).map(({ to, path, allows }) => ({ region: to, path, allowed: allows })),
    retention,
  };
}

/** Every data store of the environment, sorted by address. */
export function dataStores(graph: PlanGraph): DataStore[] {
  return graph
    .of(...Object.keys(STORES))
    .map(storeOf)
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** The regions in which data is kept, sorted; copies that the platform makes within the geography are not counted. */
export function regionsOf(stores: readonly DataStore[]): string[] {
  const homes = new Set(stores.flatMap(({ region }) => region ?? []));
  for (const { copies } of stores)
    for (const { region, allowed } of copies) if (region !== undefined && !allowed([...homes])) homes.add(region);
  return [...homes].sort();
}
