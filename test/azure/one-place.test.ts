import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const SOURCES = new Map(
  ["src", "constructs"].flatMap((layer) =>
    readdirSync(join(ROOT, layer), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file): [string, string] => [`${layer}/${file}`, readFileSync(join(ROOT, layer, file), "utf8")]),
  ),
);

const naming = (type: string) =>
  [...SOURCES].flatMap(([file, text]) => (new RegExp(`\\b${type}\\b`).test(text) ? [file] : [])).sort();

/** Where a type is named beside its entry, each time because what is judged there is this type and no other. */
const NAMED: readonly [type: string, entry: string, beside: readonly string[]][] = [
  ["azurerm_cognitive_account", "ai", []],
  ["azurerm_eventhub_namespace", "event-hubs", []],
  ["azurerm_kusto_cluster", "analytics", []],
  ["azurerm_linux_web_app", "app-service", []],
  ["azurerm_redis_cache", "redis", ["src/policy/rules/cst-02.ts", "src/policy/rules/dat-07.ts"]],
  ["azurerm_search_service", "ai", []],
  ["azurerm_servicebus_namespace", "service-bus", ["src/policy/rules/cst-02.ts"]],
  ["azurerm_synapse_workspace", "synapse", []],
];

test.each(NAMED)("what is known of %s stands in its entry", (type, entry, beside) => {
  expect(naming(type)).toEqual([`src/azure/types/${entry}.ts`, ...beside]);
});

/** A ceiling for types that rules reason about by name; it only ever gets lower. */
test.each([
  ["azurerm_cosmosdb_account", 11],
  ["azurerm_key_vault", 31],
  ["azurerm_kubernetes_cluster", 7],
  ["azurerm_mssql_server", 6],
  ["azurerm_postgresql_flexible_server", 23],
  ["azurerm_storage_account", 37],
])("%s is named in no more files than today", (type, most) => {
  expect(naming(type).length).toBeLessThanOrEqual(most);
});
