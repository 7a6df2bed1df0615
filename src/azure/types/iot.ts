import { type Entry, entry, unread } from "../entry";

export const iot: Readonly<Record<string, Entry>> = {
  azurerm_digital_twins_instance: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_iotcentral_application: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  azurerm_iothub: entry({
    publicSide: { path: "public_network_access_enabled", off: false },
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
    paid: true,
  }),
  azurerm_iothub_device_update_account: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  azurerm_iothub_dps: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  ...unread(
    "azurerm_digital_twins_endpoint_eventgrid",
    "azurerm_digital_twins_endpoint_eventhub",
    "azurerm_digital_twins_endpoint_servicebus",
    "azurerm_digital_twins_time_series_database_connection",
    "azurerm_iotcentral_application_network_rule_set",
    "azurerm_iotcentral_organization",
    "azurerm_iothub_certificate",
    "azurerm_iothub_consumer_group",
    "azurerm_iothub_device_update_instance",
    "azurerm_iothub_dps_certificate",
    "azurerm_iothub_dps_shared_access_policy",
    "azurerm_iothub_endpoint_cosmosdb_account",
    "azurerm_iothub_endpoint_eventhub",
    "azurerm_iothub_endpoint_servicebus_queue",
    "azurerm_iothub_endpoint_servicebus_topic",
    "azurerm_iothub_endpoint_storage_container",
    "azurerm_iothub_enrichment",
    "azurerm_iothub_fallback_route",
    "azurerm_iothub_file_upload",
    "azurerm_iothub_route",
    "azurerm_iothub_shared_access_policy",
  ),
};
