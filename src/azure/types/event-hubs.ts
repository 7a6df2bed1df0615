import { type Entry, entry, unread } from "../entry";

export const eventHubs: Readonly<Record<string, Entry>> = {
  azurerm_eventhub_namespace: entry({
    noun: "Event Hubs namespace",
    arm: { segment: "Microsoft.EventHub/namespaces" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_rulesets", ips: "ip_rule.ip_mask" },
    },
    privateLink: [{ name: "namespace", zone: "privatelink.servicebus.windows.net" }],
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
    tls: [{ path: "minimum_tls_version", good: ["1.2", "1.3"] }],
    diagnosed: true,
    paid: true,
  }),
  ...unread(
    "azurerm_eventhub",
    "azurerm_eventhub_authorization_rule",
    "azurerm_eventhub_cluster",
    "azurerm_eventhub_consumer_group",
    "azurerm_eventhub_namespace_authorization_rule",
    "azurerm_eventhub_namespace_customer_managed_key",
    "azurerm_eventhub_namespace_disaster_recovery_config",
    "azurerm_eventhub_namespace_schema_group",
  ),
};
