import { conditionsOf, typesWithConditions } from "../../src/azure/conditions";
import { attribute } from "../../src/azure/schema";
import { fateOf } from "../../src/diff/change";
import { compare } from "../../src/diff/compare";
import { renderDiff, verdict } from "../../src/diff/render-diff";
import type { Side } from "../../src/diff/side";
import { stanceDifferences, stanceSentence } from "../../src/diff/stance";
import { documentationOf, schemaLink } from "../../src/replacement/table";
import { STAGES } from "../../src/stages/stage";
import { STANCES } from "../../src/stages/stances";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** One stack of ours. */
function side(resource: Resources, { stage = "production", generation = 1, stack = "platform" } = {}): Side {
  const gatewright = { workload: "orders", stage, generation, stack, recorded: [] };
  return {
    title: `orders-${stage}`,
    stacks: [{ name: `orders-${stage}-${stack}`, json: { "//": { gatewright }, resource } }],
  };
}

/** The same resource of both sides, with what differs; `undefined` where it is changed in place. */
function replaced(type: string, before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const { changed } = compare(side({ [type]: { one: before } }), side({ [type]: { one: after } }));
  return changed.flatMap(({ replaces }) => replaces.map(({ argument }) => argument));
}

const fates = (type: string, before: Record<string, unknown>, after: Record<string, unknown>) =>
  compare(side({ [type]: { one: before } }), side({ [type]: { one: after } })).changed.map(fateOf);

describe("blocks without an order", () => {
  const machine = "azurerm_dev_test_linux_virtual_machine";
  const ports = (...rules: readonly object[]) => ({ name: "m", inbound_nat_rule: rules });
  const one = { protocol: "Tcp", backend_port: 22 };

  test("a change in one may make another of it, with an argument that cannot change", () => {
    const before = ports(one);
    const after = ports({ ...one, protocol: "Udp" });
    expect(replaced(machine, before, after)).toEqual(["inbound_nat_rule.backend_port"]);
    expect(fates(machine, before, after)).toEqual(["may be replaced"]);
    expect(fates(machine, ports({ protocol: "Tcp" }), ports({ protocol: "Udp" }))).toEqual(["changed in place"]);
  });

  test("a change of that argument replaces for certain", () => {
    expect(fates(machine, ports(one), ports({ ...one, backend_port: 80 }))).toEqual(["replaced"]);
  });

  test("in blocks with an order each argument stands for itself", () => {
    const app = (cpu: number) => ({ name: "a", container: [{ name: "x", image: "a", cpu }] });
    expect(attribute("azurerm_container_group", "container")?.unordered).toBe(false);
    expect(attribute(machine, "inbound_nat_rule")?.unordered).toBe(true);
    expect(replaced("azurerm_container_group", app(1), app(2))).toEqual(["container.cpu"]);
  });
});

