import { type Entry, entry, part, parts } from "../entry";

const CACHE = "azurerm_redis_cache";
const MANAGED = "azurerm_managed_redis";
const ENTERPRISE = "azurerm_redis_enterprise_cluster";

/** Caches. */
export const redis: Readonly<Record<string, Entry>> = {
  azurerm_managed_redis: entry({
    noBackup: "the cache",
    hosts: ["{region}.redis.azure.net"],
    noun: "cache",
    arm: { segment: "Microsoft.Cache/redisEnterprise" },
    holds: "customer data",
    publicSide: { path: "public_network_access", off: "Disabled" },
    privateLink: [{ name: "redisEnterprise", zone: "privatelink.redis.azure.net" }],
    localAuth: [
      { path: "default_database.access_keys_authentication_enabled", off: false, what: "access keys", onRequest: true },
    ],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "replication is a resource of its own" },
    gives: { none: "policies in it are resources of their own" },
    tls: [{ path: "default_database.client_protocol", good: ["Encrypted"] }],
    diagnosed: true,
    minutes: { safe: 20 },
    paid: true,
  }),
  azurerm_redis_cache: entry({
    noBackup: "the cache",
    sla: { usual: "redis" },
    hosts: ["redis.cache.windows.net"],
    noun: "cache",
    arm: { segment: "Microsoft.Cache/redis" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "rules", type: "azurerm_redis_firewall_rule", server: "redis_cache_name", openWhenNone: true },
    },
    privateLink: [{ name: "redisCache", zone: "privatelink.redis.cache.windows.net" }],
    localAuth: [{ path: "access_keys_authentication_enabled", off: false, what: "access keys" }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: [
      {
        what: "its content, for backups",
        to: [
          "redis_configuration.rdb_storage_connection_string",
          "redis_configuration.aof_storage_connection_string_0",
        ],
        says: "sends copies of its content to",
      },
    ],
    gives: { none: "policies in it are resources of their own" },
    inSubnets: [{ path: "subnet_id" }],
    tls: [
      { path: "minimum_tls_version", good: ["1.2", "1.3"] },
      { path: "non_ssl_port_enabled", good: [false] },
    ],
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
    diagnosed: true,
    minutes: { safe: 25 },
    paid: true,
  }),
  azurerm_redis_enterprise_cluster: entry({
    noun: "cache",
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "replication is in its database" },
    localAuth: [{ what: "access keys" }],
    gives: { none: "it gives nobody a right" },
    tls: [{ path: "minimum_tls_version", good: ["1.2", "1.3"] }],
    paid: true,
  }),
  azurerm_managed_redis_access_policy_assignment: part(MANAGED, {
    gives: { what: "the use of the cache", to: "object_id" },
  }),
  azurerm_managed_redis_geo_replication: part(MANAGED, {
    waysOut: [{ what: "its content", to: ["linked_managed_redis_ids"], says: "replicates its content to" }],
  }),
  azurerm_redis_cache_access_policy: part(CACHE, { gives: { what: "a role in the cache", right: "permissions" } }),
  azurerm_redis_cache_access_policy_assignment: part(CACHE, {
    gives: { what: "a role in the cache", to: "object_id", right: "access_policy_name" },
  }),
  azurerm_redis_enterprise_database: part(ENTERPRISE, {
    dataPart: true,
    waysOut: [{ what: "its content", to: ["linked_database_id"], says: "replicates its content to" }],
    tls: [{ path: "client_protocol", good: ["Encrypted"] }],
  }),
  ...parts(CACHE, "azurerm_redis_firewall_rule"),
  azurerm_redis_linked_server: part(CACHE, {
    waysOut: [{ what: "its content", to: ["linked_redis_cache_id"], says: "replicates its content to" }],
    regions: ["linked_redis_cache_location"],
  }),
};
