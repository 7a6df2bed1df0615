import { type Entry, entry, unread } from "../entry";

export const redis: Readonly<Record<string, Entry>> = {
  azurerm_managed_redis: entry({
    noun: "cache",
    arm: { segment: "Microsoft.Cache/redisEnterprise" },
    holds: "customer data",
    publicSide: { path: "public_network_access", off: "Disabled" },
    privateLink: [{ name: "redisEnterprise", zone: "privatelink.redis.azure.net" }],
    localAuth: [
      { path: "default_database.access_keys_authentication_enabled", off: false, what: "access keys", onRequest: true },
    ],
    tls: [{ path: "default_database.client_protocol", good: ["Encrypted"] }],
    diagnosed: true,
    minutes: { safe: 20 },
    paid: true,
  }),
  azurerm_redis_cache: entry({
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
    tls: [
      { path: "minimum_tls_version", good: ["1.2", "1.3"] },
      { path: "non_ssl_port_enabled", good: [false] },
    ],
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
    diagnosed: true,
    minutes: { safe: 25 },
    paid: true,
  }),
  azurerm_redis_enterprise_cluster: entry({ paid: true }),
  ...unread(
    "azurerm_managed_redis_access_policy_assignment",
    "azurerm_managed_redis_geo_replication",
    "azurerm_redis_cache_access_policy",
    "azurerm_redis_cache_access_policy_assignment",
    "azurerm_redis_enterprise_database",
    "azurerm_redis_firewall_rule",
    "azurerm_redis_linked_server",
  ),
};
