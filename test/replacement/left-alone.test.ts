import { conditionsOf } from "../../src/azure/conditions";
import { holdsData, holdsOfItsOwn } from "../../src/azure/holds";
import { attribute } from "../../src/azure/schema";
import { compare } from "../../src/diff/compare";
import { renderDiff } from "../../src/diff/render-diff";
import type { Side } from "../../src/diff/side";
import { ignoredAs, isIgnored, leftAlone } from "../../src/replacement/left-alone";
import { typesRead } from "../../src/replacement/table";

const asked = (type: string, written: Readonly<Record<string, unknown>> = {}) =>
  leftAlone(`azurerm_${type}`, (argument) => written[argument]).map(({ argument }) => argument);

const ROWS = typesRead().flatMap(([type, { rows }]) => rows.map((row) => ({ ...row, type })));

describe("what has to be left alone", () => {
  test.each<[type: string, written: Readonly<Record<string, unknown>>, asked: readonly string[]]>([
    [
      "postgresql_flexible_server",
      {},
      [
        "geo_redundant_backup_enabled",
        "source_server_id",
        "version",
        "identity.type",
        "create_mode",
        "high_availability",
        "zone",
      ],
    ],
    [
      "postgresql_flexible_server",
      { storage_mb: 32768 },
      [
        "geo_redundant_backup_enabled",
        "source_server_id",
        "version",
        "storage_mb",
        "identity.type",
        "create_mode",
        "high_availability",
        "zone",
      ],
    ],
    ["postgresql_flexible_server_database", {}, ["charset", "collation"]],
    ["storage_account", {}, ["account_replication_type", "is_hns_enabled"]],
    [
      "storage_account",
      { account_kind: "BlobStorage", is_hns_enabled: true },
      ["account_kind", "account_replication_type"],
    ],
    [
      "storage_account",
      { immutability_policy: {}, large_file_share_enabled: false },
      ["account_replication_type", "is_hns_enabled", "immutability_policy", "large_file_share_enabled"],
    ],
    ["container_registry", { sku: "Premium" }, ["zone_redundancy_enabled"]],
    ["container_registry", { sku: "Standard" }, []],
    [
      "data_protection_backup_vault",
      { redundancy: "ZoneRedundant", immutability: "Unlocked" },
      ["immutability", "soft_delete"],
    ],
    [
      "data_protection_backup_vault",
      { redundancy: "GeoRedundant" },
      ["cross_region_restore_enabled", "immutability", "soft_delete"],
    ],
    [
      "data_protection_backup_vault",
      {
        redundancy: "GeoRedundant",
        cross_region_restore_enabled: true,
        immutability: "Locked",
        soft_delete: "AlwaysOn",
      },
      [],
    ],
    ["recovery_services_vault", { storage_mode_type: "LocallyRedundant" }, []],
    ["recovery_services_vault", { immutability: "Unlocked" }, ["cross_region_restore_enabled", "immutability"]],
    ["mssql_database", { sku_name: "GP_S_Gen5_2" }, ["sku_name"]],
    ["mssql_database", { sku_name: "HS_Gen5_2" }, []],
    ["mssql_database", {}, []],
    ["mysql_flexible_server", {}, ["source_server_id"]],
    ["cosmosdb_account", {}, ["analytical_storage_enabled"]],
    ["cosmosdb_account", { "backup.type": "Continuous", analytical_storage_enabled: true }, []],
    ["redis_cache", { sku_name: "Premium" }, []],
    ["app_configuration", {}, ["sku"]],
    ["app_configuration", { sku: "standard" }, []],
    ["search_service", { sku: "basic" }, ["sku"]],
    ["key_vault", {}, []],
    ["log_analytics_workspace", { sku: "PerGB2018" }, []],
    ["storage_container", {}, []],
    ["virtual_network", {}, []],
  ])("%s %j: %j", (type, written, arguments_) => {
    expect(asked(type, written)).toEqual(arguments_);
  });

  test("is about types that hold data, and of parts only what loses the part", () => {
    expect(typesRead().flatMap(([type]) => (holdsData(type) === true ? [] : [type]))).toEqual([]);
    expect(
      ROWS.filter(({ type, argument }) => !attribute(type, argument)?.forceNew && !conditionsOf(type)[argument]),
    ).toEqual([]);
    expect(holdsOfItsOwn("azurerm_storage_account")).toBe(true);
    expect(holdsOfItsOwn("azurerm_storage_container")).toBe(false);
    expect(holdsData("azurerm_storage_account_network_rules")).toBe(false);
    expect(holdsData("azapi_resource")).toBe("not known");
    expect(holdsData("azurerm_storage_container")).toBe(true);
    expect(holdsData("azurerm_virtual_network")).toBe(false);
  });

  test("has a reason that says who changes it", () => {
    const reasons = ROWS.map(({ outside }) => outside.why);
    expect(reasons.filter((why) => !/Azure|operators?|failover|restore|disk|replica/.test(why))).toEqual([]);
  });
});

