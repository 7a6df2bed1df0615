import type { Json, JsonObject } from "../../../src/policy/graph/json";
import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const store = "azurerm_storage_account.evidence";
const rule = "azurerm_log_analytics_data_export_rule.audit";
const closed: JsonObject = { default_action: "Deny", bypass: ["AzureServices"], ip_rules: [] };

/** A store that a workspace exports to, with its public endpoint on: the export comes by it. */
const exported = (networkRules: Json = closed, more: Resources = {}): Resources => ({
  "azurerm_log_analytics_workspace.logs": { name: "log" },
  [store]: {
    name: "stevidence",
    public_network_access_enabled: true,
    allow_nested_items_to_be_public: false,
    network_rules: networkRules,
  },
  [rule]: {
    name: "export",
    workspace_resource_id: "${azurerm_log_analytics_workspace.logs.id}",
    destination_resource_id: `\${${store}.id}`,
    table_names: ["AZKVAuditLogs"],
    enabled: true,
  },
  ...more,
});

const OPEN = "The storage account is reachable from the Internet.";
const NO_ENDPOINT = "The storage account has no private endpoint for blob.";
const both = { [store]: [OPEN, NO_ENDPOINT] };
const gate = "production" as const;

nearMisses("NET-04", {
  "a store that logs are exported to, and that lets nobody else in, needs no private endpoint": {
    gate,
    resources: exported(),
    pass: [store],
  },
  "a store that is as closed, and that nothing is exported to, does": {
    gate,
    resources: { [store]: exported()[store]! },
    fail: both,
  },
  "what is exported elsewhere says nothing of this one": {
    gate,
    resources: {
      ...exported(),
      [rule]: { ...exported()[rule]!, destination_resource_id: "${azurerm_storage_account.other.id}" },
      "azurerm_storage_account.other": exported()[store]!,
    },
    pass: ["azurerm_storage_account.other"],
    fail: both,
  },
  "an export to an event hub opens no storage account": {
    gate,
    resources: {
      ...exported(),
      [rule]: { ...exported()[rule]!, destination_resource_id: "${azurerm_eventhub_namespace.hub.id}" },
    },
    fail: both,
  },
  "one that admits everybody": { gate, resources: exported({ ...closed, default_action: "Allow" }), fail: both },
  "one whose default nobody wrote": { gate, resources: exported([]), fail: both },
  "one that admits an address": { gate, resources: exported({ ...closed, ip_rules: ["203.0.113.7"] }), fail: both },
  "one that admits addresses of a variable": {
    gate,
    resources: exported({ ...closed, ip_rules: "${var.readers}" }),
    fail: both,
  },
  "one that admits a subnet": {
    gate,
    resources: exported({ ...closed, virtual_network_subnet_ids: ["${azurerm_subnet.apps.id}"] }),
    fail: both,
  },
  "one that admits a resource of another tenant": {
    gate,
    resources: exported({ ...closed, private_link_access: [{ endpoint_resource_id: "/subscriptions/0/x" }] }),
    fail: both,
  },
  "at the Pilot a store is judged by its endpoint alone": {
    gate: "pilot",
    resources: { [store]: exported()[store]! },
    fail: { [store]: NO_ENDPOINT },
  },
});

nearMisses("NET-02", {
  "nor does a store of evidence count as open to the Internet": { gate, resources: exported(), pass: [store] },
  "unless it is": {
    gate,
    resources: exported({ ...closed, default_action: "Allow" }),
    fail: { [store]: "The storage account is reachable from the whole Internet." },
  },
});
