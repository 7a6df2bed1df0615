import { type Entry, entry, part, plain } from "../entry";

const TARGETS = [
  "azure_function_endpoint.function_id",
  "eventhub_endpoint_id",
  "hybrid_connection_endpoint_id",
  "service_bus_queue_endpoint_id",
  "service_bus_topic_endpoint_id",
  "storage_blob_dead_letter_destination.storage_account_id",
  "storage_queue_endpoint.storage_account_id",
  "webhook_endpoint.url",
];
const EVENTS = [{ what: "events", to: TARGETS, says: "sends events to" }];
const OUT = { none: "its subscriptions are resources of their own" };
const PASSING = { none: "events pass through" };

/** Event Grid: where events come in, and the subscriptions that send them on. */
export const eventGrid: Readonly<Record<string, Entry>> = {
  azurerm_eventgrid_domain: entry({
    hosts: ["{region}-1.eventgrid.azure.net"],
    noun: "Event Grid domain",
    holds: PASSING,
    waysIn: { none: "its endpoint has a switch" },
    waysOut: OUT,
    gives: { none: "it gives nobody a right" },
    privateLink: [{ name: "domain", zone: "privatelink.eventgrid.azure.net" }],
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "lists", paths: ["inbound_ip_rule.ip_mask"] },
    },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_eventgrid_namespace: entry({
    noun: "Event Grid namespace",
    holds: "customer data",
    publicSide: {
      path: "public_network_access",
      off: "Disabled",
      filter: { kind: "lists", paths: ["inbound_ip_rule.ip_mask"] },
    },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: [
      {
        what: "messages",
        to: ["topic_spaces_configuration.route_topic_id"],
        says: "sends messages to",
      },
    ],
    gives: { none: "clients are made inside it" },
    paid: true,
  }),
  azurerm_eventgrid_partner_namespace: entry({
    noun: "Event Grid namespace of a partner",
    holds: PASSING,
    waysIn: { none: "its endpoint has a switch" },
    waysOut: OUT,
    gives: { none: "it gives nobody a right" },
    publicSide: { path: "public_network_access", off: "Disabled" },
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_eventgrid_topic: entry({
    hosts: ["{region}-1.eventgrid.azure.net"],
    noun: "Event Grid topic",
    holds: PASSING,
    waysIn: { none: "its endpoint has a switch" },
    waysOut: OUT,
    gives: { none: "it gives nobody a right" },
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "lists", paths: ["inbound_ip_rule.ip_mask"] },
    },
    privateLink: [{ name: "topic", zone: "privatelink.eventgrid.azure.net" }],
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_eventgrid_domain_topic: part("azurerm_eventgrid_domain"),
  azurerm_eventgrid_event_subscription: plain("it has no endpoint", { waysOut: EVENTS }),
  azurerm_eventgrid_namespace_topic: part("azurerm_eventgrid_namespace", { dataPart: true }),
  azurerm_eventgrid_partner_configuration: plain("it has no endpoint", {
    gives: { what: "the right to send events here", to: "partner_authorization.partner_registration_id" },
  }),
  azurerm_eventgrid_partner_registration: plain("it is a name for a partner"),
  azurerm_eventgrid_system_topic: plain("Azure sends events into it, and its subscriptions send them on"),
  azurerm_eventgrid_system_topic_event_subscription: part("azurerm_eventgrid_system_topic", { waysOut: EVENTS }),
};