describe("the table of changes that replace", () => {
  test("has conditions of arguments that azurerm has, and that its schema does not replace by itself", () => {
    for (const [type, file] of typesWithConditions()) {
      expect(documentationOf(type)).toMatch(
        /^https:\/\/registry\.terraform\.io\/providers\/hashicorp\/azurerm\/4\.55\.0\//,
      );
      expect(schemaLink({ schema: file })).toMatch(/\/blob\/v4\.55\.0\/internal\/services\/[a-z]+\/[a-z_0-9]+\.go$/);
      for (const [argument, { only }] of Object.entries(conditionsOf(type))) {
        expect([type, argument, attribute(type, argument)?.forceNew]).toEqual([type, argument, false]);
        expect(only).not.toBe("");
      }
    }
    expect(new Set(typesWithConditions().map(([, file]) => file)).size).toBe(typesWithConditions().length);
    expect(conditionsOf("azurerm_key_vault")).toEqual({});
  });

  test.each<
    [type: string, before: Record<string, unknown>, after: Record<string, unknown>, arguments: readonly string[]]
  >([
    ["azurerm_storage_account", { account_replication_type: "LRS" }, { account_replication_type: "GRS" }, []],
    [
      "azurerm_storage_account",
      { account_replication_type: "LRS" },
      { account_replication_type: "ZRS" },
      ["account_replication_type"],
    ],
    ["azurerm_storage_account", { account_replication_type: "GZRS" }, { account_replication_type: "ZRS" }, []],
    [
      "azurerm_storage_account",
      { account_replication_type: "RAGZRS" },
      { account_replication_type: "GRS" },
      ["account_replication_type"],
    ],
    ["azurerm_storage_account", { account_kind: "Storage" }, { account_kind: "StorageV2" }, []],
    ["azurerm_storage_account", { account_kind: "StorageV2" }, { account_kind: "BlobStorage" }, ["account_kind"]],
    ["azurerm_storage_account", { is_hns_enabled: false }, {}, []],
    ["azurerm_postgresql_flexible_server", { version: "16" }, { version: "17" }, []],
    ["azurerm_postgresql_flexible_server", { version: "17" }, { version: "16" }, ["version"]],
    ["azurerm_postgresql_flexible_server", { storage_mb: 32768 }, { storage_mb: 65536 }, []],
    ["azurerm_postgresql_flexible_server", { storage_mb: 65536 }, { storage_mb: 32768 }, ["storage_mb"]],
    [
      "azurerm_postgresql_flexible_server",
      {},
      { geo_redundant_backup_enabled: true },
      ["geo_redundant_backup_enabled"],
    ],
    ["azurerm_postgresql_flexible_server", { sku_name: "B_Standard_B1ms" }, { sku_name: "GP_Standard_D2ds_v5" }, []],
    ["azurerm_container_app_environment", {}, { workload_profile: [{ name: "Consumption" }] }, ["workload_profile"]],
    [
      "azurerm_container_app_environment",
      { workload_profile: [{ name: "Consumption" }] },
      { workload_profile: [{ name: "Consumption" }, { name: "d4" }] },
      [],
    ],
    [
      "azurerm_container_app_job",
      { schedule_trigger_config: { cron_expression: "0 2 * * *" } },
      { schedule_trigger_config: { cron_expression: "0 3 * * *" } },
      [],
    ],
    [
      "azurerm_container_app_job",
      { schedule_trigger_config: { cron_expression: "0 2 * * *" } },
      { manual_trigger_config: { parallelism: 1 } },
      ["manual_trigger_config", "schedule_trigger_config"],
    ],
    ["azurerm_data_protection_backup_vault", { immutability: "Unlocked" }, { immutability: "Locked" }, []],
    [
      "azurerm_data_protection_backup_vault",
      { immutability: "Locked" },
      { immutability: "Unlocked" },
      ["immutability"],
    ],
    ["azurerm_log_analytics_workspace", { sku: "PerGB2018" }, { sku: "CapacityReservation" }, []],
    ["azurerm_log_analytics_workspace", { sku: "Free" }, { sku: "PerGB2018" }, ["sku"]],
    ["azurerm_bastion_host", { sku: "Standard" }, { sku: "Premium" }, []],
    ["azurerm_bastion_host", { sku: "Standard" }, { sku: "Basic" }, ["sku"]],
    ["azurerm_key_vault", { soft_delete_retention_days: 30 }, { soft_delete_retention_days: 90 }, []],
    ["azurerm_key_vault", { name: "kv-one" }, { name: "kv-two" }, ["name"]],
    [
      "azurerm_firewall",
      { ip_configuration: [{ name: "a", subnet_id: "x", public_ip_address_id: "p" }] },
      { ip_configuration: [{ name: "a", subnet_id: "y", public_ip_address_id: "q" }] },
      ["ip_configuration.subnet_id"],
    ],
    ["azurerm_application_gateway", { zones: ["1"] }, { zones: ["1", "2"] }, ["zones"]],
    [
      "azurerm_mysql_flexible_server",
      { administrator_login: "a" },
      { administrator_login: "b" },
      ["administrator_login"],
    ],
    ["azurerm_mysql_flexible_server", { administrator_login: "a" }, {}, []],
    ["azurerm_mysql_flexible_server", { storage: { size_gb: 64 } }, { storage: { size_gb: 32 } }, ["storage.size_gb"]],
    ["azurerm_mysql_flexible_server", { storage: { size_gb: 64 } }, { storage: { size_gb: 128 } }, []],
    ["azurerm_mysql_flexible_server", { storage: { size_gb: 64 } }, {}, []],
    ["azurerm_storage_account", {}, { provisioned_billing_model_version: "V2" }, ["provisioned_billing_model_version"]],
    [
      "azurerm_role_assignment",
      {},
      { delegated_managed_identity_resource_id: "/i" },
      ["delegated_managed_identity_resource_id"],
    ],
    [
      "azurerm_private_endpoint",
      { ip_configuration: [{ name: "a", private_ip_address: "10.0.0.4" }] },
      { ip_configuration: [{ name: "a", private_ip_address: "10.0.0.5" }] },
      ["ip_configuration.private_ip_address"],
    ],
    ["azurerm_consumption_budget_resource_group", {}, { time_grain: "Quarterly" }, ["time_grain"]],
    ["azurerm_consumption_budget_resource_group", {}, { time_grain: "Monthly" }, []],
    ["azurerm_storage_account", { immutability_policy: { state: "Unlocked" } }, {}, ["immutability_policy"]],
    [
      "azurerm_netapp_volume",
      { pool_name: "a", service_level: "Standard" },
      { pool_name: "b", service_level: "Ultra" },
      [],
    ],
    ["azurerm_netapp_volume", { pool_name: "a" }, { pool_name: "b" }, ["pool_name"]],
    ["azurerm_cosmosdb_account", {}, { capabilities: [{ name: "EnableServerless" }] }, ["capabilities"]],
    ["azurerm_cosmosdb_account", {}, { capabilities: [{ name: "EnableAggregationPipeline" }] }, []],
    ["azurerm_service_plan", { worker_count: 3 }, { worker_count: 3, zone_balancing_enabled: true }, []],
    ["azurerm_service_plan", {}, { zone_balancing_enabled: true }, ["zone_balancing_enabled"]],
    ["azurerm_linux_web_app", { tags: { a: "1" } }, { tags: { a: "2" } }, []],
    ["azurerm_app_configuration", { sku: "standard" }, { sku: "free" }, ["sku"]],
    ["azurerm_app_configuration", { sku: "free" }, { sku: "standard" }, []],
    ["azurerm_storage_account", {}, { lifecycle: [{ prevent_destroy: true }] }, []],
  ])("%s %j → %j is replaced because of %j", (type, before, after, expected) => {
    expect(replaced(type, before, after).toSorted()).toEqual(expected);
    expect(fates(type, before, after)).toEqual(expected.length > 0 ? ["replaced"] : fates(type, before, after));
    expect(fates(type, before, after)).not.toContain("may be replaced");
  });

  test.each<[type: string, before: Record<string, unknown>, after: Record<string, unknown>, verdict: string]>([
    [
      "azurerm_linux_function_app",
      { service_plan_id: "/a" },
      { service_plan_id: "/b" },
      "0 changed in place, 1 may be replaced, 0 added, 0 destroyed. No resource that holds data is replaced or destroyed.",
    ],
    [
      "azurerm_mysql_flexible_server",
      {},
      { administrator_login: "a" },
      "0 changed in place, 1 may be replaced, 0 added, 0 destroyed. Data may be lost with: orders-production-platform: azurerm_mysql_flexible_server.one.",
    ],
    [
      "azurerm_storage_account",
      {},
      { not_of_this_version: true },
      "0 changed in place, 1 may be replaced, 0 added, 0 destroyed. Data may be lost with: orders-production-platform: azurerm_storage_account.one.",
    ],
    [
      "azapi_resource",
      { body: "a" },
      { body: "b" },
      "0 changed in place, 1 of which it is not known whether they are replaced, 0 added, 0 destroyed. Data may be lost with: orders-production-platform: azapi_resource.one.",
    ],
  ])("%s %j → %j may be replaced: %s", (type, before, after, expected) => {
    const diff = compare(side({ [type]: { one: before } }), side({ [type]: { one: after } }));
    expect(verdict(diff)).toBe(`The same environment, changed in place: ${expected}`);
    expect(verdict(diff)).not.toContain("0 replaced");
    expect(renderDiff(diff, "text")).toMatch(/MAY BE REPLACED|not known whether it is replaced/);
  });

  test("what goes with something that may be replaced may be replaced", () => {
    const of = (plan: string) =>
      side({
        azurerm_linux_function_app: { app: { name: "func-orders", service_plan_id: plan } },
        azurerm_linux_function_app_slot: { next: { function_app_id: "${azurerm_linux_function_app.app.id}" } },
      });
    expect(compare(of("/a"), of("/b")).changed.map((one) => [one.address, fateOf(one)])).toEqual([
      ["azurerm_linux_function_app.app", "may be replaced"],
      ["azurerm_linux_function_app_slot.next", "may be replaced"],
    ]);
  });
});

