import type { ScaleMode } from "../../src/config/scale-mode";
import { buildGraph } from "../../src/plan/build";
import type { PlanGraph } from "../../src/plan/graph";
import type { JsonObject } from "../../src/plan/json";
import type { Topology } from "../../src/promise/promise";
import { type Resources, stackJson } from "../policy/near-miss";

/** What a row changes of the Scale below. */
export interface Scale {
  /** What stands of the second region. */
  readonly mode?: ScaleMode;
  readonly database?: boolean;
  readonly blobs?: boolean;
  readonly queue?: boolean;
  /** Threshold of the alert on the replica's lag, in seconds. */
  readonly lagAlert?: unknown;
  readonly alert?: JsonObject;
  readonly replica?: JsonObject | "none";
  readonly rule?: JsonObject;
  readonly geoBackup?: boolean;
  readonly replication?: string;
  readonly vault?: boolean;
  readonly images?: boolean;
  readonly webUsesStores?: boolean;
  /** Whether the second region's own platform and services are in the plan. */
  readonly serves?: boolean;
  /** Whether what serves there spans zones. */
  readonly secondZones?: boolean;
  readonly more?: Resources;
}

type Full = Scale & Required<Omit<Scale, "alert" | "replica" | "rule" | "more">>;

const USUAL: Full = {
  mode: "warm-standby",
  database: true,
  blobs: true,
  queue: false,
  lagAlert: 300,
  geoBackup: false,
  replication: "ZRS",
  vault: true,
  images: true,
  webUsesStores: false,
  serves: true,
  secondZones: true,
};

export const HOME = "westeurope";
export const SECOND = "northeurope";

function armId(group: string, kind: string, name: string): string {
  return `/subscriptions/\${var.subscription_id}/resourceGroups/${group}/providers/${kind}/${name}`;
}

const SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
const ACCOUNT = "Microsoft.Storage/storageAccounts";
const PLACES = {
  [HOME]: { code: "weu", group: "rg-weu", data: "rg-data-weu" },
  [SECOND]: { code: "neu", group: "rg-neu", data: "rg-data-neu" },
} as const;

type Place = keyof typeof PLACES;

function environmentId(place: Place): string {
  const { group, code } = PLACES[place];
  return armId(group, "Microsoft.App/managedEnvironments", `cae-${code}`);
}

/** What serves in one region: network, firewall, environment. */
function platform(place: Place, zones = true): Resources {
  const { code, group } = PLACES[place];
  const here = { location: place, resource_group_name: group };
  return {
    [`azurerm_firewall.wall`]: { name: `afw-${code}`, ...here, sku_tier: "Basic", zones: ["1", "2", "3"] },
    [`azurerm_container_app_environment.apps`]: {
      name: `cae-${code}`,
      ...here,
      internal_load_balancer_enabled: true,
      zone_redundancy_enabled: zones,
    },
  };
}

function services(place: Place, shape: Full, replicas: number): Resources {
  const { code, group } = PLACES[place];
  const env = {
    ...(shape.database && { DATABASE_HOST: `psql-${code}.postgres.database.azure.com` }),
    ...(shape.blobs && { FILES_URL: `https://st${code}.blob.core.windows.net/files` }),
    ...(shape.queue && { MAIL_URL: `https://st${code}.queue.core.windows.net/mail` }),
  };
  const app = (name: string, external: boolean, uses: Readonly<Record<string, string>>) => ({
    name: `ca-${name}-${code}`,
    resource_group_name: group,
    container_app_environment_id: environmentId(place),
    ingress: { external_enabled: external, target_port: 8080 },
    template: {
      min_replicas: replicas,
      container: [
        { name, cpu: 0.5, memory: "1Gi", env: Object.entries(uses).map(([key, value]) => ({ name: key, value })) },
      ],
    },
  });
  return {
    "azurerm_container_app.web": app("web", true, shape.webUsesStores ? env : {}),
    "azurerm_container_app.api": app("api", false, env),
  };
}

function account(place: Place, { blobs, queue, replication }: Full): Resources {
  const { code, data } = PLACES[place];
  const id = armId(data, ACCOUNT, `st${code}`);
  if (!blobs && !queue) return {};
  return {
    [`azurerm_storage_account.files_${code}`]: {
      name: `st${code}`,
      location: place,
      resource_group_name: data,
      account_replication_type: place === HOME ? replication : "ZRS",
      blob_properties: { versioning_enabled: true, change_feed_enabled: true },
    },
    ...(blobs && { [`azurerm_storage_container.files_${code}`]: { name: "files", storage_account_id: id } }),
    ...(queue && { [`azurerm_storage_queue.mail_${code}`]: { name: "mail", storage_account_id: id } }),
  };
}

function server(place: Place, more: JsonObject): JsonObject {
  const { code, data } = PLACES[place];
  return {
    name: `psql-${code}`,
    location: place,
    resource_group_name: data,
    sku_name: "GP_Standard_D2ds_v5",
    storage_mb: 65_536,
    ...more,
  };
}

