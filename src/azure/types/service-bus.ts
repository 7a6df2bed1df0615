import { type Entry, entry, unread } from "../entry";

export const serviceBus: Readonly<Record<string, Entry>> = {
  azurerm_servicebus_namespace: entry({
    noun: "Service Bus namespace",
    arm: { segment: "Microsoft.ServiceBus/namespaces" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_rule_set", ips: "ip_rules" },
    },
    privateLink: [{ name: "namespace", zone: "privatelink.servicebus.windows.net" }],
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    tls: [{ path: "minimum_tls_version", good: ["1.2", "1.3"] }],
    diagnosed: true,
    paid: true,
  }),
  ...unread(
    "azurerm_servicebus_namespace_authorization_rule",
    "azurerm_servicebus_namespace_customer_managed_key",
    "azurerm_servicebus_namespace_disaster_recovery_config",
    "azurerm_servicebus_queue",
    "azurerm_servicebus_queue_authorization_rule",
    "azurerm_servicebus_subscription",
    "azurerm_servicebus_subscription_rule",
    "azurerm_servicebus_topic",
    "azurerm_servicebus_topic_authorization_rule",
  ),
};
