import { type Entry, entry, unread } from "../entry";

export const analytics: Readonly<Record<string, Entry>> = {
  azurerm_analysis_services_server: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_databricks_workspace: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  azurerm_hdinsight_hadoop_cluster: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    paid: true,
  }),
  azurerm_hdinsight_hbase_cluster: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_hdinsight_interactive_query_cluster: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_hdinsight_kafka_cluster: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_hdinsight_spark_cluster: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_kusto_cluster: entry({ publicSide: { path: "public_network_access_enabled", off: false }, paid: true }),
  azurerm_purview_account: entry({ publicSide: { path: "public_network_enabled", off: false } }),
  ...unread(
    "azurerm_databricks_access_connector",
    "azurerm_databricks_virtual_network_peering",
    "azurerm_databricks_workspace_customer_managed_key",
    "azurerm_databricks_workspace_root_dbfs_customer_managed_key",
    "azurerm_fabric_capacity",
    "azurerm_kusto_attached_database_configuration",
    "azurerm_kusto_cluster_customer_managed_key",
    "azurerm_kusto_cluster_managed_private_endpoint",
    "azurerm_kusto_cluster_principal_assignment",
    "azurerm_kusto_cosmosdb_data_connection",
    "azurerm_kusto_database",
    "azurerm_kusto_database_principal_assignment",
    "azurerm_kusto_eventgrid_data_connection",
    "azurerm_kusto_eventhub_data_connection",
    "azurerm_kusto_iothub_data_connection",
    "azurerm_kusto_script",
    "azurerm_powerbi_embedded",
  ),
};
