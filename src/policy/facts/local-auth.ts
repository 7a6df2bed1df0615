import type { Resource } from "../graph/resource";

/** The switch of a type's own keys or passwords, beside Entra ID. */
export interface LocalAuth {
  readonly path: string;
  /** What turns it off. An attribute that is absent is on: azurerm 4.55 and Azure leave it on. */
  readonly off: unknown;
  /** How findings call what gets in: `shared keys`. */
  readonly what: string;
}

const auth = (path: string, off: boolean, what: string): LocalAuth => ({ path, off, what });
const KEYS = "shared keys";
const enabled = auth("local_auth_enabled", false, KEYS);
const authentication = auth("local_authentication_enabled", false, KEYS);
const ftp = auth("ftp_publish_basic_authentication_enabled", false, "passwords for FTP");
const deploy = auth("webdeploy_publish_basic_authentication_enabled", false, "passwords for deployments");
const web = [ftp, deploy];

/**
 * Types that have the switch. Log Analytics and Application Insights have it too and are OBS-03's; what is off unless
 * asked for, and what is no plain switch, are judged apart.
 *
 * Source: the schemas of azurerm 4.55 with their defaults.
 */
export const LOCAL_AUTH: Readonly<Record<string, readonly LocalAuth[]>> = {
  azurerm_ai_services: [authentication],
  azurerm_app_configuration: [enabled],
  azurerm_automation_account: [authentication],
  azurerm_bot_service_azure_bot: [authentication],
  azurerm_cognitive_account: [enabled],
  azurerm_container_registry: [auth("admin_enabled", false, "the admin user's password")],
  azurerm_container_registry_token: [auth("enabled", false, "passwords of its own to the registry")],
  azurerm_cosmosdb_account: [auth("local_authentication_disabled", true, KEYS)],
  azurerm_eventgrid_domain: [enabled],
  azurerm_eventgrid_partner_namespace: [authentication],
  azurerm_eventgrid_topic: [enabled],
  azurerm_eventhub_namespace: [authentication],
  azurerm_function_app_flex_consumption: [deploy],
  azurerm_iothub: [authentication],
  azurerm_kubernetes_cluster: [auth("local_account_disabled", true, "local accounts")],
  azurerm_linux_function_app: web,
  azurerm_linux_function_app_slot: web,
  azurerm_linux_web_app: web,
  azurerm_linux_web_app_slot: web,
  azurerm_logic_app_standard: [
    ftp,
    auth("scm_publish_basic_authentication_enabled", false, "passwords for deployments"),
  ],
  azurerm_machine_learning_compute_cluster: [enabled],
  azurerm_machine_learning_compute_instance: [enabled],
  azurerm_maps_account: [authentication],
  azurerm_mssql_managed_instance: [
    auth("azure_active_directory_administrator.azuread_authentication_only_enabled", true, "passwords"),
  ],
  azurerm_mssql_server: [auth("azuread_administrator.azuread_authentication_only", true, "passwords")],
  azurerm_postgresql_flexible_server: [auth("authentication.password_auth_enabled", false, "passwords")],
  azurerm_redis_cache: [auth("access_keys_authentication_enabled", false, "access keys")],
  azurerm_search_service: [authentication],
  azurerm_servicebus_namespace: [enabled],
  azurerm_signalr_service: [enabled],
  azurerm_storage_account: [
    auth("shared_access_key_enabled", false, KEYS),
    auth("local_user_enabled", false, "passwords and keys of local users"),
  ],
  azurerm_web_pubsub: [enabled],
  azurerm_web_pubsub_socketio: [enabled],
  azurerm_windows_function_app: web,
  azurerm_windows_function_app_slot: web,
  azurerm_windows_web_app: web,
  azurerm_windows_web_app_slot: web,
};

/** Types whose keys or passwords are off unless somebody asks for them. */
export const ON_REQUEST: Readonly<Record<string, readonly LocalAuth[]>> = {
  azurerm_managed_redis: [auth("default_database.access_keys_authentication_enabled", false, "access keys")],
  azurerm_storage_account_local_user: [
    auth("ssh_password_enabled", false, "a password over SFTP"),
    auth("ssh_key_enabled", false, "a key over SFTP"),
  ],
};

const KEYED_APIS = new Set(["EnableCassandra", "EnableGremlin", "EnableMongo", "EnableTable"]);

/** True for a Cosmos DB account whose API knows nothing but keys: the provider takes the switch for the SQL API only. */
export function knowsOnlyKeys(account: Resource): boolean {
  if (account.type !== "azurerm_cosmosdb_account") return false;
  const apis = account.blocks("capabilities").map((one) => one.text("name") ?? "");
  return account.text("kind") === "MongoDB" || apis.some((one) => KEYED_APIS.has(one));
}
