import type { JsonObject } from "../../../src/plan/json";
import { nearMisses } from "../near-miss";

const gate = "pilot" as const;
const west = { residency: ["westeurope"] };

const ELSEWHERE = [
  "azurerm_cosmosdb_postgresql_cluster",
  "azurerm_mongo_cluster",
  "azurerm_mssql_managed_instance",
  "azurerm_synapse_workspace",
  "azurerm_windows_virtual_machine",
  "azurerm_windows_web_app",
];

nearMisses("DAT-01", {
  "allowed locations hold however they are spelled, global types are exempt": {
    gate,
    config: west,
    resources: {
      "azurerm_key_vault.a": { name: "a", location: "West Europe" },
      "azurerm_key_vault.b": { name: "b", location: "northeurope" },
      "azurerm_monitor_action_group.g": { name: "g", location: "global" },
      "azurerm_subnet.s": { name: "s" },
      "azurerm_key_vault.c": { name: "c", location: "${var.location}" },
    },
    pass: ["azurerm_key_vault.a"],
    fail: ["azurerm_key_vault.b"],
    unknown: ["azurerm_key_vault.c"],
  },
  "whatever type it is": {
    gate,
    config: west,
    resources: Object.fromEntries(
      ELSEWHERE.flatMap((type) => [
        [`${type}.away`, { name: "x", location: "eastus" }],
        [`${type}.here`, { name: "x", location: "westeurope" }],
      ]),
    ),
    pass: ELSEWHERE.map((type) => `${type}.here`),
    fail: ELSEWHERE.map((type) => `${type}.away`),
  },
  "no decision is a failure": { gate, config: {}, fail: ["config residency"] },
});

const here = { name: "x", location: "westeurope" };

const pool = (values: JsonObject) => ({
  name: "x",
  synapse_workspace_id: "${azurerm_synapse_workspace.w.id}",
  ...values,
});