test.each<[ignored: readonly string[], argument: string, is: boolean]>([
  [["high_availability"], "high_availability", true],
  [["high_availability[0].standby_availability_zone"], "high_availability", false],
  [["identity"], "identity.type", true],
  [["identity[0].type"], "identity.type", true],
  [["identity[0].type"], "identity", false],
  [["storage_mb"], "storage", false],
  [["storage"], "storage_mb", false],
  [["all"], "version", true],
  [[], "version", false],
])("ignoring %j covers %s: %s", (ignored, argument, is) => {
  expect(isIgnored(ignored, argument)).toBe(is);
});

describe("a diff of one environment", () => {
  const side = (type: string, attributes: object): Side => {
    const gatewright = { workload: "orders", stage: "production", generation: 1, stack: "platform", recorded: [] };
    const resource = { [type]: { one: attributes } } as Record<string, Record<string, Record<string, unknown>>>;
    return { title: "orders", stacks: [{ name: "platform", json: { "//": { gatewright }, resource } }] };
  };
  /** Values before and after that replace, one example a row. */
  const EXAMPLES: Readonly<Record<string, readonly [before: object, after: object]>> = {
    "azurerm_postgresql_flexible_server.source_server_id": [{ source_server_id: "/a" }, {}],
    "azurerm_postgresql_flexible_server.version": [{ version: "18" }, { version: "17" }],
    "azurerm_postgresql_flexible_server.storage_mb": [{ storage_mb: 65536 }, { storage_mb: 32768 }],
    "azurerm_postgresql_flexible_server.geo_redundant_backup_enabled": [{}, { geo_redundant_backup_enabled: true }],
    "azurerm_postgresql_flexible_server.identity.type": [
      { identity: { type: "UserAssigned", identity_ids: ["/i"] } },
      {},
    ],
    "azurerm_postgresql_flexible_server_database.collation": [{ collation: "C" }, { collation: "en_US.utf8" }],
    "azurerm_postgresql_flexible_server_database.charset": [{ charset: "SQL_ASCII" }, { charset: "UTF8" }],
    "azurerm_storage_account.account_replication_type": [
      { account_replication_type: "LRS" },
      { account_replication_type: "GZRS" },
    ],
    "azurerm_storage_account.is_hns_enabled": [{ is_hns_enabled: true }, {}],
    "azurerm_storage_account.account_kind": [{ account_kind: "StorageV2" }, { account_kind: "BlobStorage" }],
    "azurerm_storage_account.immutability_policy": [{}, { immutability_policy: { state: "Unlocked" } }],
    "azurerm_storage_account.large_file_share_enabled": [
      { large_file_share_enabled: true },
      { large_file_share_enabled: false },
    ],
    "azurerm_container_registry.zone_redundancy_enabled": [{ zone_redundancy_enabled: true }, {}],
    "azurerm_data_protection_backup_vault.immutability": [{ immutability: "Locked" }, { immutability: "Unlocked" }],
    "azurerm_data_protection_backup_vault.soft_delete": [{ soft_delete: "AlwaysOn" }, { soft_delete: "On" }],
    "azurerm_data_protection_backup_vault.cross_region_restore_enabled": [{ cross_region_restore_enabled: true }, {}],
  };
  const OURS =
    /^azurerm_(postgresql_flexible_server(_database)?|storage_account|container_registry|data_protection_backup_vault)$/;
  const rows = ROWS.filter(({ type }) => OURS.test(type));

  test("has an example of every row of ours", () => {
    expect(rows.map(({ type, argument }) => `${type}.${argument}`).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  test.each(rows.map((row) => [`${row.type}.${row.argument}`, row] as const))(
    "%s is replaced, unless it is ignored",
    (key, row) => {
      const [before, after] = EXAMPLES[key]!;
      const [open] = compare(side(row.type, before), side(row.type, after)).changed;
      expect(open!.replaces.map(({ argument }) => argument)).toContain(row.argument);
      const lifecycle = { ignore_changes: [ignoredAs(row.argument)] };
      const [kept] = compare(side(row.type, { ...before, lifecycle }), side(row.type, { ...after, lifecycle })).changed;
      expect(kept!.replaces).toEqual([]);
      expect(kept!.arguments.every(({ ignored }) => ignored)).toBe(true);
    },
  );

  test("says beside a change that it does nothing to what is running", () => {
    const lifecycle = { ignore_changes: ["version"] };
    const of = (version: string) => side("azurerm_postgresql_flexible_server", { version, lifecycle });
    expect(renderDiff(compare(of("17"), of("18")), "text")).toContain(
      `version: "17" → "18"  (ignored: what is running keeps its own; the next generation starts with it)`,
    );
  });
});
