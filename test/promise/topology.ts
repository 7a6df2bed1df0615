import { buildGraph } from "../../src/plan/build";
import type { PlanGraph } from "../../src/plan/graph";
import type { JsonObject } from "../../src/plan/json";
import { type Resources, stackJson } from "../policy/near-miss";

/** What a table row changes of the environment below. */
export interface Shape {
  readonly location?: string;
  /** Standby of the database; `none` leaves the block out. */
  readonly standby?: "ZoneRedundant" | "SameZone" | "none";
  readonly geoBackup?: boolean;
  readonly sku?: string;
  readonly maintenance?: JsonObject;
  readonly replication?: string;
  readonly versioning?: boolean;
  readonly gateway?: JsonObject | "none";
  readonly zoneRedundantApps?: boolean;
  readonly replicas?: number;
  /** Whether `web`, the public service, uses database and blobs itself. */
  readonly webUsesStores?: boolean;
  readonly database?: boolean;
  readonly blobs?: boolean;
  readonly queue?: boolean;
  /** Vaulted copies of the blobs: interval and redundancy of the vault. */
  readonly vault?: { readonly every: string; readonly redundancy: string; readonly crossRegion?: boolean };
  readonly privateLink?: boolean;
  readonly more?: Resources;
}

/** A shape of which everything is decided but what may be absent. */
type Full = Shape & Required<Omit<Shape, "maintenance" | "gateway" | "vault" | "more">>;

const PROFILE: Full = {
  location: "westeurope",
  standby: "ZoneRedundant",
  geoBackup: false,
  sku: "GP_Standard_D2ds_v5",
  replication: "ZRS",
  versioning: true,
  zoneRedundantApps: true,
  replicas: 2,
  webUsesStores: false,
  database: true,
  blobs: true,
  queue: false,
  privateLink: true,
};

const ZONES = { zones: ["1", "2", "3"] };

function app(name: string, { replicas = 2, external = true, env = {} as Record<string, string> }): JsonObject {
  return {
    name: `ca-${name}`,
    container_app_environment_id: "${azurerm_container_app_environment.apps.id}",
    ingress: { external_enabled: external, target_port: 8080 },
    template: {
      min_replicas: replicas,
      max_replicas: 10,
      container: [{ name, env: Object.entries(env).map(([key, value]) => ({ name: key, value })) }],
    },
  };
}

function link(target: string): JsonObject {
  return { private_service_connection: { name: "link", private_connection_resource_id: target } };
}

function vaulted({ every, redundancy, crossRegion }: NonNullable<Shape["vault"]>): Resources {
  return {
    "azurerm_data_protection_backup_vault.vault": {
      name: "bvault",
      redundancy,
      datastore_type: "VaultStore",
      immutability: "Unlocked",
      identity: { type: "SystemAssigned" },
      ...(crossRegion !== undefined && { cross_region_restore_enabled: crossRegion }),
    },
    "azurerm_data_protection_backup_policy_blob_storage.policy": {
      name: "policy",
      vault_id: "${azurerm_data_protection_backup_vault.vault.id}",
      backup_repeating_time_intervals: [`R/2027-06-01T02:00:00+00:00/${every}`],
      vault_default_retention_duration: "P90D",
    },
    "azurerm_role_assignment.blobs": {
      scope: "${azurerm_storage_account.files.id}",
      role_definition_name: "Storage Account Backup Contributor",
      principal_id: "${azurerm_data_protection_backup_vault.vault.identity[0].principal_id}",
    },
    "azurerm_data_protection_backup_instance_blob_storage.blobs": {
      name: "stone",
      vault_id: "${azurerm_data_protection_backup_vault.vault.id}",
      backup_policy_id: "${azurerm_data_protection_backup_policy_blob_storage.policy.id}",
      storage_account_id: "${azurerm_storage_account.files.id}",
      storage_account_container_names: ["files"],
    },
  };
}

function database(shape: Full): Resources {
  const { location, standby, sku, geoBackup, maintenance } = shape;
  return {
    "azurerm_postgresql_flexible_server.database": {
      name: "psql-orders",
      location,
      sku_name: sku,
      storage_mb: 65_536,
      backup_retention_days: 35,
      geo_redundant_backup_enabled: geoBackup,
      ...(standby !== "none" && { high_availability: { mode: standby } }),
      ...(maintenance && { maintenance_window: maintenance }),
    },
    ...(shape.privateLink && {
      "azurerm_private_endpoint.database": link("${azurerm_postgresql_flexible_server.database.id}"),
    }),
  };
}

function storage(shape: Full): Resources {
  return {
    "azurerm_storage_account.files": {
      name: "stone",
      location: shape.location,
      account_replication_type: shape.replication,
      blob_properties: { versioning_enabled: shape.versioning, delete_retention_policy: { days: 30 } },
    },
    ...(shape.blobs && {
      "azurerm_storage_container.files": { name: "files", storage_account_id: "${azurerm_storage_account.files.id}" },
    }),
    ...(shape.queue && {
      "azurerm_storage_queue.mail": { name: "mail", storage_account_id: "${azurerm_storage_account.files.id}" },
    }),
    ...(shape.privateLink && { "azurerm_private_endpoint.files": link("${azurerm_storage_account.files.id}") }),
  };
}

/** A Production with a public `web` and a private `api` that uses a database and blobs. */
export function resourcesOf(changes: Shape = {}): Resources {
  const shape: Full = { ...PROFILE, ...changes };
  const { location, zoneRedundantApps, replicas, gateway } = shape;
  const env = {
    ...(shape.database && { DATABASE_HOST: "psql-orders.postgres.database.azure.com" }),
    ...(shape.blobs && { FILES_URL: "https://stone.blob.core.windows.net/files" }),
    ...(shape.queue && { MAIL_URL: "https://stone.queue.core.windows.net/mail" }),
  };
  const keepsStores = shape.blobs || shape.queue;
  return {
    "azurerm_resource_group.group": { name: "rg-orders", location },
    "azurerm_container_app_environment.apps": {
      name: "cae",
      location,
      internal_load_balancer_enabled: true,
      zone_redundancy_enabled: zoneRedundantApps,
    },
    "azurerm_container_app.web": app("web", { replicas, ...(shape.webUsesStores && { env }) }),
    "azurerm_container_app.api": app("api", { replicas, external: false, env }),
    "azurerm_key_vault.vault": { name: "kv", location },
    ...(gateway !== "none" && {
      "azurerm_application_gateway.entry": {
        name: "agw",
        location,
        sku: { name: "WAF_v2", tier: "WAF_v2" },
        frontend_ip_configuration: { name: "public", public_ip_address_id: "${azurerm_public_ip.entry.id}" },
        http_listener: [{ name: "https", frontend_ip_configuration_name: "public", protocol: "Https" }],
        ...(typeof gateway === "object" ? gateway : ZONES),
      },
      "azurerm_public_ip.entry": { name: "pip", location, ...ZONES },
    }),
    ...(shape.database && database(shape)),
    ...(keepsStores && storage(shape)),
    ...(shape.vault && vaulted(shape.vault)),
    ...shape.more,
  };
}

/** The same as a graph. */
export function graphOf(changes: Shape = {}): PlanGraph {
  return buildGraph([{ kind: "synth", name: "platform", json: stackJson(resourcesOf(changes)) }]);
}
