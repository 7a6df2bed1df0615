import { type Entry, entry, part, parts } from "../entry";

const NAMESPACE = "azurerm_servicebus_namespace";

/** Service Bus. */
export const serviceBus: Readonly<Record<string, Entry>> = {
  azurerm_servicebus_namespace: entry({
    noBackup: "messages",
    sla: { usual: "service-bus" },
    hosts: ["servicebus.windows.net"],
    noun: "Service Bus namespace",
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "its queues forward within it, and pairing is a resource of its own" },
    gives: { none: "keys are resources of their own" },
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
  azurerm_servicebus_namespace_authorization_rule: part(NAMESPACE, { gives: { what: "keys that do not expire" } }),
  azurerm_servicebus_namespace_customer_managed_key: part(NAMESPACE),
  azurerm_servicebus_namespace_disaster_recovery_config: part(NAMESPACE, {
    waysOut: [{ what: "its settings", to: ["partner_namespace_id"], says: "pairs with" }],
  }),
  azurerm_servicebus_queue: part(NAMESPACE, { dataPart: true }),
  azurerm_servicebus_subscription: part(NAMESPACE, { dataPart: true }),
  azurerm_servicebus_topic: part(NAMESPACE, { dataPart: true }),
  ...parts(NAMESPACE, "azurerm_servicebus_subscription_rule"),
  azurerm_servicebus_queue_authorization_rule: part("azurerm_servicebus_queue", {
    gives: { what: "keys that do not expire" },
  }),
  azurerm_servicebus_topic_authorization_rule: part("azurerm_servicebus_topic", {
    gives: { what: "keys that do not expire" },
  }),
};
