import { loadEnvironment } from "../../src/config/load";
import type { PocConfig } from "../../src/config/schema";
import { resourcesOf } from "../../src/plan/terraform-json";
import { pocConfig } from "../support/poc-config";
import { allResources, synthesizePoc, synthesizePocInMemory } from "../support/synthesize";

/** Changing one of these addresses replaces real infrastructure. */
const PLATFORM = [
  "azurerm_consumption_budget_resource_group.budget",
  "azurerm_container_app_environment.apps",
  "azurerm_container_registry.registry",
  "azurerm_key_vault.vault",
  "azurerm_log_analytics_workspace.logs",
  "azurerm_monitor_diagnostic_setting.apps_diagnostics",
  "azurerm_postgresql_flexible_server.database-database",
  "azurerm_postgresql_flexible_server_active_directory_administrator.database-database_administrator",
  "azurerm_postgresql_flexible_server_configuration.database-database_secure-transport",
  "azurerm_postgresql_flexible_server_configuration.database-database_tls-version",
  "azurerm_postgresql_flexible_server_database.database-database_database",
  "azurerm_postgresql_flexible_server_firewall_rule.database-database_allow-azure-services",
  "azurerm_resource_group.group",
  "azurerm_role_assignment.registry_pull-api",
  "azurerm_role_assignment.registry_pull-cleanup",
  "azurerm_role_assignment.registry_pull-database-migrator",
  "azurerm_role_assignment.registry_pull-mailer",
  "azurerm_role_assignment.registry_pull-web",
  "azurerm_role_assignment.storage_grants-files_contributor-api",
  "azurerm_role_assignment.storage_grants-mail_processor-api",
  "azurerm_role_assignment.storage_grants-mail_processor-mailer",
  "azurerm_role_assignment.storage_grants-mail_sender-api",
  "azurerm_role_assignment.storage_grants-mail_sender-mailer",
  "azurerm_role_assignment.vault_read-payment-key_api",
  "azurerm_storage_account.storage",
  "azurerm_storage_container.storage_container-files",
  "azurerm_storage_queue.storage_queue-mail",
  "azurerm_user_assigned_identity.identity-api",
  "azurerm_user_assigned_identity.identity-cleanup",
  "azurerm_user_assigned_identity.identity-database-migrator",
  "azurerm_user_assigned_identity.identity-mailer",
  "azurerm_user_assigned_identity.identity-web",
];

const SERVICES = [
  "azurerm_container_app.app-api",
  "azurerm_container_app.app-mailer",
  "azurerm_container_app.app-web",
  "azurerm_container_app_job.database-database-bootstrap",
  "azurerm_container_app_job.database-database-migrate",
  "azurerm_container_app_job.job-cleanup",
];

const addressesOf = (config: PocConfig) => allResources(synthesizePocInMemory(config)).map(({ address }) => address);

describe("the addresses of the example's POC", () => {
  const { config } = loadEnvironment("examples/full-ladder/environments/orders.poc.yaml");
  const stacks = synthesizePoc(config as PocConfig);

  test("are exactly these", () => {
    expect(stacks.map(({ name, json }) => [name, resourcesOf(json).map(({ address }) => address)])).toEqual([
      ["orders-poc-platform", PLATFORM],
      ["orders-poc-services", SERVICES],
    ]);
  });

  test("no stack reads anything from Azure or from another stack's state", () => {
    expect(stacks.map(({ json }) => [json.data, JSON.stringify(json).includes("terraform_remote_state")])).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  test("variables and outputs are these", () => {
    expect(stacks.map(({ json }) => [Object.keys(json.variable ?? {}), Object.keys(json.output ?? {})])).toEqual([
      [
        ["subscription_id", "tenant_id"],
        ["registry_server", "resource_group_name", "vault_name"],
      ],
      [["subscription_id"], ["url-web"]],
    ]);
  });
});

describe("the addresses of a POC depend on names alone", () => {
  test("the smallest one has these", () => {
    expect(addressesOf(pocConfig())).toEqual([
      "azurerm_consumption_budget_resource_group.budget",
      "azurerm_container_app_environment.apps",
      "azurerm_container_registry.registry",
      "azurerm_key_vault.vault",
      "azurerm_log_analytics_workspace.logs",
      "azurerm_monitor_diagnostic_setting.apps_diagnostics",
      "azurerm_resource_group.group",
      "azurerm_role_assignment.registry_pull-web",
      "azurerm_user_assigned_identity.identity-web",
      "azurerm_container_app.app-web",
    ]);
  });

  test("a later generation, another place or another order keeps them", () => {
    const services = { web: { image: "orders/web:1", port: 80 }, api: { image: "orders/api:1", secrets: ["key"] } };
    const turned = Object.fromEntries(Object.entries(services).reverse());
    const base = addressesOf(pocConfig({ services }));
    expect(addressesOf(pocConfig({ services, generation: 7, location: "swedencentral" }))).toEqual(base);
    expect(addressesOf(pocConfig({ services: turned }))).toEqual(base);
  });

  test("names that only differ in where their hyphens are do not meet", () => {
    const services = {
      api: { image: "orders/a:1", secrets: ["payment-key"] },
      "key-api": { image: "orders/b:1", secrets: ["payment"] },
    };
    expect(addressesOf(pocConfig({ services })).filter((address) => address.includes("vault_read"))).toEqual([
      "azurerm_role_assignment.vault_read-payment-key_api",
      "azurerm_role_assignment.vault_read-payment_key-api",
    ]);
  });

  test("a service may have the name of a thing of JavaScript's", () => {
    const services = { constructor: { image: "orders/a:1", port: 80 }, valueof: { image: "orders/b:1" } };
    expect(
      addressesOf(pocConfig({ services })).filter((address) => address.startsWith("azurerm_container_app.")),
    ).toEqual(["azurerm_container_app.app-constructor", "azurerm_container_app.app-valueof"]);
  });

  test("a service that would have the name of a store's own job or identity is refused", () => {
    const stores = { database: { type: "postgresql" } };
    const of = (name: string, fields: object) => () =>
      synthesizePocInMemory(pocConfig({ stores, services: { [name]: { image: "orders/a:1", ...fields } } }));
    const taken = (name: string) =>
      `services.${name}: the name is taken by what migrates stores.database\n    Rename the service or the store.`;
    expect(of("database-bootstrap", { schedule: "0 2 * * *" })).toThrow(taken("database-bootstrap"));
    expect(of("database-migrate", { schedule: "0 2 * * *" })).toThrow(taken("database-migrate"));
    expect(of("database-migrator", {})).toThrow(taken("database-migrator"));
    expect(of("database-migrate", { port: 80 })).not.toThrow();
  });
});
