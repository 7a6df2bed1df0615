import { factOf, typesWith } from "../azure";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { contentsOf, keepsLogs } from "../reach/evidence-stores";
import { followed } from "../reach/followers";
import { STORES } from "./parts";
import type { LeftOut } from "./promise";

/** Accounts of which only the blobs are promised. */
const ACCOUNT = "azurerm_storage_account";

/** Database servers that a restore is promised for. */
const DATABASES = STORES.filter((type) => type !== ACCOUNT && factOf(type, "noBackup") === undefined);

/** Accounts that hold the product's blobs. One whose containers nobody sees counts, unless it has only queues or the like. */
export function blobAccounts(graph: PlanGraph): readonly Resource[] {
  return graph
    .of(ACCOUNT)
    .filter((one) => !keepsLogs(one))
    .filter(
      (one) =>
        contentsOf(one, "azurerm_storage_container", "azurerm_storage_data_lake_gen2_filesystem").length > 0 ||
        contentsOf(one).length === 0,
    );
}

/** Everything that has to be brought back after a disaster; what only copies something else of it is one way to do so. */
export function restorable(graph: PlanGraph): readonly Resource[] {
  return graph.once("restorable", () =>
    [...graph.of(...DATABASES), ...blobAccounts(graph)].filter((one) => followed(one) === undefined),
  );
}

/** What no backup holds. */
export function neverRestored(graph: PlanGraph): LeftOut[] {
  const passing = typesWith("noBackup").flatMap(([type, noun]) =>
    graph.of(type).map((one) => ({
      what: one.address,
      why: `nothing backs up ${noun}: what is in it when it is deleted or spoiled is lost; other copies follow its replication`,
    })),
  );
  const evidence = graph
    .of(ACCOUNT)
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
