import type { Json, JsonObject } from "../../../src/plan/json";
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

const rules = "azurerm_storage_account_network_rules.rules";
const separate: JsonObject = { storage_account_id: `\${${store}.id}` };
const inside: JsonObject = { name: "files", storage_account_id: `\${${store}.id}` };
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
  "one whose export is off": {
    gate,
    resources: { ...exported(), [rule]: { ...exported()[rule]!, enabled: false } },
    fail: both,
  },
  "one in which the product keeps blobs, or queues, or files": {
    gate,
    resources: exported(closed, { "azurerm_storage_container.files": inside }),
    fail: both,
  },
  "whichever way they lead to it": {
    gate,
    resources: exported(closed, { "azurerm_storage_queue.mail": { name: "mail", storage_account_name: "stevidence" } }),
    fail: { [store]: [OPEN, "The storage account has no private endpoint for queue."] },
  },
  "or perhaps in it": {
    gate,
    resources: exported(closed, {
      "azurerm_storage_table.facts": { name: "facts", storage_account_id: "${each.value}" },
    }),
    fail: both,
  },
  "one to which a resource of its own admits an address": {
    gate,
    resources: exported(closed, { [rules]: { ...separate, default_action: "Deny", ip_rules: ["203.0.113.7"] } }),
    fail: both,
  },
  "or everybody": {
    gate,
    resources: exported(closed, { [rules]: { ...separate, default_action: "Allow" } }),
    fail: both,
  },
  "or perhaps somebody": {
    gate,
    resources: exported(closed, { [rules]: { ...closed, storage_account_id: "${each.value}" } }),
    fail: both,
  },
  "one that is closed by a resource of its own is as good": {
    gate,
    resources: exported([], { [rules]: { ...separate, ...closed } }),
    pass: [store],
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
  "or is opened by a resource of its own, whatever its own block says": {
    gate,
    resources: exported(closed, { [rules]: { ...separate, default_action: "Allow" } }),
    pass: [store],
    fail: { [rules]: "The storage account is reachable from the whole Internet." },
  },
  "or to half the Internet": {
    gate,
    resources: exported(closed, { [rules]: { ...separate, default_action: "Deny", ip_rules: ["203.0.0.0/8"] } }),
    pass: [store],
    fail: { [rules]: "The storage account is open to 203.0.0.0/8." },
  },
  "or by the first of two such resources, which overwrite each other": {
    gate,
    resources: exported(closed, {
      "azurerm_storage_account_network_rules.closed": { ...separate, ...closed },
      [rules]: { ...separate, default_action: "Allow" },
    }),
    pass: [store, "azurerm_storage_account_network_rules.closed"],
    fail: { [rules]: "The storage account is reachable from the whole Internet." },
  },
  "its own rules count beside a resource's": {
    gate,
    resources: exported({ ...closed, default_action: "Allow" }, { [rules]: { ...separate, ...closed } }),
    pass: [rules],
    fail: { [store]: "The storage account is reachable from the whole Internet." },
  },
  "whose a resource's rules are may not be known": {
    gate,
    resources: exported([], { [rules]: { ...closed, storage_account_id: "${each.value}" } }),
    unknown: {
      [store]: "network_rules.default_action is not known before apply.",
      [rules]: "storage_account_id is not known before apply.",
    },
  },
});
