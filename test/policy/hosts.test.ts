import { buildGraph } from "../../src/plan/build";
import { byHost } from "../../src/reach/hosts";
import { stackJson } from "./near-miss";

const graph = buildGraph([
  {
    kind: "synth",
    name: "s",
    json: stackJson({
      "azurerm_api_management.gate": { name: "orders-gate" },
      "azurerm_container_app.web": { name: "web" },
      "azurerm_cosmosdb_account.docs": { name: "orders-docs" },
      "azurerm_eventgrid_topic.topic": { name: "orders-topic", location: "West Europe" },
      "azurerm_eventhub_namespace.events": { name: "orders-events" },
      "azurerm_function_app_flex_consumption.flex": { name: "orders-flex" },
      "azurerm_key_vault.vault": { name: "kv-orders" },
      "azurerm_kusto_cluster.adx": { name: "ordersadx", location: "westeurope" },
      "azurerm_kusto_cluster.somewhere": { name: "somewhere" },
      "azurerm_linux_web_app.site": { name: "orders-site" },
      "azurerm_linux_web_app_slot.slot": { name: "orders-slot" },
      "azurerm_mssql_server.sql": { name: "orders-sql" },
      "azurerm_search_service.search": { name: "orders-search" },
      "azurerm_servicebus_namespace.queue": { name: "orders-queue" },
      "azurerm_storage_account.files": { name: "stone" },
    }),
  },
]);
const led = (host: string) => byHost(graph, host).map(({ address }) => address);

describe("a host name that Azure makes leads to the resource of that name", () => {
  test.each([
    ["orders-gate.azure-api.net", "azurerm_api_management.gate"],
    ["web.calm-hill-1a2b.westeurope.azurecontainerapps.io", "azurerm_container_app.web"],
    ["web.internal.calm-hill-1a2b.westeurope.azurecontainerapps.io", "azurerm_container_app.web"],
    ["web.${var.apps_domain}", "azurerm_container_app.web"],
    ["web.internal.${var.apps_domain}", "azurerm_container_app.web"],
    ["orders-docs.documents.azure.com", "azurerm_cosmosdb_account.docs"],
    ["orders-docs.mongo.cosmos.azure.com", "azurerm_cosmosdb_account.docs"],
    ["orders-topic.westeurope-1.eventgrid.azure.net", "azurerm_eventgrid_topic.topic"],
    ["orders-events.servicebus.windows.net", "azurerm_eventhub_namespace.events"],
    ["orders-flex.azurewebsites.net", "azurerm_function_app_flex_consumption.flex"],
    ["KV-Orders.vault.azure.net", "azurerm_key_vault.vault"],
    ["ordersadx.westeurope.kusto.windows.net", "azurerm_kusto_cluster.adx"],
    ["orders-site.azurewebsites.net", "azurerm_linux_web_app.site"],
    ["orders-sql.database.windows.net", "azurerm_mssql_server.sql"],
    ["orders-search.search.windows.net", "azurerm_search_service.search"],
    ["orders-queue.servicebus.windows.net", "azurerm_servicebus_namespace.queue"],
    ["stone.blob.core.windows.net", "azurerm_storage_account.files"],
    ["stone.z6.web.core.windows.net", "azurerm_storage_account.files"],
  ])("%s", (host, address) => {
    expect(led(host)).toEqual([address]);
  });

  test.each([
    ["another name", "theirs.servicebus.windows.net"],
    ["the name of something of another service", "orders-queue.vault.azure.net"],
    ["another region", "ordersadx.northeurope.kusto.windows.net"],
    ["a region that is not known", "somewhere.westeurope.kusto.windows.net"],
    ["somebody's domain with Azure's within", "orders-queue.servicebus.windows.net.example.com"],
    ["somebody's domain that ends alike", "orders-queue.evilservicebus.windows.net"],
    ["a name in front of ours", "theirs.orders-queue.servicebus.windows.net"],
    ["a slot, whose host has the site's name in it", "orders-slot.azurewebsites.net"],
    ["the service itself", "servicebus.windows.net"],
    ["no host", "orders-queue"],
  ])("but not %s", (_, host) => {
    expect(led(host)).toEqual([]);
  });
});