describe("one environment, changed in place", () => {
  const before = {
    azurerm_storage_account: { files: { name: "stordersprod1", account_replication_type: "LRS", tags: { a: "1" } } },
    azurerm_storage_container: { files: { name: "files", storage_account_id: "${azurerm_storage_account.files.id}" } },
    azurerm_key_vault: { vault: { name: "kv-orders-prod", soft_delete_retention_days: 90 } },
    azurerm_public_ip: { old: { name: "pip-orders-prod" } },
  };
  const after = {
    ...before,
    azurerm_storage_account: { files: { name: "stordersprod1", account_replication_type: "ZRS", tags: { a: "2" } } },
    azurerm_key_vault: { vault: { name: "kv-orders-prod", soft_delete_retention_days: 90, sku_name: "premium" } },
    azurerm_public_ip: { new: { name: "pip-orders-prod-2" } },
  };
  const diff = compare(side(before), side(after, { stage: "scale", stack: "platform" }));

  test("is told from two environments: Scale keeps the names of Production", () => {
    expect(diff.inPlace).toBe(true);
    expect(compare(side(before), side(before, { generation: 2 })).inPlace).toBe(false);
    expect(compare(side(before, { stage: "poc" }), side(before, { stage: "pilot" })).inPlace).toBe(false);
  });

  test("says what is added, gone and changed, and what goes along with what is replaced", () => {
    expect(diff.added.map(({ address }) => address)).toEqual(["azurerm_public_ip.new"]);
    expect(diff.gone.map(({ address }) => address)).toEqual(["azurerm_public_ip.old"]);
    expect(
      diff.changed.map(({ address, replaces, holdsData }) => [address, replaces.map(({ says }) => says), holdsData]),
    ).toEqual([
      ["azurerm_key_vault.vault", [], true],
      ["azurerm_storage_account.files", ["account_replication_type, between one zone and several"], true],
      [
        "azurerm_storage_container.files",
        ["storage_account_id refers to azurerm_storage_account.files, which is replaced"],
        true,
      ],
    ]);
    expect(verdict(diff)).toBe(
      "The same environment, changed in place: 1 changed in place, 2 replaced, 1 added, 1 destroyed. 2 of these hold data, which is lost unless it is restored: orders-scale-platform: azurerm_storage_account.files, orders-scale-platform: azurerm_storage_container.files.",
    );
  });

  test("without a difference says so", () => {
    const same = compare(side(before), side(before));
    expect(verdict(same)).toBe("Nothing differs.");
    expect(same.same).toBe(4);
  });

  test("never shows what looks like a secret", () => {
    const key = `ghp_${"a1B2".repeat(10)}`;
    const app = (value: string) => ({
      azurerm_container_app: { web: { template: { container: [{ name: "web", env: [{ name: "TOKEN", value }] }] } } },
    });
    for (const format of ["text", "markdown"] as const)
      expect(renderDiff(compare(side(app(key)), side(app("x"))), format)).not.toContain(key);
  });
});

