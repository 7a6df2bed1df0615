import { block } from "../../src/plan/json";
import { addressesWhere, resources, stacks, text } from "../support/shipped-poc";
import { only } from "../support/synthesize";

const platform = stacks[0]!.json;

/** Types of a POC that azurerm gives no tags. */
const UNTAGGABLE = [
  "azurerm_consumption_budget_resource_group",
  "azurerm_monitor_diagnostic_setting",
  "azurerm_postgresql_flexible_server_active_directory_administrator",
  "azurerm_postgresql_flexible_server_configuration",
  "azurerm_postgresql_flexible_server_database",
  "azurerm_postgresql_flexible_server_firewall_rule",
  "azurerm_role_assignment",
  "azurerm_storage_container",
  "azurerm_storage_queue",
];

describe("GOV-01, REC-02: tags", () => {
  test("every resource that takes tags has exactly these, and no other has any", () => {
    const tags = {
      workload: "orders",
      stage: "poc",
      owner: "ada@orders.example",
      generation: "1",
      "managed-by": "gatewright",
      "created-on": "2026-11-21",
      "expires-on": "2026-12-19",
      "data-classification": "synthetic",
    };
    for (const { type, attributes, address } of resources)
      expect([address, attributes["tags"]]).toEqual([address, UNTAGGABLE.includes(type) ? undefined : tags]);
    expect([...new Set(resources.map(({ type }) => type))].filter((type) => UNTAGGABLE.includes(type))).toEqual(
      UNTAGGABLE,
    );
  });
});

describe("REC-01: everything is in the environment's own group", () => {
  const GROUP = only(stacks, "azurerm_resource_group")["name"];

  test("every group that is named is this one", () => {
    const named = resources.flatMap(({ attributes }) => attributes["resource_group_name"] ?? []);
    expect(new Set(named)).toEqual(new Set(["${azurerm_resource_group.group.name}", GROUP]));
  });

  test("every ARM id that is computed lies in it, and what it names is in the platform", () => {
    const ids = [...text.matchAll(/\/subscriptions\/[^"]+?(?=\\?")/g)].map(([id]) => id);
    const within = new RegExp(
      `^/subscriptions/\\$\\{var\\.subscription_id\\}/resourceGroups/${GROUP}/providers/[^/]+/[^/]+/([^/]+)$`,
    );
    const names = new Set(resources.map(({ attributes }) => attributes["name"]));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !names.has(within.exec(id)?.[1]))).toEqual([]);
  });
});

describe("REC-03: nothing blocks its end", () => {
  test("no lock, no prevent_destroy, no purge protection", () => {
    expect(addressesWhere(({ type }) => /lock/.test(type))).toEqual([]);
    expect(text).not.toContain("prevent_destroy");
    expect(only(stacks, "azurerm_key_vault")).toMatchObject({
      purge_protection_enabled: false,
      soft_delete_retention_days: 7,
    });
  });

  test("the provider purges what it deletes, recovers nothing, and takes a group with its content", () => {
    for (const { json } of stacks)
      expect((json.provider as { azurerm: { features: unknown }[] }).azurerm[0]!.features).toEqual([
        {
          api_management: [{ purge_soft_delete_on_destroy: true, recover_soft_deleted: false }],
          app_configuration: [{ purge_soft_delete_on_destroy: true, recover_soft_deleted: false }],
          application_insights: [{ disable_generated_rule: true }],
          cognitive_account: [{ purge_soft_delete_on_destroy: true }],
          key_vault: [
            {
              purge_soft_delete_on_destroy: true,
              purge_soft_deleted_certificates_on_destroy: true,
              purge_soft_deleted_hardware_security_module_keys_on_destroy: true,
              purge_soft_deleted_hardware_security_modules_on_destroy: true,
              purge_soft_deleted_keys_on_destroy: true,
              purge_soft_deleted_secrets_on_destroy: true,
              recover_soft_deleted_certificates: false,
              recover_soft_deleted_hardware_security_module_keys: false,
              recover_soft_deleted_key_vaults: false,
              recover_soft_deleted_keys: false,
              recover_soft_deleted_secrets: false,
            },
          ],
          log_analytics_workspace: [{ permanently_delete_on_destroy: true }],
          machine_learning: [{ purge_soft_deleted_workspace_on_destroy: true }],
          resource_group: [{ prevent_deletion_if_contains_resources: false }],
          storage: [{ data_plane_available: false }],
        },
      ]);
  });
});

describe("REC-05, REC-08, SUP-04: state and versions", () => {
  test("each stack has a state of its own, relative, with the generation in its name", () => {
    expect(stacks.map(({ json }) => json.terraform?.["backend"])).toEqual([
      { local: { path: "../../../state/orders-poc-g1-platform.tfstate" } },
      { local: { path: "../../../state/orders-poc-g1-services.tfstate" } },
    ]);
  });

  test("Terraform and the provider are pinned below an unknown major", () => {
    for (const { json } of stacks)
      expect(json.terraform).toMatchObject({
        required_version: ">= 1.11.0, < 2.0.0",
        required_providers: { azurerm: { version: "4.55.0" } },
      });
  });

  test("whatever is ignored later has a written reason", () => {
    const ignored = addressesWhere(({ attributes }) => block(attributes, "lifecycle")?.["ignore_changes"]);
    expect(ignored).toEqual([
      "azurerm_consumption_budget_resource_group.budget",
      "azurerm_postgresql_flexible_server.database-database",
      "azurerm_postgresql_flexible_server_database.database-database_database",
      "azurerm_storage_account.storage",
    ]);
    const recorded = platform["//"]!.gatewright!.recorded;
    expect(recorded.map(({ address, what }) => `${address}: ${what}`)).toEqual([
      "azurerm_consumption_budget_resource_group.budget: plantimestamp() and ignore_changes on time_period",
      ...[
        "geo_redundant_backup_enabled",
        "source_server_id",
        "version",
        "storage_mb",
        "identity",
        "create_mode",
        "high_availability",
        "zone",
      ].map((one) => `azurerm_postgresql_flexible_server.database-database: ignore_changes on ${one}`),
      "azurerm_postgresql_flexible_server_database.database-database_database: ignore_changes on charset and collation",
      "azurerm_postgresql_flexible_server_firewall_rule.database-database_allow-azure-services: 0.0.0.0",
      "azurerm_storage_account.storage: ignore_changes on account_replication_type",
      "azurerm_storage_account.storage: ignore_changes on is_hns_enabled",
    ]);
    expect(recorded.every(({ why }) => why.length > 40)).toBe(true);
  });
});
