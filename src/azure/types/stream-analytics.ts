import { type Entry, entry, part, parts, plain } from "../entry";

const JOB = "azurerm_stream_analytics_job";

const sends = (...to: readonly string[]) => part(JOB, { waysOut: [{ what: "results", to, says: "sends results to" }] });
const reads = (...to: readonly string[]) => part(JOB, { waysOut: [{ what: "events", to, says: "reads events from" }] });

/** Stream Analytics; an output names its destination, which is judged where it is the name of something here. */
export const streamAnalytics: Readonly<Record<string, Entry>> = {
  azurerm_stream_analytics_cluster: plain("its jobs are judged by themselves", { paid: true }),
  azurerm_stream_analytics_job: entry({
    noun: "Stream Analytics job",
    holds: { none: "events pass through" },
    publicSide: { none: "it has no endpoint" },
    waysIn: { none: "it has no endpoint" },
    waysOut: [{ what: "its state", to: ["job_storage_account.account_name"], says: "keeps its state in" }],
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
    paid: true,
  }),
  ...parts(
    JOB,
    "azurerm_stream_analytics_function_javascript_uda",
    "azurerm_stream_analytics_function_javascript_udf",
    "azurerm_stream_analytics_job_schedule",
  ),
  azurerm_stream_analytics_job_storage_account: part(JOB, {
    waysOut: [{ what: "its state", to: ["storage_account_name"], says: "keeps its state in" }],
  }),
  azurerm_stream_analytics_managed_private_endpoint: part("azurerm_stream_analytics_cluster", {
    waysOut: [{ what: "requests", to: ["target_resource_id"], says: "sends requests to" }],
  }),
  azurerm_stream_analytics_output_blob: sends("storage_account_name"),
  azurerm_stream_analytics_output_cosmosdb: sends("cosmosdb_sql_database_id"),
  azurerm_stream_analytics_output_eventhub: sends("servicebus_namespace"),
  azurerm_stream_analytics_output_function: sends("function_app"),
  azurerm_stream_analytics_output_mssql: sends("server"),
  azurerm_stream_analytics_output_powerbi: sends("group_id"),
  azurerm_stream_analytics_output_servicebus_queue: sends("servicebus_namespace"),
  azurerm_stream_analytics_output_servicebus_topic: sends("servicebus_namespace"),
  azurerm_stream_analytics_output_synapse: sends("server"),
  azurerm_stream_analytics_output_table: sends("storage_account_name"),
  azurerm_stream_analytics_reference_input_blob: reads("storage_account_name"),
  azurerm_stream_analytics_reference_input_mssql: reads("server"),
  azurerm_stream_analytics_stream_input_blob: reads("storage_account_name"),
  azurerm_stream_analytics_stream_input_eventhub: reads("servicebus_namespace"),
  azurerm_stream_analytics_stream_input_eventhub_v2: reads("servicebus_namespace"),
  azurerm_stream_analytics_stream_input_iothub: reads("iothub_namespace"),
};
