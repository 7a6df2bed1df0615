import { type Entry, entry, part, parts } from "../entry";
import { NOT_READ } from "../type";

const FACTORY = "azurerm_data_factory";

/** A linked service: pipelines read data from it and send data to it. */
const linked = (...to: readonly string[]) =>
  part(FACTORY, { waysOut: [{ what: "data", to, says: "exchanges data with" }] });

/** Data Factory. */
export const dataFactory: Readonly<Record<string, Entry>> = {
  azurerm_data_factory: entry({
    noun: "data factory",
    holds: { none: "data passes through; secrets of its connections are judged with them" },
    publicSide: { path: "public_network_enabled", off: false },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: [
      {
        what: "pipelines",
        to: ["github_configuration.account_name", "vsts_configuration.account_name"],
        says: "keeps its pipelines in",
      },
      { what: "lineage", to: ["purview_id"], says: "sends lineage to" },
    ],
    localAuth: { none: "only Entra identities sign in" },
    gives: { none: "roles are resources of their own" },
    privateLink: [{ name: "dataFactory", zone: "privatelink.datafactory.azure.net" }],
  }),
  ...parts(
    FACTORY,
    "azurerm_data_factory_credential_service_principal",
    "azurerm_data_factory_credential_user_managed_identity",
    "azurerm_data_factory_custom_dataset",
    "azurerm_data_factory_customer_managed_key",
    "azurerm_data_factory_data_flow",
    "azurerm_data_factory_dataset_azure_blob",
    "azurerm_data_factory_dataset_azure_sql_table",
    "azurerm_data_factory_dataset_binary",
    "azurerm_data_factory_dataset_cosmosdb_sqlapi",
    "azurerm_data_factory_dataset_delimited_text",
    "azurerm_data_factory_dataset_http",
    "azurerm_data_factory_dataset_json",
    "azurerm_data_factory_dataset_mysql",
    "azurerm_data_factory_dataset_parquet",
    "azurerm_data_factory_dataset_postgresql",
    "azurerm_data_factory_dataset_snowflake",
    "azurerm_data_factory_dataset_sql_server_table",
    "azurerm_data_factory_flowlet_data_flow",
    "azurerm_data_factory_integration_runtime_azure",
    "azurerm_data_factory_trigger_blob_event",
    "azurerm_data_factory_trigger_custom_event",
    "azurerm_data_factory_trigger_schedule",
    "azurerm_data_factory_trigger_tumbling_window",
  ),
  azurerm_data_factory_integration_runtime_azure_ssis: part(FACTORY, {
    waysOut: [
      { what: "code", to: ["custom_setup_script.blob_container_uri"], says: "runs code from" },
      { what: "data", to: ["catalog_info.server_endpoint"], says: "exchanges data with" },
    ],
    inSubnets: [{ path: "vnet_integration.subnet_id" }, { path: "express_vnet_integration.subnet_id" }],
    publicAddresses: ["vnet_integration.public_ips"],
    paid: true,
  }),
  azurerm_data_factory_integration_runtime_self_hosted: part(FACTORY, {
    localAuth: [{ what: "keys of its nodes" }],
  }),
  azurerm_data_factory_linked_custom_service: part(FACTORY, { waysOut: NOT_READ }), // where to is in its JSON
  azurerm_data_factory_linked_service_azure_blob_storage: linked(
    "connection_string",
    "connection_string_insecure",
    "sas_uri",
    "service_endpoint",
  ),
  azurerm_data_factory_linked_service_azure_databricks: linked("adb_domain"),
  azurerm_data_factory_linked_service_azure_file_storage: linked("connection_string", "host"),
  azurerm_data_factory_linked_service_azure_function: linked("url"),
  azurerm_data_factory_linked_service_azure_search: linked("url"),
  azurerm_data_factory_linked_service_azure_sql_database: linked(
    "connection_string",
    "key_vault_connection_string.secret_name",
  ),
  azurerm_data_factory_linked_service_azure_table_storage: linked("connection_string"),
  azurerm_data_factory_linked_service_cosmosdb: linked("connection_string", "account_endpoint"),
  azurerm_data_factory_linked_service_cosmosdb_mongoapi: linked("connection_string"),
  azurerm_data_factory_linked_service_data_lake_storage_gen2: linked("url"),
  azurerm_data_factory_linked_service_key_vault: part(FACTORY, {
    waysOut: [{ what: "secrets", to: ["key_vault_id"], says: "takes secrets from" }],
  }),
  azurerm_data_factory_linked_service_kusto: linked("kusto_endpoint"),
  azurerm_data_factory_linked_service_mysql: linked("connection_string"),
  azurerm_data_factory_linked_service_odata: linked("url"),
  azurerm_data_factory_linked_service_odbc: linked("connection_string"),
  azurerm_data_factory_linked_service_postgresql: linked("connection_string"),
  azurerm_data_factory_linked_service_sftp: linked("host"),
  azurerm_data_factory_linked_service_snowflake: linked("connection_string"),
  azurerm_data_factory_linked_service_sql_managed_instance: linked(
    "connection_string",
    "key_vault_connection_string.secret_name",
  ),
  azurerm_data_factory_linked_service_sql_server: linked(
    "connection_string",
    "key_vault_connection_string.secret_name",
  ),
  azurerm_data_factory_linked_service_synapse: linked("connection_string"),
  azurerm_data_factory_linked_service_web: linked("url"),
  azurerm_data_factory_managed_private_endpoint: part(FACTORY, {
    waysOut: [{ what: "requests", to: ["target_resource_id"], says: "sends requests to" }],
  }),
  azurerm_data_factory_pipeline: part(FACTORY, { waysOut: NOT_READ }), // web activities are in its JSON
};
