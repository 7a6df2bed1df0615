import { attribute } from "./schema";

/** What Azure fills in for a new resource where azurerm has no default of its own, and always the same. */
const FILLED_IN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  azurerm_app_configuration: { public_network_access: "Enabled" },
  azurerm_container_app_environment: {
    logs_destination: "", // the provider sends "none" unless a workspace is given
    public_network_access: "Enabled", // Disabled only when asked for, or with an internal load balancer
  },
  azurerm_container_registry: { anonymous_pull_enabled: false },
  azurerm_key_vault: {
    purge_protection_enabled: false,
    rbac_authorization_enabled: false, // a new vault uses access policies unless told otherwise
  },
  azurerm_log_analytics_workspace: {
    local_authentication_disabled: false,
    local_authentication_enabled: true,
    retention_in_days: 30,
  },
  azurerm_mysql_flexible_server: { public_network_access: "Enabled" },
  azurerm_postgresql_flexible_server: { backup_retention_days: 7 },
};

/**
 * What an absent argument comes to: absent is not off, and a storage account without `public_network_access_enabled` is
 * public.
 *
 * @param type with the prefix
 * @param path through blocks, without indices
 * @returns `undefined` where neither azurerm nor Azure has one value for all
 */
export function providerDefault(type: string, path: string): unknown {
  const filled = FILLED_IN[type]?.[path];
  return filled === undefined ? attribute(type, path)?.default : filled;
}
