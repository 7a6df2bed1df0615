import type { Resource } from "../policy/graph/resource";
import { recordedFor, type Subject } from "./subject";

/** What becomes of the data in one resource when the environment is recreated. */
export interface DataFate {
  readonly address: string;
  readonly name: string;
  readonly fate: "restored" | "seeded" | "lost" | "unknown";
  readonly says: string;
}

/** Types that hold data of their own, with where a new generation gets it from. */
const HOLDERS: Readonly<Record<string, (one: Resource, subject: Source) => Omit<DataFate, "address" | "name">>> = {
  azurerm_key_vault: () => ({ fate: "seeded", says: "secrets are seeded again from where they were issued" }),
  azurerm_container_registry: () => ({
    fate: "seeded",
    says: "images are imported again by digest from the build registry",
  }),
  azurerm_log_analytics_workspace: () => ({ fate: "lost", says: "logs stay with the old generation and go with it" }),
  azurerm_postgresql_flexible_server: (one) => {
    const days = Number(one.value("backup_retention_days") ?? 7);
    return {
      fate: "restored",
      says: `dumped from the old generation while both stand; its point-in-time restore reaches back ${days} days`,
    };
  },
  azurerm_storage_account: (one, { resolved }) => {
    const kinds = resolved.stores
      .filter(({ type }) => type !== "postgresql")
      .map(({ name, type }) => `${type} ${name}`);
    const days = one.value("blob_properties.delete_retention_policy.days");
    const kept = typeof days === "number" ? `; deleted blobs are kept ${days} days` : "";
    return {
      fate: "restored",
      says: `copied from the old generation while both stand${kept}; queues are drained first${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`,
    };
  },
};

/** Other types that hold data, of which we know no source. */
const UNKNOWN_SOURCE =
  /^azurerm_(?:app_configuration|cosmosdb_account|data_share_account|eventhub_namespace|iothub|kusto_cluster|managed_disk|managed_redis|mssql_server|mssql_managed_instance|mysql_flexible_server|netapp_volume|redis_cache|redis_enterprise_cluster|search_service|servicebus_namespace|synapse_workspace)$/;

type Source = Pick<Subject, "resolved" | "graph">;

/**
 * Every resource that holds data, and where the next generation gets it from. A loss that somebody decided is recorded
 * beside the resource: `recordDecision(cache, "data is lost on recreation", "it fills itself again")`.
 */
export function dataFates(subject: Source): DataFate[] {
  const synthetic = subject.resolved.config.stage === "poc";
  return subject.graph.managed().flatMap((one): DataFate[] => {
    const known = HOLDERS[one.type];
    if (!known && !UNKNOWN_SOURCE.test(one.type)) return [];
    const head = { address: one.address, name: one.text("name") ?? one.name };
    const decided = /\b(?:lost|loss|restored|restore)\b/.test(recordedFor(one)) ? recordedFor(one) : undefined;
    if (decided !== undefined) return [{ ...head, fate: "lost", says: decided }];
    if (known) {
      const found = known(one, subject);
      if (synthetic && found.fate === "restored")
        return [{ ...head, fate: "lost", says: "the data is synthetic and is made again" }];
      return [{ ...head, ...found }];
    }
    return [{ ...head, fate: "unknown", says: "neither a source to restore from nor its loss is recorded" }];
  });
}
