import { type Entry, entry, part, parts, plain } from "../entry";

const NAMESPACE = "azurerm_eventhub_namespace";

/** Event Hubs. */
export const eventHubs: Readonly<Record<string, Entry>> = {
  azurerm_eventhub_namespace: entry({
    noBackup: "events",
    sla: { usual: "event-hubs" },
    hosts: ["servicebus.windows.net"],
    noun: "Event Hubs namespace",
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "capture is an argument of its hubs" },
    gives: { none: "keys are resources of their own" },
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
  azurerm_eventhub: part(NAMESPACE, {
    dataPart: true,
    waysOut: [
      {
        what: "captured events",
        to: ["capture_description.destination.storage_account_id"],
        says: "sends captured events to",
      },
    ],
  }),
  azurerm_eventhub_authorization_rule: part("azurerm_eventhub", { gives: { what: "keys that do not expire" } }),
  azurerm_eventhub_cluster: plain("its namespaces are judged by themselves", { paid: true }),
  azurerm_eventhub_consumer_group: part("azurerm_eventhub"),
  azurerm_eventhub_namespace_authorization_rule: part(NAMESPACE, { gives: { what: "keys that do not expire" } }),
  ...parts(NAMESPACE, "azurerm_eventhub_namespace_customer_managed_key", "azurerm_eventhub_namespace_schema_group"),
  azurerm_eventhub_namespace_disaster_recovery_config: part(NAMESPACE, {
    waysOut: [{ what: "its settings", to: ["partner_namespace_id"], says: "pairs with" }],
  }),
};
