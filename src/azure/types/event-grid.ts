import { type Entry, entry, unread } from "../entry";

export const eventGrid: Readonly<Record<string, Entry>> = {
  azurerm_eventgrid_domain: entry({
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "lists", paths: ["inbound_ip_rule.ip_mask"] },
    },
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_eventgrid_namespace: entry({ publicSide: { path: "public_network_access", off: "Disabled" } }),
  azurerm_eventgrid_partner_namespace: entry({
    publicSide: { path: "public_network_access", off: "Disabled" },
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_eventgrid_topic: entry({
    noun: "Event Grid topic",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "lists", paths: ["inbound_ip_rule.ip_mask"] },
    },
    privateLink: [{ name: "topic", zone: "privatelink.eventgrid.azure.net" }],
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
  }),
  ...unread(
    "azurerm_eventgrid_domain_topic",
    "azurerm_eventgrid_event_subscription",
    "azurerm_eventgrid_namespace_topic",
    "azurerm_eventgrid_partner_configuration",
    "azurerm_eventgrid_partner_registration",
    "azurerm_eventgrid_system_topic",
    "azurerm_eventgrid_system_topic_event_subscription",
  ),
};
