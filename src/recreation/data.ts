import { holdsOfItsOwn } from "../azure/holds";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { isRetained } from "./retained";
import { recordedFor, type Subject } from "./subject";

/** What becomes of the data in one resource when the environment is recreated. */
export interface DataFate {
  readonly address: string;
  readonly name: string;
  /** `kept` is not destroyed with its generation. */
  readonly fate: "restored" | "seeded" | "kept" | "lost" | "unknown";
  readonly says: string;
}

/** Types that hold data of their own, with where a new generation gets it from. */
const HOLDERS: Readonly<Record<string, (one: Resource, subject: Source) => Omit<DataFate, "address" | "name">>> = {
  azurerm_data_protection_backup_vault: copies,
  azurerm_recovery_services_vault: copies,
  azurerm_key_vault: (_, { resolved }) => ({
    fate: "seeded",
    says:
      "entry" in resolved.config
        ? "secrets and the entry's certificate are seeded again from where they were issued"
        : "secrets are seeded again from where they were issued",
  }),
  azurerm_container_registry: () => ({
    fate: "seeded",
    says: "images are imported again by digest from the build registry",
  }),
  azurerm_log_analytics_workspace: (one, { graph }) => {
    const [exported] = graph
      .of("azurerm_log_analytics_data_export_rule")
      .filter((rule) => leads(rule, "workspace_resource_id", one));
    const kept = exported
      ? `; ${exported.texts("table_names").length} tables of who did what are exported as they come, and kept`
      : "";
    return { fate: "lost", says: `logs stay with the old generation and go with it${kept}` };
  },
  azurerm_postgresql_flexible_server: (one, { graph }) => {
    const days = Number(one.value("backup_retention_days") ?? 7);
    return {
      fate: "restored",
      says: `dumped from the old generation while both stand; its point-in-time restore reaches back ${days} days${copyOf(one, graph)}`,
    };
  },
  azurerm_storage_account: (one, { resolved, graph }) => {
    if (isRetained(one)) return { fate: "kept", says: "exported logs stay for as long as they are evidence" };
    const kinds = resolved.stores
      .filter(({ type }) => type !== "postgresql")
      .map(({ name, type }) => `${type} ${name}`);
    const days = one.value("blob_properties.delete_retention_policy.days");
    const kept = typeof days === "number" ? `; deleted blobs are kept ${days} days` : "";
    return {
      fate: "restored",
      says: `copied from the old generation while both stand${kept}; queues are drained first${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}${copyOf(one, graph)}`,
    };
  },
};

function copies(_: Resource, { graph }: Source): ReturnType<(typeof HOLDERS)[string]> {
  return {
    fate: "kept",
    says: `copies of ${copied(graph).join(" and ") || "nothing yet"} stay when their source goes`,
  };
}

/** What backs a source up, with the attribute that names the source. */
const COPIES: Readonly<Record<string, string>> = {
  azurerm_data_protection_backup_instance_blob_storage: "storage_account_id",
  azurerm_data_protection_backup_instance_postgresql_flexible_server: "server_id",
};

function leads(one: Resource, attribute: string, to: Resource): boolean {
  return one.refs(attribute).some((reference) => reference.kind === "resource" && reference.resource === to);
}

/** Names of what is copied to a vault. */
function copied(graph: PlanGraph): string[] {
  return Object.entries(COPIES).flatMap(([type, attribute]) =>
    graph.of(type).flatMap((copy) => {
      const [source] = copy.refs(attribute);
      return source?.kind === "resource" ? [source.resource.text("name") ?? source.resource.name] : [];
    }),
  );
}

/** Says where a copy is, as the second line behind what the source itself can do. */
function copyOf(one: Resource, graph: PlanGraph): string {
  for (const [type, attribute] of Object.entries(COPIES))
    for (const copy of graph.of(type)) {
      const [vault] = copy.refs("vault_id");
      if (!leads(copy, attribute, one)) continue;
      return `; a copy is in ${vault?.kind === "resource" ? (vault.resource.text("name") ?? vault.resource.name) : "a vault"}`;
    }
  return "";
}

type Source = Pick<Subject, "resolved" | "graph">;

/** What somebody decided of the data in a resource, where that is written down beside it. */
export function decidedLoss(one: Resource): string | undefined {
  const decided = recordedFor(one);
  return /\b(?:lost|loss|restored|restore)\b/.test(decided) ? decided : undefined;
}

/**
 * Every resource that holds data, and where the next generation gets it from. A loss that somebody decided is recorded
 * beside the resource: `recordDecision(cache, "data is lost on recreation", "it fills itself again")`.
 */
export function dataFates(subject: Source): DataFate[] {
  const synthetic = subject.resolved.config.stage === "poc";
  return subject.graph.managed().flatMap((one): DataFate[] => {
    const known = HOLDERS[one.type];
    if (!known && holdsOfItsOwn(one.type) !== true) return [];
    const head = { address: one.address, name: one.text("name") ?? one.name };
    const decided = decidedLoss(one);
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
