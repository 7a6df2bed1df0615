import { attribute } from "./schema";
import { OLD_PROTOCOLS } from "./types/api-management";

/**
 * What Azure fills in for a new resource where azurerm has no default of its own, and always the same. A path through a
 * block says what holds where the block is absent.
 */
const FILLED_IN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  azurerm_api_management: {
    "tenant_access.enabled": false,
    tenant_access: [],
    security: [],
    ...Object.fromEntries(OLD_PROTOCOLS.map((path) => [path, false])), // the provider sends them all
  },
  azurerm_app_configuration: { public_network_access: "Enabled" },
  azurerm_container_app: { "ingress.external_enabled": false },
  azurerm_container_app_environment: {
    logs_destination: "", // the provider sends "none" unless a workspace is given
    public_network_access: "Enabled", // Disabled only when asked for, or with an internal load balancer
  },
  azurerm_container_registry: { anonymous_pull_enabled: false },
  azurerm_cosmosdb_account: { "backup.type": "Periodic", "backup.storage_redundancy": "Geo" },
  azurerm_databricks_workspace: { custom_parameters: [], "custom_parameters.no_public_ip": true },
  azurerm_firewall_policy: { "dns.proxy_enabled": false },
  azurerm_key_vault: {
    purge_protection_enabled: false,
    rbac_authorization_enabled: false, // a new vault uses access policies unless told otherwise
  },
  azurerm_linux_virtual_machine: {
    disable_password_authentication: true, // what the provider sends where it is not said
  },
  azurerm_log_analytics_workspace: {
    local_authentication_disabled: false,
    local_authentication_enabled: true,
    retention_in_days: 30,
  },
  azurerm_managed_redis: { "default_database.client_protocol": "Encrypted" },
  azurerm_mysql_flexible_server: { public_network_access: "Enabled" },
  azurerm_postgresql_flexible_server: {
    "authentication.active_directory_auth_enabled": false,
    "authentication.password_auth_enabled": true,
    backup_retention_days: 7,
  },
  azurerm_storage_account: { "blob_properties.versioning_enabled": false },
  azurerm_web_application_firewall_policy: {
    "policy_settings.enabled": true,
    "policy_settings.mode": "Prevention",
    "managed_rules.managed_rule_set.type": "OWASP",
  },
};

/**
 * What an absent argument comes to, on the resource itself or in a block that is there: absent is not off, and a storage
 * account without `public_network_access_enabled` is public.
 *
 * @param type with the prefix
 * @param path through blocks, without indices
 * @param major of azurerm. @default 4
 * @returns `undefined` where neither azurerm nor Azure has one value for all
 */
export function providerDefault(type: string, path: string, major = 4): unknown {
  const own = attribute(type, path, major)?.default;
  return own === undefined || own === "" ? (defaultWithoutBlock(type, path) ?? own) : own;
}

/** What an argument of a block comes to where the block itself is absent: azurerm's defaults are those of blocks that are there. */
export function defaultWithoutBlock(type: string, path: string): unknown {
  return FILLED_IN[type]?.[path];
}
