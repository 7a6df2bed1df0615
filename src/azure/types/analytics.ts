import { type Entry, entry, part, parts, plain } from "../entry";
import { NOT_READ } from "../type";

const ADX = "azurerm_kusto_cluster";
const DATABASE = "azurerm_kusto_database";
const DATABRICKS = "azurerm_databricks_workspace";

const SIDE = { path: "public_network_access_enabled", off: false } as const;
const SWITCHED = { none: "its endpoint has a switch" };
const JUDGED = { none: "its endpoint is a way in, and judged as one" };
const ANSWERS = [
  { kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" },
] as const;

const NODES = ["head_node", "worker_node", "zookeeper_node"];

const reads = (...to: readonly string[]) =>
  part(DATABASE, { waysOut: [{ what: "data", to, says: "reads data from" }] });

const hdinsight = (given: Partial<Entry> = {}) =>
  entry({
    noun: "HDInsight cluster",
    holds: "customer data",
    publicSide: JUDGED,
    waysIn: ANSWERS,
    waysOut: [
      {
        what: "data",
        to: ["metastores.ambari.server", "metastores.hive.server", "metastores.oozie.server"],
        says: "keeps its settings in",
      },
      {
        what: "files",
        to: ["storage_account.storage_container_id", "storage_account_gen2.storage_resource_id"],
        says: "keeps files in",
      },
      { what: "scripts", to: NODES.map((one) => `roles.${one}.script_actions.uri`), says: "runs code from" },
      {
        what: "logs",
        to: ["extension.log_analytics_workspace_id", "monitor.log_analytics_workspace_id"],
        says: "sends logs to",
      },
    ],
    localAuth: [{ what: "passwords of its gateway and its nodes" }],
    gives: { none: "it gives nobody a right" },
    tls: [{ path: "tls_min_version", good: ["1.2"] }],
    inSubnets: NODES.map((one) => ({ path: `roles.${one}.subnet_id` })),
    paid: true,
    ...given,
  });

/** Data Explorer, Databricks, HDInsight, Purview and what reports are made with. */
export const analytics: Readonly<Record<string, Entry>> = {
  azurerm_analysis_services_server: entry({
    noun: "Analysis Services server",
    holds: "customer data",
    publicSide: JUDGED,
    waysIn: ANSWERS,
    waysOut: [{ what: "backups", to: ["backup_blob_container_uri"], says: "sends backups to" }],
    localAuth: { none: "only Entra identities sign in" },
    gives: { what: "an administrator's rights", to: "admin_users" },
    paid: true,
  }),
  azurerm_databricks_access_connector: plain("it is an identity; roles say what it may do"),
  azurerm_databricks_virtual_network_peering: part(DATABRICKS, {
    waysIn: [{ kind: "peering", path: "remote_virtual_network_id", says: "is joined to another network" }],
  }),
  azurerm_databricks_workspace: entry({
    noun: "Databricks workspace",
    holds: "customer data",
    publicSide: SIDE,
    waysIn: [
      {
        kind: "public-address",
        path: "custom_parameters.no_public_ip",
        closed: [true, undefined],
        says: "gives every node a public address",
      },
    ],
    waysOut: { none: "its jobs are set inside it" },
    localAuth: [{ what: "tokens of its users" }],
    gives: { none: "rights in it are set inside it" },
    privateLink: [{ name: "databricks_ui_api", zone: "privatelink.azuredatabricks.net" }],
    inSubnets: [{ path: "custom_parameters.virtual_network_id" }],
    // Without the argument Azure takes Standard_GRS.
    pairedCopy: [
      {
        path: "custom_parameters.storage_account_sku_name",
        values: [undefined, "Standard_GRS", "Standard_GZRS", "Standard_RAGRS", "Standard_RAGZRS"],
      },
    ],
  }),
  ...parts(
    DATABRICKS,
    "azurerm_databricks_workspace_customer_managed_key",
    "azurerm_databricks_workspace_root_dbfs_customer_managed_key",
  ),
  azurerm_fabric_capacity: entry({
    noun: "Fabric capacity",
    holds: "customer data",
    publicSide: JUDGED,
    waysIn: ANSWERS,
    waysOut: { none: "its workspaces are set inside it" },
    localAuth: { none: "only Entra identities sign in" },
    gives: { what: "an administrator's rights", to: "administration_members" },
    paid: true,
  }),
  azurerm_hdinsight_hadoop_cluster: hdinsight(),
  azurerm_hdinsight_hbase_cluster: hdinsight(),
  azurerm_hdinsight_interactive_query_cluster: hdinsight(),
  azurerm_hdinsight_kafka_cluster: hdinsight({
    gives: { what: "topics over HTTP", to: "rest_proxy.security_group_id" },
  }),
  azurerm_hdinsight_spark_cluster: hdinsight(),
  azurerm_kusto_attached_database_configuration: part(ADX, {
    waysOut: [{ what: "data", to: ["cluster_id", "cluster_resource_id"], says: "shows data of" }],
  }),
  azurerm_kusto_cluster: entry({
    hosts: ["{region}.kusto.windows.net"],
    noun: "Data Explorer cluster",
    holds: "customer data",
    publicSide: { ...SIDE, filter: { kind: "lists", paths: ["allowed_ip_ranges"] } },
    waysIn: SWITCHED,
    waysOut: [{ what: "results of queries", to: ["allowed_fqdns"], says: "may send results of queries to" }],
    localAuth: { none: "only Entra identities sign in" },
    gives: { what: "sign-ins of other tenants", to: "trusted_external_tenants" },
    // Its private zone has the region in its name, privatelink.westeurope.kusto.windows.net: closing it is all that is judged.
    inSubnets: [{ path: "virtual_network_configuration.subnet_id" }],
    publicAddresses: [
      "virtual_network_configuration.data_management_public_ip_id",
      "virtual_network_configuration.engine_public_ip_id",
    ],
    paid: true,
  }),
  azurerm_kusto_cluster_customer_managed_key: part(ADX),
  azurerm_kusto_cluster_managed_private_endpoint: part(ADX, {
    waysOut: [{ what: "requests", to: ["private_link_resource_id"], says: "sends requests to" }],
  }),
  azurerm_kusto_cluster_principal_assignment: part(ADX, {
    gives: { what: "a role in the cluster", to: "principal_id", right: "role" },
    unreported: "roles inside the cluster are not read",
  }),
  azurerm_kusto_cosmosdb_data_connection: reads("cosmosdb_container_id"),
  azurerm_kusto_database: part(ADX, { dataPart: true, retention: ["soft_delete_period"] }),
  azurerm_kusto_database_principal_assignment: part(DATABASE, {
    gives: { what: "a role in the database", to: "principal_id", right: "role" },
    unreported: "roles inside the database are not read",
  }),
  azurerm_kusto_eventgrid_data_connection: reads("storage_account_id", "eventhub_id"),
  azurerm_kusto_eventhub_data_connection: reads("eventhub_id"),
  azurerm_kusto_iothub_data_connection: reads("iothub_id"),
  azurerm_kusto_script: part(DATABASE, {
    waysOut: [{ what: "a script", to: ["url"], says: "runs code from" }],
    gives: NOT_READ, // a script may give roles
  }),
  azurerm_powerbi_embedded: entry({
    noun: "Power BI capacity",
    holds: "customer data",
    publicSide: JUDGED,
    waysIn: ANSWERS,
    waysOut: { none: "its workspaces are set inside it" },
    localAuth: { none: "only Entra identities sign in" },
    gives: { what: "an administrator's rights", to: "administrators" },
    paid: true,
  }),
  azurerm_purview_account: entry({
    noun: "Purview account",
    holds: { none: "it keeps names and classes of data, not the data" },
    publicSide: { path: "public_network_enabled", off: false },
    waysIn: SWITCHED,
    waysOut: { none: "its scans are set inside it" },
    localAuth: { none: "only Entra identities sign in" },
    gives: { none: "roles in it are set inside it" },
    privateLink: [{ name: "account", zone: "privatelink.purview.azure.com" }],
  }),
};
