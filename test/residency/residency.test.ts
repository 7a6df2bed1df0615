import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { dataMap } from "../../src/residency/data-map";
import { renderDataMap, renderResidency } from "../../src/residency/render-residency";
import { type ResidencyRow, residency } from "../../src/residency/residency";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PilotEnvironment } from "../../stacks";
import { pilotConfig } from "../support/pilot";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const pilot = synthesizeInMemory(new PilotEnvironment(new GatewrightApp(), pilotConfig()));

/** The places of the shipped Pilot after a change to its platform stack, that are not plainly allowed. */
function doubtful(change: (resources: Resources) => void, decided = ["westeurope"]): ResidencyRow[] {
  const stacks = structuredClone(pilot) as SynthesizedStack[];
  change(stacks[0]!.json.resource as Resources);
  return rowsOf(stacks, decided).filter(({ allowed }) => allowed !== "yes");
}

function rowsOf(stacks: readonly SynthesizedStack[], decided: readonly string[]): readonly ResidencyRow[] {
  const inputs = stacks.map(({ name, json }) => ({ kind: "synth" as const, name, json: json as JsonObject }));
  return residency(buildGraph(inputs), decided).rows;
}

const brief = (rows: readonly ResidencyRow[]) =>
  rows.map(({ resource, how, region, allowed }) => `${resource} ${how} ${region} ${allowed}`);

const elsewhere = { resource_group_name: "rg-elsewhere", location: "eastus" };

describe("where the data of a Pilot is", () => {
  test("everything that the shipped Pilot keeps, copies or sends is within the decision", () => {
    expect(doubtful(() => undefined)).toEqual([]);
  });

  test("whatever holds data is told, and where it is", () => {
    const types = [
      "azurerm_cosmosdb_postgresql_cluster",
      "azurerm_mongo_cluster",
      "azurerm_mssql_managed_instance",
      "azurerm_synapse_workspace",
      "azurerm_windows_virtual_machine",
      "azurerm_windows_web_app",
    ];
    // A managed instance is copied to the paired region unless told otherwise.
    const at = (location: string) => ({ name: "x", location, storage_account_type: "LRS" });
    const resource = Object.fromEntries(types.map((type) => [type, { away: at("eastus"), here: at("westeurope") }]));
    const graph = buildGraph([{ kind: "synth", name: "platform", json: { resource } }]);
    expect(brief(residency(graph, ["westeurope"]).rows)).toEqual(
      types.flatMap((type) => [`${type}.away at rest eastus no`, `${type}.here at rest westeurope yes`]),
    );
  });

  test("a database is where its server is", () => {
    const resource = {
      azurerm_mssql_server: { s: { name: "s", location: "westeurope" } },
      azurerm_mssql_database: {
        orders: { name: "orders", server_id: "${azurerm_mssql_server.s.id}" },
        elsewhere: { name: "elsewhere", server_id: "${var.server}" },
      },
    };
    const graph = buildGraph([{ kind: "synth", name: "platform", json: { resource } }]);
    expect(brief(residency(graph, ["westeurope"]).rows)).toEqual([
      "azurerm_mssql_database.elsewhere at rest unknown unknown",
      "azurerm_mssql_database.elsewhere copy unknown no",
      "azurerm_mssql_database.orders at rest westeurope yes",
      "azurerm_mssql_database.orders copy northeurope no",
      "azurerm_mssql_server.s at rest westeurope yes",
    ]);
  });

  test("logs that are kept as evidence are told as logs", () => {
    const graph = buildGraph([
      {
        kind: "synth",
        name: "recovery",
        json: {
          resource: {
            azurerm_storage_account: {
              kept: { name: "kept", location: "westeurope", account_replication_type: "ZRS" },
              files: { name: "files", location: "westeurope", account_replication_type: "ZRS" },
            },
            azurerm_log_analytics_data_export_rule: {
              audit: { destination_resource_id: "${azurerm_storage_account.kept.id}", enabled: true },
            },
          },
        },
      },
    ]);
    const rows = residency(graph, ["westeurope"]).rows.map(({ resource, what }) => [resource, what]);
    expect(rows).toEqual([
      ["azurerm_log_analytics_data_export_rule.audit", "exported logs"],
      ["azurerm_storage_account.files", "customer data"],
      ["azurerm_storage_account.kept", "logs"],
    ]);
  });

  test("the paired copy of the vault is told, with its region", () => {
    const rows = rowsOf(pilot, ["westeurope"]).filter(({ how }) => how === "copy");
    expect(brief(rows)).toEqual(["azurerm_key_vault.vault copy northeurope yes"]);
  });

  const seeded: [what: string, change: (resources: Resources) => void, found: readonly string[]][] = [
    [
      "geo-redundant storage",
      (all) => {
        all["azurerm_storage_account"]!["storage"]!["account_replication_type"] = "GRS";
      },
      ["azurerm_storage_account.storage copy northeurope no"],
    ],
    [
      "a geo-redundant database backup",
      (all) => {
        all["azurerm_postgresql_flexible_server"]!["database-database"]!["geo_redundant_backup_enabled"] = true;
      },
      ["azurerm_postgresql_flexible_server.database-database copy northeurope no"],
    ],
    [
      "a replicated registry",
      (all) => {
        all["azurerm_container_registry"]!["registry"]!["georeplications"] = [{ location: "eastus" }];
      },
      ["azurerm_container_registry.registry copy eastus no"],
    ],
    [
      "a workspace in another region, and what is sent to it",
      (all) => {
        all["azurerm_log_analytics_workspace"]!["far"] = { name: "log-far", ...elsewhere };
        all["azurerm_monitor_diagnostic_setting"]!["diagnostics-vault"]!["log_analytics_workspace_id"] =
          "${azurerm_log_analytics_workspace.far.id}";
      },
      [
        "azurerm_log_analytics_workspace.far at rest eastus no",
        "azurerm_monitor_diagnostic_setting.diagnostics-vault flow eastus no",
      ],
    ],
    [
      "logs that go to a workspace outside the plan",
      (all) => {
        all["azurerm_monitor_diagnostic_setting"]!["diagnostics-vault"]!["log_analytics_workspace_id"] =
          "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-x/providers/Microsoft.OperationalInsights/workspaces/log-x";
      },
      ["azurerm_monitor_diagnostic_setting.diagnostics-vault flow unknown unknown"],
    ],
    [
      "a replica of the database",
      (all) => {
        all["azurerm_postgresql_flexible_server"]!["replica"] = {
          name: "psql-replica",
          ...elsewhere,
          create_mode: "Replica",
          source_server_id: "${azurerm_postgresql_flexible_server.database-database.id}",
        };
      },
      ["azurerm_postgresql_flexible_server.replica at rest eastus no"],
    ],
    [
      "blobs replicated into another account",
      (all) => {
        all["azurerm_storage_account"]!["far"] = { name: "stfar", ...elsewhere, account_replication_type: "LRS" };
        all["azurerm_storage_object_replication"] = {
          far: {
            source_storage_account_id: "${azurerm_storage_account.storage.id}",
            destination_storage_account_id: "${azurerm_storage_account.far.id}",
          },
        };
      },
      ["azurerm_storage_account.far at rest eastus no", "azurerm_storage_object_replication.far flow eastus no"],
    ],
  ];

  test.each(seeded)("%s is found", (_, change, found) => {
    expect(brief(doubtful(change))).toEqual(found);
  });

  test("a vault whose paired region lies in another geography has no copy there", () => {
    const moved = doubtful((all) => {
      all["azurerm_key_vault"]!["vault"]!["location"] = "brazilsouth";
    });
    expect(brief(moved)).toEqual(["azurerm_key_vault.vault at rest brazilsouth no"]);
  });

  test("the report gives the answer first", () => {
    const stacks = pilot.map(({ name, json }) => ({ kind: "synth" as const, name, json: json as JsonObject }));
    const text = renderResidency("orders-pilot", residency(buildGraph(stacks), ["westeurope"]));
    expect(text.split("\n").slice(0, 3)).toEqual([
      "# Where the data of orders-pilot is",
      "",
      "Decided: westeurope. Found: northeurope, westeurope. All 19 places are within the decision.",
    ]);
  });
});

