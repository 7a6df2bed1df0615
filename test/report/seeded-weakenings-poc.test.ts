import { join } from "node:path";
import { Testing } from "cdktf";
import { loadEnvironment } from "../../src/config/load";
import { createEnvironment } from "../../stacks/create";
import {
  add,
  container,
  drop,
  failing,
  ingress,
  type Json,
  type Stacks,
  set,
  stacksOf,
  tag,
  testWeakenings,
  type Weakening,
} from "../support/weakenings";

const SHIPPED = join(__dirname, "../../examples/full-ladder/environments/orders.poc.yaml");

const features = (stacks: Stacks): Json => [stacks.platform.provider.azurerm].flat()[0].features[0];

const LOCK = { name: "lock", lock_level: "CanNotDelete", scope: "${azurerm_resource_group.group.id}" };
const ROLE = {
  principal_id: "${azurerm_user_assigned_identity.identity-api.principal_id}",
  scope: "${azurerm_resource_group.group.id}",
};
const SECRET = ["Account", "Key=", "A".repeat(86), "=="].join("");

const POC: readonly Weakening[] = [
  {
    what: "registry admin user",
    change: set("platform", "azurerm_container_registry.registry", { admin_enabled: true }),
    caught: ["SEC-02"],
  },
  {
    what: "vault with access policies",
    change: set("platform", "azurerm_key_vault.vault", { rbac_authorization_enabled: false }),
    caught: ["SEC-03"],
  },
  {
    what: "vault with RBAC left to the provider",
    change: set("platform", "azurerm_key_vault.vault", { rbac_authorization_enabled: null }),
    caught: ["SEC-03"],
  },
  {
    what: "purge protection",
    change: set("platform", "azurerm_key_vault.vault", { purge_protection_enabled: true }),
    caught: ["REC-03"],
  },
  { what: "a lock", change: add("platform", "azurerm_management_lock.extra", LOCK), caught: ["REC-03"] },
  {
    what: "prevent_destroy",
    change: set("platform", "azurerm_storage_account.storage", { lifecycle: { prevent_destroy: true } }),
    caught: ["REC-03"],
  },
  {
    what: "a group that refuses to go while it holds something",
    change: (stacks) =>
      Object.assign(features(stacks).resource_group[0], { prevent_deletion_if_contains_resources: true }),
    caught: ["REC-03"],
  },
  {
    what: "vaults that are not purged",
    change: (stacks) => Object.assign(features(stacks).key_vault[0], { purge_soft_delete_on_destroy: false }),
    caught: ["REC-03"],
  },
  {
    what: "plain HTTP at an app",
    change: (stacks) => Object.assign(ingress(stacks, "app-web"), { allow_insecure_connections: true }),
    caught: ["NET-01"],
  },
  {
    what: "plain HTTP at the storage",
    change: set("platform", "azurerm_storage_account.storage", { https_traffic_only_enabled: false }),
    caught: ["NET-01"],
  },
  {
    what: "old TLS at the storage",
    change: set("platform", "azurerm_storage_account.storage", { min_tls_version: "TLS1_0" }),
    caught: ["NET-01"],
  },
  {
    what: "Owner for an app",
    change: add("platform", "azurerm_role_assignment.extra", { ...ROLE, role_definition_name: "Owner" }),
    caught: ["IAM-01"],
  },
  {
    what: "Contributor for an app",
    change: add("platform", "azurerm_role_assignment.extra", { ...ROLE, role_definition_name: "Contributor" }),
    caught: ["IAM-01"],
  },
  {
    what: "an identity for two apps",
    change: ({ services: { resource } }) => {
      resource.azurerm_container_app["app-mailer"].identity = resource.azurerm_container_app["app-api"].identity;
    },
    caught: ["IAM-01"],
  },
  {
    what: "a client secret in the provider",
    change: (stacks) =>
      Object.assign([stacks.platform.provider.azurerm].flat()[0], { client_secret: "${var.client_secret}" }),
    caught: ["IAM-02"],
  },
  {
    what: "a secret in an app's environment",
    change: (stacks) => container(stacks, "app-api").env.push({ name: "STORAGE", value: SECRET }),
    caught: ["SEC-01"],
  },
  {
    what: "the latest image",
    change: (stacks) => Object.assign(container(stacks, "app-web"), { image: "mcr.microsoft.com/web:latest" }),
    caught: ["SUP-01"],
  },
  {
    what: "an image without a version",
    change: (stacks) => Object.assign(container(stacks, "app-web"), { image: "mcr.microsoft.com/web" }),
    caught: ["SUP-01"],
  },
  {
    what: "a provider of any version",
    change: ({ platform }) => Object.assign(platform.terraform.required_providers.azurerm, { version: ">= 4.0.0" }),
    caught: ["REC-08", "SUP-04"],
  },
  {
    what: "ignore_changes without a reason",
    change: set("platform", "azurerm_key_vault.vault", { lifecycle: { ignore_changes: ["tags"] } }),
    caught: ["REC-08"],
  },
  {
    what: "no budget",
    change: drop("platform", "azurerm_consumption_budget_resource_group.budget"),
    caught: ["CST-01"],
  },
  {
    what: "a budget that does not forecast",
    change: ({ platform: { resource } }) => {
      const { budget } = resource.azurerm_consumption_budget_resource_group;
      budget.notification = budget.notification.filter((one: Json) => one.threshold_type !== "Forecasted");
    },
    caught: ["CST-01"],
  },
  {
    what: "an expensive registry",
    change: set("platform", "azurerm_container_registry.registry", { sku: "Premium" }),
    caught: ["CST-02"],
  },
  {
    what: "an expensive database",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", {
      sku_name: "GP_Standard_D4ds_v5",
    }),
    caught: ["CST-02"],
  },
  {
    what: "a missing tag",
    change: (stacks) => delete tag(stacks, "azurerm_key_vault.vault").owner,
    caught: ["GOV-01"],
  },
  {
    what: "a missing end",
    change: (stacks) => delete tag(stacks, "azurerm_key_vault.vault")["expires-on"],
    caught: ["GOV-01", "REC-02"],
  },
  {
    what: "an end that is another",
    change: (stacks) => Object.assign(tag(stacks, "azurerm_key_vault.vault"), { "expires-on": "2027-12-19" }),
    caught: ["REC-02"],
  },
  {
    what: "a name of Production",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { name: "log-orders-prod-weu-g1isdg" }),
    caught: ["GOV-02"],
  },
  {
    what: "a name without the generation",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { name: "log-orders-poc-weu" }),
    caught: ["REC-05"],
  },
  {
    what: "logs without a cap",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { daily_quota_gb: -1 }),
    caught: ["OBS-01"],
  },
  {
    what: "logs kept too long",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { retention_in_days: 7 }),
    caught: ["OBS-01"],
  },
  {
    what: "apps that log nowhere",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.apps_diagnostics"),
    caught: ["OBS-01"],
  },
  {
    what: "a resource in somebody else's group",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { resource_group_name: "rg-somebody-elses" }),
    caught: ["REC-01"],
  },
];

describe("every weakening of the shipped POC is caught by the intended control and by no other", () => {
  const base = stacksOf(createEnvironment(Testing.app(), loadEnvironment(SHIPPED)));

  test("as shipped, nothing fails", () => {
    expect(failing(base, () => {})).toEqual([]);
  });

  testWeakenings(base, POC);
});
