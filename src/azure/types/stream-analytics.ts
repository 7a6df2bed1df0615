import { type Entry, unread } from "../entry";

export const streamAnalytics: Readonly<Record<string, Entry>> = {
  ...unread(
    "azurerm_stream_analytics_cluster",
    "azurerm_stream_analytics_function_javascript_uda",
    "azurerm_stream_analytics_function_javascript_udf",
    "azurerm_stream_analytics_job",
    "azurerm_stream_analytics_job_schedule",
    "azurerm_stream_analytics_job_storage_account",
    "azurerm_stream_analytics_managed_private_endpoint",
    "azurerm_stream_analytics_output_blob",
    "azurerm_stream_analytics_output_cosmosdb",
    "azurerm_stream_analytics_output_eventhub",
    "azurerm_stream_analytics_output_function",
    "azurerm_stream_analytics_output_mssql",
    "azurerm_stream_analytics_output_powerbi",
    "azurerm_stream_analytics_output_servicebus_queue",
    "azurerm_stream_analytics_output_servicebus_topic",
    "azurerm_stream_analytics_output_synapse",
    "azurerm_stream_analytics_output_table",
    "azurerm_stream_analytics_reference_input_blob",
    "azurerm_stream_analytics_reference_input_mssql",
    "azurerm_stream_analytics_stream_input_blob",
    "azurerm_stream_analytics_stream_input_eventhub",
    "azurerm_stream_analytics_stream_input_eventhub_v2",
    "azurerm_stream_analytics_stream_input_iothub",
  ),
};
