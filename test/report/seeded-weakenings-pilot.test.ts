import { Testing } from "cdktf";
import { PilotEnvironment } from "../../stacks/2-pilot";
import { pilotConfig } from "../support/pilot";
import {
  add,
  container,
  drop,
  failing,
  inPlatform,
  set,
  stacksOf,
  tag,
  testWeakenings,
  type Weakening,
} from "../support/weakenings";

const PILOT: readonly Weakening[] = [
  {
    what: "no lock on the database",
    change: drop("platform", "azurerm_management_lock.lock-database-database"),
    caught: ["REC-04"],
  },
  {
    what: "a lock on another resource",
    change: set("platform", "azurerm_management_lock.lock-vault", { scope: "${azurerm_storage_account.storage.id}" }),
    caught: ["REC-04"],
  },
  {
    what: "a lock that keeps nothing",
    change: set("platform", "azurerm_management_lock.lock-vault", { lock_level: "None" }),
    caught: ["REC-04"],
  },
  {
    what: "state on a laptop",
    change: ({ platform }) => {
      platform.terraform.backend = { local: { path: "state/orders-pilot-g1-platform.tfstate" } };
    },
    caught: ["REC-07"],
  },
  {
    what: "state with a key",
    change: ({ platform }) => Object.assign(platform.terraform.backend.azurerm, { use_azuread_auth: false }),
    caught: ["REC-07"],
  },
  {
    what: "sign-in without federation",
    change: ({ platform }) => Object.assign([platform.provider.azurerm].flat()[0], { use_oidc: false }),
    caught: ["IAM-02"],
  },
  {
    what: "a database elsewhere",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", { location: "eastus" }),
    caught: ["DAT-01"],
  },
  {
    what: "backups elsewhere",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", {
      geo_redundant_backup_enabled: true,
    }),
    caught: ["DAT-02"],
  },
  {
    what: "blobs copied elsewhere",
    change: set("platform", "azurerm_storage_account.storage", { account_replication_type: "GRS" }),
    caught: ["DAT-02"],
  },
  {
    what: "a week of backups",
    change: set("platform", "azurerm_postgresql_flexible_server.database-database", { backup_retention_days: 7 }),
    caught: ["DAT-03"],
  },
  {
    what: "blobs without versions",
    change: inPlatform("azurerm_storage_account.storage", (one) =>
      Object.assign(one.blob_properties, { versioning_enabled: false }),
    ),
    caught: ["DAT-04"],
  },
  {
    what: "blobs that are gone when deleted",
    change: inPlatform("azurerm_storage_account.storage", (one) => delete one.blob_properties.delete_retention_policy),
    caught: ["DAT-04"],
  },
  {
    what: "database passwords",
    change: inPlatform("azurerm_postgresql_flexible_server.database-database", (one) =>
      Object.assign(one.authentication, { password_auth_enabled: true }),
    ),
    caught: ["SEC-02"],
  },
  {
    what: "no purge protection",
    change: set("platform", "azurerm_key_vault.vault", { purge_protection_enabled: false }),
    caught: ["SEC-04"],
  },
  {
    what: "a week to recover secrets",
    change: set("platform", "azurerm_key_vault.vault", { soft_delete_retention_days: 7 }),
    caught: ["SEC-04"],
  },
  {
    what: "nobody sees who reads secrets",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.diagnostics-vault"),
    caught: ["OBS-02", "SEC-05"],
  },
  {
    what: "nobody sees who connects to the database",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.diagnostics-database-database"),
    caught: ["OBS-02"],
  },
  {
    what: "a month of logs",
    change: set("platform", "azurerm_log_analytics_workspace.logs", { retention_in_days: 30 }),
    caught: ["OBS-01"],
  },
  {
    what: "Application Insights of its own",
    change: ({ services: { resource } }) => delete resource.azurerm_application_insights.insights.workspace_id,
    caught: ["OBS-03"],
  },
  {
    what: "alerts that reach nobody",
    change: set("platform", "azurerm_monitor_action_group.contacts", { email_receiver: [] }),
    caught: ["INC-01"],
  },
  {
    what: "access for a person",
    change: add("platform", "azurerm_role_assignment.extra", {
      principal_id: "00000000-0000-0000-0000-000000000001",
      principal_type: "User",
      role_definition_name: "Reader",
      scope: "${azurerm_container_registry.registry.id}",
    }),
    caught: ["IAM-03"],
  },
  {
    what: "an image by tag",
    change: (stacks) => Object.assign(container(stacks, "app-web"), { image: "mcr.microsoft.com/web:1.2.3" }),
    caught: ["SUP-01"],
  },
  {
    what: "a classification that is missing",
    change: (stacks) => delete tag(stacks, "azurerm_key_vault.vault")["data-classification"],
    caught: ["GOV-01"],
  },
  {
    what: "plain connections to the database",
    change: set("platform", "azurerm_postgresql_flexible_server_configuration.database-database_secure-transport", {
      value: "OFF",
    }),
    caught: ["DAT-07"],
  },
];

describe("every weakening of a Pilot is caught by the intended control and by no other", () => {
  const base = stacksOf(new PilotEnvironment(Testing.app(), pilotConfig()));

  test("as built, nothing fails", () => {
    expect(failing(base, () => {})).toEqual([]);
  });

  testWeakenings(base, PILOT);
});
