import type { Disaster } from "../../src/config/promise";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { lossOf } from "../../src/promise/loss";
import { stackJson } from "../policy/near-miss";

const DISASTERS: readonly Disaster[] = ["mistake", "zone", "region"];
const lost = undefined;

/** Minutes of data that a store lacks after a mistake, the loss of a zone, and the loss of the region. */
function minutes(type: string, attributes: JsonObject): unknown[] {
  const json = stackJson({ [`${type}.store`]: { name: "store", location: "westeurope", ...attributes } });
  const graph = buildGraph([{ kind: "synth", name: "platform", json }]);
  return DISASTERS.map((disaster) => lossOf(graph.of(type)[0]!, disaster).minutes);
}

const place = (location: string, more: JsonObject = {}) => ({ location, failover_priority: 0, ...more });
const replicated = (account_replication_type: string) => ({
  account_replication_type,
  blob_properties: { versioning_enabled: true },
});

describe("what a disaster takes of a store that no vault has a copy of", () => {
  test.each([
    [
      "azurerm_cosmosdb_account",
      "with continuous backup",
      { backup: { type: "Continuous" }, geo_location: place("westeurope") },
      [2, 2, lost],
    ],
    [
      "azurerm_cosmosdb_account",
      "with periodic backup",
      { backup: { type: "Periodic", interval_in_minutes: 60 }, geo_location: place("westeurope") },
      [60, 60, lost],
    ],
    [
      "azurerm_cosmosdb_account",
      "that says nothing of backup",
      { geo_location: place("westeurope") },
      [240, 240, lost],
    ],
    [
      "azurerm_cosmosdb_account",
      "over zones",
      { backup: { type: "Continuous" }, geo_location: place("westeurope", { zone_redundant: true }) },
      [2, 0, lost],
    ],
    [
      "azurerm_cosmosdb_account",
      "in two regions",
      { backup: { type: "Continuous" }, geo_location: [place("westeurope"), place("northeurope")] },
      [2, 15, 15],
    ],
    ["azurerm_mysql_flexible_server", "without a standby", {}, [5, 5, lost]],
    [
      "azurerm_mysql_flexible_server",
      "with a standby and geo backup",
      { high_availability: { mode: "ZoneRedundant" }, geo_redundant_backup_enabled: true },
      [5, 0, 60],
    ],
    [
      "azurerm_postgresql_flexible_server",
      "with a standby in the same zone",
      { high_availability: { mode: "SameZone" } },
      [5, 5, lost],
    ],
    [
      "azurerm_postgresql_flexible_server",
      "of unknown geo backup",
      { geo_redundant_backup_enabled: "${var.geo}" },
      [5, 5, "unknown"],
    ],
    ["azurerm_mssql_database", "whose backups are in the region", { storage_account_type: "Local" }, [10, 10, lost]],
    [
      "azurerm_mssql_database",
      "over zones, whose backups are in two regions",
      { zone_redundant: true, storage_account_type: "GeoZone" },
      [10, 0, 60],
    ],
    ["azurerm_storage_account", "in one zone", replicated("LRS"), [0, lost, lost]],
    ["azurerm_storage_account", "over zones", replicated("ZRS"), [0, 0, lost]],
    ["azurerm_storage_account", "in two regions", replicated("GRS"), [0, 15, 15]],
    ["azurerm_storage_account", "over zones and in two regions", replicated("RAGZRS"), [0, 0, 15]],
    ["azurerm_storage_account", "without versions", { account_replication_type: "ZRS" }, [lost, 0, lost]],
    ["azurerm_storage_account", "of unknown replication", replicated("${var.kind}"), [0, "unknown", "unknown"]],
    ["azurerm_redis_cache", "that nobody knows the backup of", {}, ["unknown", "unknown", "unknown"]],
  ] as const)("%s %s", (type, _, attributes, expected) => {
    expect(minutes(type, attributes as JsonObject)).toEqual(expected);
  });

  test("in a region without zones, to lose a zone is to lose the region", () => {
    expect(minutes("azurerm_storage_account", { location: "westus", ...replicated("ZRS") })).toEqual([0, lost, lost]);
  });
});
