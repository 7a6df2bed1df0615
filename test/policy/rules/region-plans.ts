import type { ConfigView } from "../../../src/config/view";
import type { JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";

const id = (address: string) => `\${${address}.id}`;
const FIRST = "westeurope";
const SECOND = "northeurope";

/** Addresses of what the plan of two regions is made of; those that end in `Two` stand in the second. */
export const SERVER = "azurerm_postgresql_flexible_server.orders";
export const REPLICA = "azurerm_postgresql_flexible_server.replica";
export const JOINED = "azurerm_postgresql_flexible_server_virtual_endpoint.orders";
export const ACCOUNT = "azurerm_storage_account.files";
export const ACCOUNT_TWO = "azurerm_storage_account.copies";
export const CONTAINER = "azurerm_storage_container.files";
export const POLICY = "azurerm_storage_object_replication.files";
export const REGISTRY = "azurerm_container_registry.images";
export const VAULT = "azurerm_key_vault.secrets";
export const VAULT_TWO = "azurerm_key_vault.secrets-two";
export const APPS = "azurerm_container_app_environment.apps";
export const APPS_TWO = "azurerm_container_app_environment.apps-two";
export const WEB = "azurerm_container_app.web";
export const WEB_TWO = "azurerm_container_app.web-two";
export const GROUP = "azurerm_cdn_frontdoor_origin_group.web";
export const ORIGIN = "azurerm_cdn_frontdoor_origin.web";
export const ORIGIN_TWO = "azurerm_cdn_frontdoor_origin.web-two";
export const LAG = "azurerm_monitor_metric_alert.lag";

const server = {
  sku_name: "GP_Standard_D2ds_v5",
  storage_mb: 65_536,
  auto_grow_enabled: true,
  public_network_access_enabled: false,
};

/** What both modes of a second region that nothing runs in have: its data. */
export const data: Resources = {
  [SERVER]: { ...server, name: "psql-weu", location: FIRST, high_availability: { mode: "ZoneRedundant" } },
  [REPLICA]: { ...server, name: "psql-neu", location: SECOND, create_mode: "Replica", source_server_id: id(SERVER) },
  [JOINED]: { name: "orders", type: "ReadWrite", source_server_id: id(SERVER), replica_server_id: id(REPLICA) },
  [LAG]: {
    name: "lag",
    scopes: [id(REPLICA)],
    criteria: [{ metric_name: "physical_replication_delay_in_seconds", operator: "GreaterThan", threshold: 300 }],
    action: [{ action_group_id: id("azurerm_monitor_action_group.contacts") }],
  },
  "azurerm_monitor_action_group.contacts": { name: "ag" },
  [ACCOUNT]: {
    name: "storders",
    location: FIRST,
    blob_properties: { versioning_enabled: true, change_feed_enabled: true },
  },
  [ACCOUNT_TWO]: { name: "stcopies", location: SECOND, blob_properties: { versioning_enabled: true } },
  [CONTAINER]: { name: "files", storage_account_id: id(ACCOUNT) },
  "azurerm_storage_container.copies": { name: "files", storage_account_id: id(ACCOUNT_TWO) },
  [POLICY]: {
    source_storage_account_id: id(ACCOUNT),
    destination_storage_account_id: id(ACCOUNT_TWO),
    rules: [
      {
        source_container_name: "files",
        destination_container_name: "files",
        copy_blobs_created_after: "Everything",
      },
    ],
  },
  [REGISTRY]: {
    name: "crorders",
    location: FIRST,
    georeplications: [{ location: SECOND, zone_redundancy_enabled: true }],
  },
  [VAULT]: { name: "kv-weu", location: FIRST },
  [VAULT_TWO]: { name: "kv-neu", location: SECOND },
};

const app = (environment: string, least: number): JsonObject => ({
  name: "web",
  container_app_environment_id: id(environment),
  template: { min_replicas: least, container: [{ name: "web" }] },
});
const origin = (environment: string): JsonObject => ({
  cdn_frontdoor_origin_group_id: id(GROUP),
  private_link: { target_type: "managedEnvironments", private_link_target_id: id(environment) },
});

/** The first region's own, and the edge that leads there. */
export const cold: Resources = {
  ...data,
  [APPS]: { name: "cae-weu", location: FIRST },
  [WEB]: app(APPS, 2),
  [GROUP]: { name: "web" },
  [ORIGIN]: origin(APPS),
};

/** A second region with one replica of each service, and an origin that waits to be switched on. */
export const warm: Resources = {
  ...cold,
  [APPS_TWO]: { name: "cae-neu", location: SECOND },
  [WEB_TWO]: app(APPS_TWO, 1),
  [ORIGIN_TWO]: { ...origin(APPS_TWO), enabled: false },
};

/** A second region that takes over by itself. */
export const hot: Resources = {
  ...warm,
  [WEB_TWO]: app(APPS_TWO, 2),
  [ORIGIN_TWO]: { ...origin(APPS_TWO), priority: 2 },
};

/** Two regions that both take requests. */
export const active: Resources = { ...hot, [ORIGIN_TWO]: { ...origin(APPS_TWO), weight: 300 } };

/** The config of a Scale, as far as the second region is concerned. */
export function scaleConfig(mode: string | undefined, more: object = {}): ConfigView {
  return {
    workload: "orders",
    stage: "scale",
    location: FIRST,
    created: "2027-01-10",
    generation: 2,
    promise: { rto: "1 hour", rpo: "15 minutes" },
    scale: { ...(mode !== undefined && { mode }), region: SECOND },
    ...more,
  } as ConfigView;
}