nearMisses("DAT-02", {
  "copies in the paired region need that region allowed": {
    gate,
    config: west,
    resources: {
      "azurerm_storage_account.local": { ...here, account_replication_type: "ZRS" },
      "azurerm_storage_account.geo": { ...here, account_replication_type: "RAGRS" },
      "azurerm_postgresql_flexible_server.local": here,
      "azurerm_postgresql_flexible_server.geo": { ...here, geo_redundant_backup_enabled: true },
      "azurerm_container_registry.away": { ...here, georeplications: [{ location: "eastus" }] },
    },
    fail: ["azurerm_container_registry.away", "azurerm_postgresql_flexible_server.geo", "azurerm_storage_account.geo"],
  },
  "with the pair allowed they hold": {
    gate,
    config: { residency: ["westeurope", "northeurope"] },
    resources: { "azurerm_storage_account.geo": { ...here, account_replication_type: "GRS" } },
    pass: ["azurerm_storage_account.geo"],
  },
  "the platform's copy of a vault stays in the geography, which has to be allowed": {
    gate,
    config: { residency: ["westeurope", "brazilsouth"] },
    resources: {
      "azurerm_key_vault.europe": here,
      "azurerm_key_vault.america": { ...here, location: "eastus" },
    },
    pass: ["azurerm_key_vault.europe"],
    fail: ["azurerm_key_vault.america"],
  },
  "the platform copies no vault out of Brazil, and does copy geo-redundant storage": {
    gate,
    config: { residency: ["brazilsouth"] },
    resources: {
      "azurerm_key_vault.brazil": { ...here, location: "brazilsouth" },
      "azurerm_storage_account.brazil": { ...here, location: "brazilsouth", account_replication_type: "GZRS" },
    },
    fail: ["azurerm_storage_account.brazil"],
  },
  "Databricks keeps its files in the paired region too, unless somebody says otherwise": {
    gate,
    config: west,
    resources: {
      "azurerm_databricks_workspace.here": {
        ...here,
        custom_parameters: [{ storage_account_sku_name: "Standard_ZRS" }],
      },
      "azurerm_databricks_workspace.silent": here,
    },
    fail: ["azurerm_databricks_workspace.silent"],
  },
  "a model that answers in any region, or in any of its zone, takes questions out of the allowed ones": {
    gate,
    config: west,
    resources: {
      "azurerm_cognitive_deployment.any": { name: "x", sku: [{ name: "GlobalStandard" }] },
      "azurerm_cognitive_deployment.here": { name: "x", sku: [{ name: "Standard" }] },
      "azurerm_cognitive_deployment.later": { name: "x", sku: [{ name: "${var.sku}" }] },
      "azurerm_cognitive_deployment.zone": { name: "x", sku: [{ name: "DataZoneBatch" }] },
    },
    fail: ["azurerm_cognitive_deployment.any", "azurerm_cognitive_deployment.zone"],
    unknown: ["azurerm_cognitive_deployment.later"],
  },
  "replicas in regions that an argument names, whatever it is called": {
    gate,
    config: west,
    resources: {
      "azurerm_api_management.away": { ...here, additional_location: [{ location: "East US" }] },
      "azurerm_api_management.here": here,
      "azurerm_api_management.later": { ...here, additional_location: [{ location: "${var.second}" }] },
      "azurerm_app_configuration.away": { ...here, replica: [{ name: "r", location: "eastus" }] },
      "azurerm_app_configuration.here": { ...here, replica: [{ name: "r", location: "westeurope" }] },
      "azurerm_shared_image_version.away": {
        ...here,
        target_region: [
          { name: "westeurope", regional_replica_count: 1 },
          { name: "eastus", regional_replica_count: 1 },
        ],
      },
      "azurerm_cosmosdb_postgresql_cluster.copy": { ...here, source_location: "eastus" },
      "azurerm_notification_hub_namespace.away": { ...here, replication_region: "NorthEurope" },
      "azurerm_notification_hub_namespace.none": { ...here, replication_region: "None" },
    },
    pass: ["azurerm_app_configuration.here"],
    fail: [
      "azurerm_api_management.away",
      "azurerm_app_configuration.away",
      "azurerm_cosmosdb_postgresql_cluster.copy",
      "azurerm_notification_hub_namespace.away",
      "azurerm_shared_image_version.away",
    ],
    unknown: ["azurerm_api_management.later"],
  },
  "a geography counts as allowed where a region of it is": {
    gate,
    config: west,
    resources: {
      "azurerm_communication_service.europe": { name: "x", data_location: "Europe" },
      "azurerm_communication_service.silent": { name: "x" },
      "azurerm_communication_service.uk": { name: "x", data_location: "UK" },
      "azurerm_email_communication_service.africa": { name: "x", data_location: "Africa" },
      "azurerm_aadb2c_directory.anywhere": { name: "x", data_residency_location: "Global" },
    },
    pass: ["azurerm_communication_service.europe"],
    fail: [
      "azurerm_aadb2c_directory.anywhere",
      "azurerm_communication_service.silent",
      "azurerm_communication_service.uk",
      "azurerm_email_communication_service.africa",
    ],
  },
  "and so it is under the name that the service has for it": {
    gate,
    config: { residency: ["uksouth", "southafricanorth"] },
    resources: {
      "azurerm_communication_service.uk": { name: "x", data_location: "UK" },
      "azurerm_email_communication_service.africa": { name: "x", data_location: "Africa" },
    },
    pass: ["azurerm_communication_service.uk", "azurerm_email_communication_service.africa"],
  },
  "backups of Cosmos DB leave the region unless they are continuous, or told to stay": {
    gate,
    config: west,
    resources: {
      "azurerm_cosmosdb_account.silent": here,
      "azurerm_cosmosdb_account.geo": { ...here, backup: [{ type: "Periodic", storage_redundancy: "Geo" }] },
      "azurerm_cosmosdb_account.default": { ...here, backup: [{ type: "Periodic" }] },
      "azurerm_cosmosdb_account.zones": { ...here, backup: [{ type: "Periodic", storage_redundancy: "Zone" }] },
      "azurerm_cosmosdb_account.continuous": { ...here, backup: [{ type: "Continuous" }] },
    },
    fail: ["azurerm_cosmosdb_account.default", "azurerm_cosmosdb_account.geo", "azurerm_cosmosdb_account.silent"],
  },
  "those of a SQL database go from where its server is": {
    gate,
    config: west,
    resources: {
      "azurerm_mssql_server.s": here,
      "azurerm_mssql_database.geo": { name: "x", server_id: "${azurerm_mssql_server.s.id}" },
      "azurerm_mssql_database.local": {
        name: "x",
        server_id: "${azurerm_mssql_server.s.id}",
        storage_account_type: "Local",
      },
      "azurerm_mssql_database.elsewhere": { name: "x", server_id: "${var.server}" },
    },
    fail: ["azurerm_mssql_database.elsewhere", "azurerm_mssql_database.geo"],
  },
  "with its pair allowed they may, and where nobody sees the server it is not known": {
    gate,
    config: { residency: ["westeurope", "northeurope"] },
    resources: {
      "azurerm_mssql_server.s": here,
      "azurerm_mssql_database.geo": { name: "x", server_id: "${azurerm_mssql_server.s.id}" },
      "azurerm_mssql_database.elsewhere": { name: "x", server_id: "${var.server}" },
    },
    pass: ["azurerm_mssql_database.geo"],
    unknown: ["azurerm_mssql_database.elsewhere"],
  },
  "a Synapse pool is copied by its backups, and by its storage": {
    gate,
    config: west,
    resources: {
      "azurerm_synapse_workspace.w": here,
      "azurerm_synapse_sql_pool.silent": pool({ storage_account_type: "GRS" }),
      "azurerm_synapse_sql_pool.text": pool({ storage_account_type: "GRS", geo_backup_policy_enabled: "true" }),
      "azurerm_synapse_sql_pool.storage": pool({ storage_account_type: "GRS", geo_backup_policy_enabled: false }),
      "azurerm_synapse_sql_pool.local": pool({ storage_account_type: "LRS", geo_backup_policy_enabled: false }),
      "azurerm_synapse_sql_pool.refused": pool({ storage_account_type: "LRS" }),
    },
    fail: ["azurerm_synapse_sql_pool.silent", "azurerm_synapse_sql_pool.storage", "azurerm_synapse_sql_pool.text"],
  },
});

