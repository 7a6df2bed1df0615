import { type Entry, entry, unread } from "../entry";

export const notifications: Readonly<Record<string, Entry>> = {
  azurerm_notification_hub_namespace: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  azurerm_relay_hybrid_connection: entry({
    waysIn: [{ kind: "public-service", path: "", says: "hands calls from outside inward" }],
  }),
  azurerm_signalr_service: entry({
    publicSide: { path: "public_network_access_enabled", off: false },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    paid: true,
  }),
  azurerm_web_pubsub: entry({
    publicSide: { path: "public_network_access_enabled", off: false },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    paid: true,
  }),
  azurerm_web_pubsub_socketio: entry({
    publicSide: { path: "public_network_access", off: "Disabled" },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
  }),
  ...unread(
    "azurerm_notification_hub",
    "azurerm_notification_hub_authorization_rule",
    "azurerm_relay_hybrid_connection_authorization_rule",
    "azurerm_relay_namespace",
    "azurerm_relay_namespace_authorization_rule",
    "azurerm_signalr_service_custom_certificate",
    "azurerm_signalr_service_custom_domain",
    "azurerm_signalr_service_network_acl",
    "azurerm_signalr_shared_private_link_resource",
    "azurerm_web_pubsub_custom_certificate",
    "azurerm_web_pubsub_custom_domain",
    "azurerm_web_pubsub_hub",
    "azurerm_web_pubsub_network_acl",
    "azurerm_web_pubsub_shared_private_link_resource",
  ),
};
