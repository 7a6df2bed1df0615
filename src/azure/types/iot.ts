import { type Entry, entry, part, parts } from "../entry";

const CENTRAL = "azurerm_iotcentral_application";
const HUB = "azurerm_iothub";
const PROVISIONING = "azurerm_iothub_dps";
const TWINS = "azurerm_digital_twins_instance";
const UPDATES = "azurerm_iothub_device_update_account";

const SIDE = { path: "public_network_access_enabled", off: false } as const;
const SWITCHED = { none: "its endpoint has a switch" };
const APART = { none: "rights in it are resources of their own" };

const sends = (what: string, ...to: readonly string[]) => [{ what, to, says: `sends ${what} to` }];
const routes = (...to: readonly string[]) => part(HUB, { waysOut: sends("messages of devices", ...to) });

/** What devices connect to: IoT Hub, its provisioning and updates, IoT Central, Digital Twins. */
export const iot: Readonly<Record<string, Entry>> = {
  azurerm_digital_twins_endpoint_eventgrid: part(TWINS, {
    waysOut: sends("events", "eventgrid_topic_endpoint", "dead_letter_storage_secret"),
  }),
  azurerm_digital_twins_endpoint_eventhub: part(TWINS, {
    waysOut: sends("events", "eventhub_primary_connection_string", "dead_letter_storage_secret"),
  }),
  azurerm_digital_twins_endpoint_servicebus: part(TWINS, {
    waysOut: sends("events", "servicebus_primary_connection_string", "dead_letter_storage_secret"),
  }),
  azurerm_digital_twins_instance: entry({
    noun: "Digital Twins instance",
    holds: "customer data",
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "its endpoints say where events go" },
    localAuth: { none: "only Entra identities sign in" },
    gives: APART,
    privateLink: [{ name: "API", zone: "privatelink.digitaltwins.azure.net" }],
  }),
  azurerm_digital_twins_time_series_database_connection: part(TWINS, {
    waysOut: sends("history", "eventhub_namespace_id", "kusto_cluster_id"),
  }),
  azurerm_iotcentral_application: entry({
    noun: "IoT Central application",
    holds: "customer data",
    publicSide: SIDE,
    waysIn: SWITCHED,
    waysOut: { none: "azurerm knows no export of it" },
    localAuth: [{ what: "API tokens" }],
    gives: APART,
    privateLink: [{ name: "iotApp", zone: "privatelink.azureiotcentral.com" }],
    paid: true,
  }),
  ...parts(CENTRAL, "azurerm_iotcentral_application_network_rule_set", "azurerm_iotcentral_organization"),
  azurerm_iothub: entry({
    hosts: ["azure-devices.net"],
    noun: "IoT hub",
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_rule_set", ips: "ip_rule.ip_mask" },
    },
    waysIn: SWITCHED,
    waysOut: [
      ...sends("messages of devices", "endpoint.endpoint_uri", "endpoint.connection_string"),
      ...sends("files of devices", "file_upload.connection_string"),
    ],
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
    gives: { none: "keys are resources of their own" },
    tls: [{ path: "min_tls_version", good: ["1.2"] }],
    privateLink: [{ name: "iotHub", zone: "privatelink.azure-devices.net" }],
    paid: true,
  }),
  ...parts(
    HUB,
    "azurerm_iothub_certificate",
    "azurerm_iothub_consumer_group",
    "azurerm_iothub_enrichment",
    "azurerm_iothub_fallback_route",
    "azurerm_iothub_route",
  ),
  azurerm_iothub_device_update_account: entry({
    noun: "Device Update account",
    holds: "images",
    publicSide: SIDE,
    waysIn: SWITCHED,
    waysOut: { none: "its instances say what they are joined to" },
    localAuth: { none: "only Entra identities sign in" },
    gives: APART,
  }),
  azurerm_iothub_device_update_instance: part(UPDATES, {
    waysOut: [
      ...sends("updates", "iothub_id"),
      ...sends("logs of devices", "diagnostic_storage_account.id", "diagnostic_storage_account.connection_string"),
    ],
  }),
  azurerm_iothub_dps: entry({
    noun: "device provisioning service",
    holds: "customer data",
    publicSide: SIDE,
    waysIn: SWITCHED,
    waysOut: sends("devices", "linked_hub.connection_string"),
    localAuth: [{ what: "shared keys" }],
    gives: { none: "keys are resources of their own" },
    privateLink: [{ name: "iotDps", zone: "privatelink.azure-devices-provisioning.net" }],
  }),
  azurerm_iothub_dps_certificate: part(PROVISIONING),
  azurerm_iothub_dps_shared_access_policy: part(PROVISIONING, { gives: { what: "keys that do not expire" } }),
  azurerm_iothub_endpoint_cosmosdb_account: routes("endpoint_uri"),
  azurerm_iothub_endpoint_eventhub: routes("endpoint_uri", "connection_string"),
  azurerm_iothub_endpoint_servicebus_queue: routes("endpoint_uri", "connection_string"),
  azurerm_iothub_endpoint_servicebus_topic: routes("endpoint_uri", "connection_string"),
  azurerm_iothub_endpoint_storage_container: routes("endpoint_uri", "connection_string"),
  azurerm_iothub_file_upload: part(HUB, { waysOut: sends("files of devices", "connection_string") }),
  azurerm_iothub_shared_access_policy: part(HUB, { gives: { what: "keys that do not expire" } }),
};
