import { container, drop, inConfig, inPlatform, set, type Weakening, withoutFact } from "../../support/weakenings";

const SECRET = ["Account", "Key=", "A".repeat(86), "=="].join("");
const DATABASE = "azurerm_postgresql_flexible_server.database-database";

/** Where data is, how long, and who may see it. */
export const DATA: readonly Weakening[] = [
  {
    what: "an entry elsewhere",
    change: ({ entry }) =>
      Object.assign(entry.resource.azurerm_application_gateway.gateway, { location: "northeurope" }),
    caught: ["DAT-01"],
  },
  {
    what: "backups elsewhere",
    change: set("platform", DATABASE, { geo_redundant_backup_enabled: true }),
    caught: ["DAT-02"],
  },
  {
    what: "images copied elsewhere",
    change: set("platform", "azurerm_container_registry.registry", { georeplications: [{ location: "northeurope" }] }),
    caught: ["DAT-02"],
  },
  {
    what: "a week of backups",
    change: set("platform", DATABASE, { backup_retention_days: 7 }),
    caught: ["DAT-03"],
  },
  {
    what: "blobs that are gone when deleted",
    change: inPlatform("azurerm_storage_account.storage", (one) => delete one.blob_properties.delete_retention_policy),
    caught: ["DAT-04"],
  },
  {
    what: "a store that is not in the data map",
    change: inConfig(({ stores }) => delete stores.files.data),
    caught: ["DAT-05"],
  },
  {
    what: "personal data whose handling nobody reviewed",
    change: withoutFact("data-protection-review"),
    caught: ["DAT-05"],
  },
  {
    what: "a secret in an app's environment",
    change: (stacks) => container(stacks, "app-api").env.push({ name: "STORAGE", value: SECRET }),
    caught: ["REC-09", "SEC-01"],
  },
  {
    what: "a secret in the entry's stack",
    change: ({ entry }) => {
      entry.variable.apps_domain.default = SECRET;
    },
    caught: ["REC-01", "REC-09", "SEC-01"],
  },
  {
    what: "a vault with access policies",
    change: set("platform", "azurerm_key_vault.vault", { rbac_authorization_enabled: false }),
    caught: ["SEC-03"],
  },
  {
    what: "a vault that anyone with the right may purge",
    change: set("platform", "azurerm_key_vault.vault", { purge_protection_enabled: false }),
    caught: ["SEC-04"],
  },
  {
    what: "the month to recover secrets that was enough for a Pilot",
    change: set("platform", "azurerm_key_vault.vault", { soft_delete_retention_days: 30 }),
    caught: ["SEC-04"],
  },
  {
    what: "nobody sees who reads secrets",
    change: drop("platform", "azurerm_monitor_diagnostic_setting.diagnostics-vault"),
    caught: ["OBS-02", "SEC-05"],
  },
];
