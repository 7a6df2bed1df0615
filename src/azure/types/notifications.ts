import { type Entry, entry, part, parts } from "../entry";

const HUBS = "azurerm_notification_hub_namespace";
const RELAY = "azurerm_relay_namespace";
const PASSING = { none: "messages pass through" };
const GIVES = { none: "it gives nobody a right" };
const SWITCHED = { none: "its endpoint has a switch" };

/** What pushes messages to browsers, phones and other networks: SignalR, Web PubSub, Notification Hubs, Relay. */
export const notifications: Readonly<Record<string, Entry>> = {
  azurerm_notification_hub_namespace: entry({
    hosts: ["servicebus.windows.net"],
    noun: "Notification Hubs namespace",
    holds: "customer data",
    publicSide: {},
    waysOut: { none: "its hubs push to the makers of phones, which is what they are for" },
    localAuth: [{ what: "shared keys" }],
    gives: { none: "keys are resources of their own" },
    regions: ["replication_region"],
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_relay_hybrid_connection: part(RELAY, {
    waysIn: [{ kind: "public-service", path: "", says: "hands calls from outside inward" }],
  }),
  azurerm_signalr_service: entry({
    hosts: ["service.signalr.net"],
    noun: "SignalR service",
    holds: PASSING,
    waysIn: SWITCHED,
    waysOut: [{ what: "events", to: ["upstream_endpoint.url_template"], says: "sends events to" }],
    gives: GIVES,
    privateLink: [{ name: "signalr", zone: "privatelink.service.signalr.net" }],
    publicSide: { path: "public_network_access_enabled", off: false },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    paid: true,
  }),
  azurerm_web_pubsub: entry({
    hosts: ["webpubsub.azure.com"],
    noun: "Web PubSub service",
    holds: PASSING,
    waysIn: SWITCHED,
    waysOut: { none: "its hubs say where events go" },
    gives: GIVES,
    privateLink: [{ name: "webpubsub", zone: "privatelink.webpubsub.azure.com" }],
    publicSide: { path: "public_network_access_enabled", off: false },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    paid: true,
  }),
  azurerm_web_pubsub_socketio: entry({
    noun: "Web PubSub service for Socket.IO",
    holds: PASSING,
    waysIn: SWITCHED,
    waysOut: { none: "what it hears goes to its servers" },
    gives: GIVES,
    publicSide: { path: "public_network_access", off: "Disabled" },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_notification_hub: part(HUBS),
  azurerm_notification_hub_authorization_rule: part("azurerm_notification_hub", {
    gives: { what: "keys that do not expire" },
  }),
  azurerm_relay_hybrid_connection_authorization_rule: part(RELAY, { gives: { what: "keys that do not expire" } }),
  azurerm_relay_namespace: entry({
    hosts: ["servicebus.windows.net"],
    noun: "Relay namespace",
    holds: PASSING,
    publicSide: {},
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: { none: "whoever listens connects to it" },
    localAuth: [{ what: "shared keys" }],
    gives: { none: "keys are resources of their own" },
    privateLink: [{ name: "namespace", zone: "privatelink.servicebus.windows.net" }],
  }),
  azurerm_relay_namespace_authorization_rule: part(RELAY, { gives: { what: "keys that do not expire" } }),
  ...parts(
    "azurerm_signalr_service",
    "azurerm_signalr_service_custom_certificate",
    "azurerm_signalr_service_custom_domain",
    "azurerm_signalr_service_network_acl",
  ),
  azurerm_signalr_shared_private_link_resource: part("azurerm_signalr_service", {
    waysOut: [{ what: "requests", to: ["target_resource_id"], says: "sends requests to" }],
  }),
  ...parts(
    "azurerm_web_pubsub",
    "azurerm_web_pubsub_custom_certificate",
    "azurerm_web_pubsub_custom_domain",
    "azurerm_web_pubsub_network_acl",
  ),
  azurerm_web_pubsub_hub: part("azurerm_web_pubsub", {
    waysOut: [
      {
        what: "events",
        to: ["event_handler.url_template", "event_listener.eventhub_namespace_name"],
        says: "sends events to",
      },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "anonymous_connections_enabled",
        closed: [false],
        absent: "closed",
        says: "lets anybody connect without signing in",
      },
    ],
  }),
  azurerm_web_pubsub_shared_private_link_resource: part("azurerm_web_pubsub", {
    waysOut: [{ what: "requests", to: ["target_resource_id"], says: "sends requests to" }],
  }),
};