describe("the stances", () => {
  test("have words for every demand", () => {
    const paths = (value: object, at = ""): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === "object" && !("kind" in inner) ? paths(inner, `${at}${key}.`) : [`${at}${key}`],
      );
    const differing = (a: string, b: string, path: string) =>
      JSON.stringify(path.split(".").reduce<unknown>((here, key) => (here as never)[key], STANCES[a as "poc"])) !==
      JSON.stringify(path.split(".").reduce<unknown>((here, key) => (here as never)[key], STANCES[b as "poc"]));
    for (const before of STAGES)
      for (const after of STAGES)
        expect(
          stanceDifferences(before, after)
            .map(({ path }) => path)
            .toSorted(),
        ).toEqual(
          paths(STANCES.poc)
            .filter((path) => differing(before, after, path))
            .toSorted(),
        );
  });

  test("differ between POC and Pilot in these words", () => {
    expect(stanceDifferences("poc", "pilot").map(stanceSentence)).toMatchInlineSnapshot(`
[
  "the environment: ends within 90 days → is reviewed by a date",
  "an accidental destroy: goes through → is refused",
  "network: none → of its own",
  "private endpoints: none → vault, database and storage",
  "people reach it from: the Internet → declared addresses",
  "replicas that stay up: 0 → 1",
  "replicas at most, by default: 3 → 5",
  "replicas that a config may ask for: 3 → 30",
  "images are pinned by: tag → digest",
  "registry tier: Basic → Standard",
  "deleted secrets can be recovered for: 7 days → 30 days",
  "purge protection of the vault: off → on",
  "database sizes: burstable → burstable or general purpose",
  "database size, by default: B_Standard_B1ms → B_Standard_B2s",
  "point-in-time restore of the database: 7 days → 14 days",
  "versions of blobs: off → on",
  "deleted blobs can be recovered for: not at all → 14 days",
  "logs are kept: 30 days → 90 days",
  "logs a day: at most 1 GB → without a cap",
  "Application Insights: off → on",
  "diagnostic logs of: the apps → everything that carries data, identity or traffic",
  "deletion is locked for: nothing → what holds data",
  "Terraform's state: a local file → in the foundation's storage",
]
`);
  });
});