describe("the data map", () => {
  test("names every store with its purpose, lawful basis, period and the services that use it", () => {
    expect(dataMap(pilotConfig())?.rows.map(({ store, basis, keep, usedBy }) => [store, basis, keep, usedBy])).toEqual([
      ["database", "contract", "24 months", ["api", "cleanup"]],
      ["files", "legal-obligation", "10 years", ["api"]],
      ["mail", "contract", "7 days", ["api", "mailer"]],
    ]);
  });

  test("says which special categories there are and on which basis, or that none are", () => {
    const config = pilotConfig();
    const { database, files } = config.stores!;
    database!.data.special = [
      { kind: "health", basis: "explicit-consent" },
      { kind: "criminal-records", basis: "authorised-by-law", law: "an act" },
    ];
    files!.data.notSpecial = "health of machines";
    const rows = renderDataMap("orders-pilot", dataMap(config))
      .split("\n")
      .filter((line) => /^\| \w+ \|/.test(line));
    expect(rows.map((row) => row.split(" | ")[5])).toEqual([
      "special categories",
      "health: explicit-consent, criminal-records: authorised-by-law (an act)",
      "none: health of machines",
      "none declared",
    ]);
  });

  test("hostile text in a purpose stays text", () => {
    const config = pilotConfig();
    config.stores!["files"]!.data.purpose = "<script>x</script> | [a](http://b)";
    expect(renderDataMap("orders-pilot", dataMap(config))).toContain(
      "&lt;script&gt;x&lt;/script&gt; \\| \\[a\\](http://b)",
    );
  });
});