nearMisses("DAT-03", {
  "14 days hold at the Pilot, the provider's seven do not": {
    gate,
    resources: {
      "azurerm_postgresql_flexible_server.a": { name: "a", backup_retention_days: 14 },
      "azurerm_postgresql_flexible_server.b": { name: "b" },
      "azurerm_postgresql_flexible_server.c": { name: "c", backup_retention_days: "${var.days}" },
    },
    pass: ["azurerm_postgresql_flexible_server.a"],
    fail: ["azurerm_postgresql_flexible_server.b"],
    unknown: ["azurerm_postgresql_flexible_server.c"],
  },
  "Production wants 35": {
    gate: "production",
    resources: { "azurerm_postgresql_flexible_server.a": { name: "a", backup_retention_days: 14 } },
    fail: ["azurerm_postgresql_flexible_server.a"],
  },
});

const blobs = (blob_properties: object) => ({ name: "s", blob_properties }) as never;
const days = { days: 14 };

nearMisses("DAT-04", {
  "versioning and both soft deletes hold; each missing one fails": {
    gate,
    resources: {
      "azurerm_storage_account.good": blobs([
        { versioning_enabled: true, delete_retention_policy: days, container_delete_retention_policy: days },
      ]),
      "azurerm_storage_account.containers": blobs({ versioning_enabled: true, delete_retention_policy: days }),
      "azurerm_storage_account.seven": blobs({
        versioning_enabled: true,
        delete_retention_policy: {},
        container_delete_retention_policy: days,
      }),
      "azurerm_storage_account.none": { name: "n" },
    },
    pass: ["azurerm_storage_account.good"],
    fail: ["azurerm_storage_account.containers", "azurerm_storage_account.none", "azurerm_storage_account.seven"],
  },
});

const mapped = { categories: ["name"], purpose: "orders", basis: "contract", keep: "2 years" };

nearMisses("DAT-05", {
  "a full entry with role and contact holds, beside one that says less": {
    gate,
    config: {
      privacy: { role: "processor", contact: "privacy@orders.example" },
      stores: {
        full: { type: "blobs", data: mapped },
        part: { data: { ...mapped, keep: "" } },
        none: { type: "queue" },
      },
    },
    pass: ["config stores.full.data"],
    fail: ["config stores.none.data", "config stores.part.data"],
  },
  "a map without role and contact is not complete": {
    gate,
    config: { stores: { full: { data: mapped } } },
    fail: ["config stores.full.data"],
  },
});

nearMisses("DAT-06", {
  "synthetic holds; a data map in the config, or another classification on a resource, is a Pilot": {
    gate: "poc",
    config: { data: "synthetic", stores: { a: { type: "blobs" }, b: { data: mapped } } },
    resources: {
      "azurerm_storage_account.a": { name: "a", tags: { "data-classification": "synthetic" } },
      "azurerm_storage_account.b": { name: "b", tags: { "data-classification": "personal" } },
    },
    pass: ["config data", "config stores.a.data"],
    fail: ["azurerm_storage_account.b", "config stores.b.data"],
  },
});

nearMisses("DAT-07", {
  "stores that take plain connections fail; another parameter does not matter": {
    gate,
    resources: {
      "azurerm_storage_account.a": { name: "a" },
      "azurerm_storage_account.b": { name: "b", https_traffic_only_enabled: false },
      "azurerm_postgresql_flexible_server_configuration.off": { name: "require_secure_transport", value: "OFF" },
      "azurerm_postgresql_flexible_server_configuration.on": { name: "require_secure_transport", value: "on" },
      "azurerm_postgresql_flexible_server_configuration.other": { name: "log_checkpoints", value: "off" },
    },
    pass: ["azurerm_postgresql_flexible_server_configuration.on", "azurerm_storage_account.a"],
    fail: ["azurerm_postgresql_flexible_server_configuration.off", "azurerm_storage_account.b"],
  },
});
