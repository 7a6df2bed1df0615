import type { Service } from "../arm/behaviour";
import { at, fill, object, put } from "../json";
import {
  afterServerDelete,
  checkPromotion,
  checkReplica,
  checkServerDelete,
  fillReplica,
  promote,
  virtualEndpoints,
} from "./postgresql-replicas";

const SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
/** @see https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-storage-premium-ssd tiers by size */
const TIERS: readonly (readonly [number, string, number])[] = [
  [32, "P4", 120],
  [64, "P6", 240],
  [128, "P10", 500],
  [256, "P15", 1100],
  [512, "P20", 2300],
  [1024, "P30", 5000],
  [2048, "P40", 7500],
  [4096, "P50", 7500],
  [8192, "P60", 16000],
  [16384, "P70", 18000],
  [32767, "P80", 20000],
];

/** PostgreSQL flexible servers: what a server has from the start, and what Azure chooses where nobody says. */
export const postgresql: Service = {
  types: [
    {
      type: SERVER,
      // The words: https://github.com/MicrosoftDocs/azure-docs/issues/63537
      worldwide: {
        code: "ServerNameAlreadyExists",
        message: (name) => `Specified server name '${name}' is already used.`,
      },
      secrets: ["properties.administratorLoginPassword"],
      put: "merge",
      check: (write) => {
        checkReplica(write);
        checkPromotion(write);
      },
      checkDelete: checkServerDelete,
      afterDelete: afterServerDelete,
      after: promote,
      fill: (write) => {
        const { id, body } = write;
        fillReplica(write);
        const properties = object(body["properties"]);
        const size = Number(at(properties, "storage.storageSizeGB") ?? 32);
        const tier = TIERS.find(([limit]) => size <= limit);
        delete properties["createMode"];
        fill(properties, {
          fullyQualifiedDomainName: `${id.name}.postgres.database.azure.com`,
          state: "Ready",
          version: "17",
          minorVersion: "0",
          availabilityZone: "1",
          storage: { storageSizeGB: size, autoGrow: "Disabled", tier: tier?.[1], iops: tier?.[2], type: "" },
          backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
          network: { publicNetworkAccess: "Enabled" },
          highAvailability: { mode: "Disabled", state: "NotEnabled" },
          maintenanceWindow: { customWindow: "Disabled", dayOfWeek: 0, startHour: 0, startMinute: 0 },
          authConfig: { activeDirectoryAuth: "Disabled", passwordAuth: "Enabled" },
          dataEncryption: { type: "SystemManaged" },
          replica: { role: "Primary", capacity: 5 },
          replicationRole: "Primary",
          replicaCapacity: 5,
          privateEndpointConnections: [],
        });
      },
    },
    {
      type: `${SERVER}/configurations`,
      put: "merge",
      absent: (id) => ({
        id: id.text,
        name: id.name,
        type: `${SERVER}/configurations`,
        properties: {
          value: DEFAULTS[id.name] ?? "",
          defaultValue: DEFAULTS[id.name] ?? "",
          source: "system-default",
          isDynamicConfig: true,
          isReadOnly: false,
        },
      }),
      fill: ({ body, id }) =>
        fill(object(body["properties"]), {
          defaultValue: DEFAULTS[id.name] ?? "",
          isDynamicConfig: true,
          isReadOnly: false,
          isConfigPendingRestart: false,
        }),
    },
    {
      type: `${SERVER}/databases`,
      fill: ({ body }) => fill(object(body["properties"]), { charset: "UTF8", collation: "en_US.utf8" }),
    },
    { type: `${SERVER}/firewallRules` },
    { type: `${SERVER}/administrators`, fill: ({ body, id }) => put(body, "properties.objectId", id.name) },
    virtualEndpoints,
    { type: `${SERVER}/advancedThreatProtectionSettings`, put: "merge" },
  ],
};

/** Server parameters that stacks set, with the values that a server begins with. */
const DEFAULTS: Readonly<Record<string, string>> = {
  require_secure_transport: "on",
  ssl_min_protocol_version: "TLSv1.2",
  "azure.extensions": "",
  "pgaudit.log": "none",
  shared_preload_libraries: "pg_cron,pg_stat_statements",
  log_connections: "on",
  log_disconnections: "off",
  connection_throttling: "off",
};
