import { nearMisses } from "./said";

const gate = "pre-production" as const;
const keys = "It takes shared keys.";
const storage = { shared_access_key_enabled: false, local_user_enabled: false };

nearMisses("DAT-08", {
  "a switch that is off holds, in each type that has one": {
    gate,
    resources: {
      "azurerm_storage_account.a": { ...storage, name: "a" },
      "azurerm_cosmosdb_account.a": { name: "a", local_authentication_disabled: true },
      "azurerm_servicebus_namespace.a": { name: "a", local_auth_enabled: false },
      "azurerm_eventhub_namespace.a": { name: "a", local_authentication_enabled: false },
      "azurerm_eventgrid_topic.a": { name: "a", local_auth_enabled: false },
      "azurerm_app_configuration.a": { name: "a", local_auth_enabled: false },
      "azurerm_redis_cache.a": { name: "a", access_keys_authentication_enabled: false },
      "azurerm_cognitive_account.a": { name: "a", local_auth_enabled: false },
      "azurerm_search_service.a": { name: "a", local_authentication_enabled: false },
      "azurerm_signalr_service.a": { name: "a", local_auth_enabled: false },
      "azurerm_web_pubsub.a": { name: "a", local_auth_enabled: false },
      "azurerm_container_registry.a": { name: "a", admin_enabled: false },
      "azurerm_postgresql_flexible_server.a": { name: "a", authentication: { password_auth_enabled: false } },
      "azurerm_mssql_server.a": { name: "a", azuread_administrator: [{ azuread_authentication_only: true }] },
    },
    pass: [
      "azurerm_storage_account.a",
      "azurerm_cosmosdb_account.a",
      "azurerm_servicebus_namespace.a",
      "azurerm_eventhub_namespace.a",
      "azurerm_eventgrid_topic.a",
      "azurerm_app_configuration.a",
      "azurerm_redis_cache.a",
      "azurerm_cognitive_account.a",
      "azurerm_search_service.a",
      "azurerm_signalr_service.a",
      "azurerm_web_pubsub.a",
      "azurerm_container_registry.a",
      "azurerm_postgresql_flexible_server.a",
      "azurerm_mssql_server.a",
    ],
  },
  "a switch that nobody touched is on, but for a registry's admin user and the keys of Managed Redis": {
    gate,
    resources: {
      "azurerm_storage_account.a": { name: "a" },
      "azurerm_cosmosdb_account.a": { name: "a" },
      "azurerm_servicebus_namespace.a": { name: "a" },
      "azurerm_eventhub_namespace.a": { name: "a" },
      "azurerm_redis_cache.a": { name: "a" },
      "azurerm_signalr_service.a": { name: "a" },
      "azurerm_iothub.a": { name: "a" },
      "azurerm_kubernetes_cluster.a": { name: "a" },
      "azurerm_container_registry.a": { name: "a" },
      "azurerm_postgresql_flexible_server.a": { name: "a" },
      "azurerm_mssql_server.a": { name: "a" },
      "azurerm_managed_redis.a": { name: "a", default_database: [{ client_protocol: "Encrypted" }] },
      "azurerm_linux_web_app.a": { name: "a" },
      "azurerm_batch_account.a": { name: "a" },
    },
    pass: ["azurerm_container_registry.a", "azurerm_managed_redis.a"],
    fail: {
      "azurerm_storage_account.a": [keys, "It takes passwords and keys of local users."],
      "azurerm_cosmosdb_account.a": keys,
      "azurerm_servicebus_namespace.a": keys,
      "azurerm_eventhub_namespace.a": keys,
      "azurerm_redis_cache.a": "It takes access keys.",
      "azurerm_signalr_service.a": keys,
      "azurerm_iothub.a": keys,
      "azurerm_kubernetes_cluster.a": "It takes local accounts.",
      "azurerm_postgresql_flexible_server.a": "It takes passwords.",
      "azurerm_mssql_server.a": "It takes passwords.",
      "azurerm_linux_web_app.a": ["It takes passwords for FTP.", "It takes passwords for deployments."],
      "azurerm_batch_account.a": "It takes whatever Azure allows beside Entra ID.",
    },
  },
  "a Linux machine takes an administrator's password when it is told so": {
    gate,
    resources: {
      "azurerm_linux_virtual_machine.plain": { name: "p" },
      "azurerm_linux_virtual_machine.keys": { name: "k", disable_password_authentication: true },
      "azurerm_linux_virtual_machine.password": { name: "w", disable_password_authentication: false },
      "azurerm_linux_virtual_machine_scale_set.password": { name: "w", disable_password_authentication: false },
    },
    pass: ["azurerm_linux_virtual_machine.plain", "azurerm_linux_virtual_machine.keys"],
    fail: {
      "azurerm_linux_virtual_machine.password": "It takes an administrator's password.",
      "azurerm_linux_virtual_machine_scale_set.password": "It takes an administrator's password.",
    },
  },
  "one that is switched on fails": {
    gate,
    resources: {
      "azurerm_container_registry.a": { name: "a", admin_enabled: true },
      "azurerm_managed_redis.a": { name: "a", default_database: [{ access_keys_authentication_enabled: true }] },
      "azurerm_batch_account.a": { name: "a", allowed_authentication_modes: ["AAD", "SharedKey"] },
      "azurerm_mongo_cluster.a": { name: "a", authentication_methods: ["NativeAuth", "MicrosoftEntraID"] },
      "azurerm_mongo_cluster.b": { name: "b", authentication_methods: ["MicrosoftEntraID"] },
    },
    pass: ["azurerm_mongo_cluster.b"],
    fail: {
      "azurerm_container_registry.a": "It takes the admin user's password.",
      "azurerm_managed_redis.a": "It takes access keys.",
      "azurerm_batch_account.a": "It takes SharedKey beside Entra ID.",
      "azurerm_mongo_cluster.a": "It takes NativeAuth beside Entra ID.",
    },
  },
  "local users sign in with passwords and keys, unless the account knows none": {
    gate,
    resources: {
      "azurerm_storage_account.nobody": { ...storage, name: "a" },
      "azurerm_storage_account.said": { ...storage, name: "b", local_user_enabled: true },
      "azurerm_storage_account.unsaid": { name: "c", shared_access_key_enabled: false },
      "azurerm_storage_account_local_user.password": { name: "p", ssh_password_enabled: true },
      "azurerm_storage_account_local_user.key": { name: "k", ssh_key_enabled: true, ssh_password_enabled: false },
      "azurerm_storage_account_local_user.neither": { name: "n", ssh_key_enabled: false },
    },
    pass: ["azurerm_storage_account.nobody", "azurerm_storage_account_local_user.neither"],
    fail: {
      "azurerm_storage_account.said": "It takes passwords and keys of local users.",
      "azurerm_storage_account.unsaid": "It takes passwords and keys of local users.",
      "azurerm_storage_account_local_user.password": "It takes a password over SFTP.",
      "azurerm_storage_account_local_user.key": "It takes a key over SFTP.",
    },
  },
  "a token of the registry is for passwords": {
    gate,
    resources: {
      "azurerm_container_registry_token.on": { name: "a" },
      "azurerm_container_registry_token.off": { name: "b", enabled: false },
      "azurerm_container_registry_token_password.p": { password1: [{ expiry: "2027-12-01T00:00:00Z" }] },
    },
    pass: ["azurerm_container_registry_token.off"],
    fail: {
      "azurerm_container_registry_token.on": "It takes passwords of its own to the registry.",
      "azurerm_container_registry_token_password.p": "It is a password to the registry, and stands in the state.",
    },
  },
  "a Cosmos DB account of another API has no switch": {
    gate,
    resources: {
      "azurerm_cosmosdb_account.mongo": { name: "a", kind: "MongoDB" },
      "azurerm_cosmosdb_account.table": { name: "b", capabilities: [{ name: "EnableTable" }] },
      "azurerm_cosmosdb_account.sql": { name: "c", capabilities: [{ name: "EnableServerless" }] },
    },
    fail: { "azurerm_cosmosdb_account.sql": keys },
  },
  "MySQL turns passwords off by a parameter of this server": {
    gate,
    resources: {
      "azurerm_mysql_flexible_server.on": { name: "on", resource_group_name: "rg" },
      "azurerm_mysql_flexible_server.off": { name: "off", resource_group_name: "rg" },
      "azurerm_mysql_flexible_server.none": { name: "none", resource_group_name: "rg" },
      "azurerm_mysql_flexible_server.later": { name: "later", resource_group_name: "rg" },
      "azurerm_mysql_flexible_server_configuration.on": parameter("on", "ON"),
      "azurerm_mysql_flexible_server_configuration.off": parameter("off", "OFF"),
      "azurerm_mysql_flexible_server_configuration.later": parameter("later", "${var.only}"),
      "azurerm_mysql_flexible_server_configuration.other": { ...parameter("none", "ON"), name: "log_bin" },
    },
    pass: ["azurerm_mysql_flexible_server.on"],
    fail: {
      "azurerm_mysql_flexible_server.off": "It takes passwords: the parameter aad_auth_only is not ON.",
      "azurerm_mysql_flexible_server.none": "It takes passwords: the parameter aad_auth_only is not ON.",
    },
    unknown: { "azurerm_mysql_flexible_server.later": "aad_auth_only is not known before apply." },
  },
  "a value that a variable decides is unknown": {
    gate,
    resources: {
      "azurerm_storage_account.a": { ...storage, name: "a", shared_access_key_enabled: "${var.keys}" },
      "azurerm_batch_account.a": { name: "a", allowed_authentication_modes: "${var.modes}" },
    },
    unknown: {
      "azurerm_storage_account.a": "shared_access_key_enabled is not known before apply.",
      "azurerm_batch_account.a": "allowed_authentication_modes is not known before apply.",
    },
  },
});

function parameter(server: string, value: string) {
  return { name: "aad_auth_only", resource_group_name: "rg", server_name: server, value };
}