function home(shape: Full): Resources {
  const here = { location: HOME, resource_group_name: PLACES[HOME].group };
  return {
    ...platform(HOME),
    "azurerm_container_registry.registry": {
      name: "crorders",
      ...here,
      sku: "Premium",
      ...(shape.images && { georeplications: [{ location: SECOND, zone_redundancy_enabled: true }] }),
    },
    "azurerm_key_vault.vault": { name: "kv-weu", ...here },
    ...(shape.database && {
      "azurerm_postgresql_flexible_server.database": server(HOME, {
        backup_retention_days: 35,
        geo_redundant_backup_enabled: shape.geoBackup,
        high_availability: { mode: "ZoneRedundant" },
      }),
    }),
    ...account(HOME, shape),
  };
}

function data(shape: Full): Resources {
  const here = { location: SECOND, resource_group_name: PLACES[SECOND].group };
  const home = PLACES[HOME].data;
  return {
    ...(shape.vault && { "azurerm_key_vault.vault_neu": { name: "kv-neu", ...here } }),
    "azurerm_monitor_action_group.people": { name: "ag-neu", resource_group_name: PLACES[SECOND].group },
    ...(shape.database &&
      shape.replica !== "none" && {
        "azurerm_postgresql_flexible_server.replica": server(SECOND, {
          create_mode: "Replica",
          source_server_id: armId(home, SERVER, "psql-weu"),
          ...shape.replica,
        }),
        ...(shape.lagAlert !== undefined && {
          "azurerm_monitor_metric_alert.lag": {
            name: "lag",
            scopes: ["${azurerm_postgresql_flexible_server.replica.id}"],
            criteria: {
              metric_namespace: SERVER,
              metric_name: "physical_replication_delay_in_seconds",
              aggregation: "Maximum",
              operator: "GreaterThan",
              threshold: shape.lagAlert as number,
            },
            action: [{ action_group_id: "${azurerm_monitor_action_group.people.id}" }],
            ...shape.alert,
          },
        }),
      }),
    ...account(SECOND, shape),
    ...(shape.blobs && {
      "azurerm_storage_object_replication.files": {
        source_storage_account_id: armId(home, ACCOUNT, "stweu"),
        destination_storage_account_id: "${azurerm_storage_account.files_neu.id}",
        rules: [
          {
            source_container_name: "files",
            destination_container_name: "files",
            copy_blobs_created_after: "Everything",
            ...shape.rule,
          },
        ],
      },
    }),
  };
}

function edge({ mode }: Full): Resources {
  const origin = (place: Place, more: JsonObject) => ({
    name: place,
    cdn_frontdoor_origin_group_id: "${azurerm_cdn_frontdoor_origin_group.web.id}",
    host_name: `ca-web.${place}.azurecontainerapps.io`,
    private_link: {
      target_type: "managedEnvironments",
      location: place,
      private_link_target_id: environmentId(place),
    },
    ...more,
  });
  const there: Readonly<Record<ScaleMode, JsonObject | undefined>> = {
    "cold-standby": undefined,
    "warm-standby": { enabled: false, priority: 2 },
    "hot-failover": { enabled: true, priority: 2 },
    "active-active": { enabled: true, priority: 1, weight: 500 },
  };
  const second = there[mode];
  return {
    "azurerm_cdn_frontdoor_profile.edge": {
      name: "afd-orders",
      resource_group_name: "rg-edge",
      sku_name: "Premium_AzureFrontDoor",
    },
    "azurerm_cdn_frontdoor_origin_group.web": {
      name: "web",
      cdn_frontdoor_profile_id: "${azurerm_cdn_frontdoor_profile.edge.id}",
      health_probe: { protocol: "Https", interval_in_seconds: 30 },
      load_balancing: { sample_size: 4, successful_samples_required: 3 },
    },
    "azurerm_cdn_frontdoor_origin.home": origin(HOME, { enabled: true, priority: 1 }),
    ...(second && { "azurerm_cdn_frontdoor_origin.second": origin(SECOND, second) }),
  };
}

const ACCESS: Resources = {
  "azurerm_virtual_network_gateway.vpn": { name: "vpng-neu", location: SECOND, sku: "VpnGw1AZ" },
  "azurerm_private_dns_resolver_inbound_endpoint.in": { name: "in", location: SECOND },
};

/** The stacks of a Scale as they are written in every mode, whether or not all of them are applied. */
export function scaleGraph(changes: Scale = {}): PlanGraph {
  const shape: Full = { ...USUAL, ...changes };
  const waits = shape.mode === "cold-standby" || shape.mode === "warm-standby";
  const stacks: Readonly<Record<string, Resources>> = {
    platform: { ...home(shape), ...shape.more },
    services: services(HOME, shape, 2),
    "data-neu": data(shape),
    ...(shape.serves && {
      "platform-neu": platform(SECOND, shape.secondZones),
      "access-neu": ACCESS,
      "services-neu": services(SECOND, shape, waits ? 1 : 2),
    }),
    edge: edge(shape),
  };
  return buildGraph(
    Object.entries(stacks).map(([name, resources]) => ({
      kind: "synth" as const,
      name: `orders-production-${name}`,
      json: stackJson(resources, { variable: { subscription_id: {} } }),
    })),
  );
}

/** The same with what a config says of it. */
export function scaleOf(changes: Scale = {}, measured?: Topology["measured"]): Topology {
  const mode = changes.mode ?? USUAL.mode;
  return {
    graph: scaleGraph(changes),
    config: { location: HOME, residency: [HOME, SECOND], scale: { mode, region: SECOND } },
    ...(measured && { measured }),
  };
}
