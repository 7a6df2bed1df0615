import { graphOf } from "../../src/plan/graph-of";
import type { Attributes } from "../../src/plan/terraform-json";
import { prove } from "../../src/recreation/claim";
import { oneOfEach } from "../../src/recreation/claims/one-of-each";
import type { Subject } from "../../src/recreation/subject";

type Resources = Readonly<Record<string, Attributes>>;

/** What the claim says of resources by address; a second stack, where there is one, comes later. */
function said(...stacks: readonly Resources[]): string[] {
  const made = stacks.map((resources, index) => {
    const resource: Record<string, Record<string, Attributes>> = {};
    for (const [address, attributes] of Object.entries(resources)) {
      const [type = "", name = ""] = address.split(".");
      resource[`azurerm_${type}`] = { ...resource[`azurerm_${type}`], [name]: attributes };
    }
    return { name: `stack-${index + 1}`, json: { resource } };
  });
  const graph = graphOf(made as unknown as Parameters<typeof graphOf>[0]);
  return prove(oneOfEach, { graph } as Subject).findings.map(({ where, says }) => `${where}: ${says}`);
}

const RG = "/subscriptions/${var.subscription_id}/resourceGroups/rg";
const TARGET = `${RG}/providers/Microsoft.KeyVault/vaults/kv`;
const GUID = "0a1b2c3d-0000-4000-8000-00000000000a";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const inGroup = { resource_group_name: "rg" };

/** Two resources of a type, the second one with changes. */
const two = (type: string, first: Attributes, second: Attributes): Resources => ({
  [`${type}.a`]: first,
  [`${type}.b`]: { ...first, ...second },
});

const role = { scope: RG, role_definition_name: "Reader", principal_id: GUID };
const setting = {
  name: "one",
  target_resource_id: TARGET,
  log_analytics_workspace_id: `${RG}/providers/Microsoft.OperationalInsights/workspaces/log`,
  enabled_log: [{ category: "AuditEvent" }],
};
const rule = { ...inGroup, network_security_group_name: "nsg", name: "in", direction: "Inbound", priority: 100 };
const record = { ...inGroup, zone_name: "orders.example", name: "app" };
const link = {
  ...inGroup,
  name: "l",
  private_dns_zone_name: "z.example",
  virtual_network_id: `${RG}/providers/Microsoft.Network/virtualNetworks/v`,
};

const SAME = "It is the same thing in Azure as";
const has = (what: string, other: string) => `Azure has one ${what}, and ${other} is it.`;
const ROLE = has("role of one principal at one scope", "azurerm_role_assignment.a");

describe("two resources are one thing", () => {
  test.each<[title: string, type: string, first: Attributes, second: Attributes, says: string]>([
    ["a role at one scope", "role_assignment", role, {}, ROLE],
    [
      "a role, whatever its description and condition",
      "role_assignment",
      role,
      { description: "x", condition: "y" },
      ROLE,
    ],
    [
      "a role by its name and by its id",
      "role_assignment",
      role,
      { role_definition_name: undefined, role_definition_id: `/x/${READER.toUpperCase()}` },
      ROLE,
    ],
    [
      "a role at an id in other letters",
      "role_assignment",
      role,
      { scope: RG.replace("resourceGroups/rg", "RESOURCEGROUPS/RG"), principal_id: GUID.toUpperCase() },
      ROLE,
    ],
    [
      "a lock of one name",
      "management_lock",
      { scope: RG, name: "lock", lock_level: "CanNotDelete" },
      { name: "LOCK", lock_level: "ReadOnly" },
      `${SAME} azurerm_management_lock.a.`,
    ],
    [
      "a setting of one name",
      "monitor_diagnostic_setting",
      setting,
      { name: "ONE", enabled_log: [{ category: "Other" }] },
      `${SAME} azurerm_monitor_diagnostic_setting.a.`,
    ],
    [
      "a category to one place",
      "monitor_diagnostic_setting",
      setting,
      { name: "two" },
      has("way of logs AuditEvent of one target to one place", "azurerm_monitor_diagnostic_setting.a"),
    ],
    [
      "a category, and all of them",
      "monitor_diagnostic_setting",
      setting,
      { name: "two", enabled_log: [{ category_group: "allLogs" }] },
      has("way of logs AuditEvent of one target to one place", "azurerm_monitor_diagnostic_setting.a"),
    ],
    [
      "metrics to one place",
      "monitor_diagnostic_setting",
      { ...setting, metric: [{ category: "AllMetrics" }] },
      { name: "two", enabled_log: [], metric: undefined, enabled_metric: [{ category: "AllMetrics" }] },
      has("way of metrics AllMetrics of one target to one place", "azurerm_monitor_diagnostic_setting.a"),
    ],
    [
      "rules of one priority",
      "network_security_rule",
      rule,
      { name: "other" },
      has("rule of one direction and priority", "azurerm_network_security_rule.a"),
    ],
    [
      "rules of one name",
      "network_security_rule",
      rule,
      { name: "IN", priority: 200 },
      `${SAME} azurerm_network_security_rule.a.`,
    ],
    [
      "routes to one range",
      "route",
      { ...inGroup, route_table_name: "rt", name: "a", address_prefix: "0.0.0.0/0" },
      { name: "b" },
      has("route to one range", "azurerm_route.a"),
    ],
    ["records of one name", "private_dns_a_record", record, { name: "APP" }, `${SAME} azurerm_private_dns_a_record.a.`],
    [
      "links of one network to one zone",
      "private_dns_zone_virtual_network_link",
      link,
      { name: "m" },
      has("link of one network to one zone", "azurerm_private_dns_zone_virtual_network_link.a"),
    ],
    [
      "two zones of one name in one network",
      "private_dns_zone_virtual_network_link",
      link,
      { name: "m", resource_group_name: "other" },
      has("zone of one name in a network", "azurerm_private_dns_zone_virtual_network_link.a"),
    ],
    [
      "a budget of one name",
      "consumption_budget_resource_group",
      { resource_group_id: RG, name: "budget" },
      {},
      `${SAME} azurerm_consumption_budget_resource_group.a.`,
    ],
    [
      "an endpoint of one name",
      "private_endpoint",
      { ...inGroup, name: "pep" },
      { name: "PEP" },
      `${SAME} azurerm_private_endpoint.a.`,
    ],
    [
      "trust in one subject",
      "federated_identity_credential",
      { ...inGroup, name: "a", parent_id: TARGET, issuer: "https://x", subject: "repo:a" },
      { name: "b" },
      has("trust of an identity in one issuer and subject", "azurerm_federated_identity_credential.a"),
    ],
    [
      "a vault's name in another group",
      "key_vault",
      { ...inGroup, name: "kv" },
      { resource_group_name: "other" },
      has("name below vault.azure.net", "azurerm_key_vault.a"),
    ],
    [
      "copies of one server",
      "data_protection_backup_instance_postgresql_flexible_server",
      { name: "a", vault_id: TARGET, server_id: TARGET },
      { name: "b" },
      has("backup of a server", "azurerm_data_protection_backup_instance_postgresql_flexible_server.a"),
    ],
    [
      "rule groups of one priority",
      "firewall_policy_rule_collection_group",
      { name: "a", firewall_policy_id: TARGET, priority: 500 },
      { name: "b" },
      has("rule collection group of one priority", "azurerm_firewall_policy_rule_collection_group.a"),
    ],
    [
      "a subnet's route table",
      "subnet_route_table_association",
      { subnet_id: `${RG}/s`, route_table_id: `${RG}/a` },
      { route_table_id: `${RG}/b` },
      has("route table of a subnet", "azurerm_subnet_route_table_association.a"),
    ],
  ])("%s", (_, type, first, second, says) => {
    expect(said(two(type, first, second))).toEqual([`azurerm_${type}.b: ${says}`]);
  });

  test("over two stacks, by a reference and by the id that it will have", () => {
    const platform = {
      "resource_group.data": { name: "rg-data" },
      "role_assignment.a": { ...role, scope: "${azurerm_resource_group.data.id}" },
    };
    const later = {
      "role_assignment.b": { ...role, scope: "/subscriptions/${var.subscription_id}/resourceGroups/RG-Data" },
    };
    expect(said(platform, later)).toEqual([`azurerm_role_assignment.b: ${ROLE}`]);
  });

  test("of different types: hosts of one domain, an alias beside another record", () => {
    expect(
      said({
        "eventhub_namespace.a": { ...inGroup, name: "ns" },
        "servicebus_namespace.b": { ...inGroup, name: "NS" },
      }),
    ).toEqual([
      `azurerm_servicebus_namespace.b: ${has("name below servicebus.windows.net", "azurerm_eventhub_namespace.a")}`,
    ]);
    expect(said({ "private_dns_a_record.a": record, "private_dns_cname_record.b": record })).toEqual([
      `azurerm_private_dns_cname_record.b: ${has("name that is an alias", "azurerm_private_dns_a_record.a")}`,
    ]);
  });

  test("inside one resource, and beside it", () => {
    const inside = { name: "x", direction: "Inbound", priority: 100 };
    const group = (...security_rule: object[]) => ({
      "network_security_group.nsg": { ...inGroup, name: "nsg", security_rule },
    });
    expect(said(group(inside, { ...inside, name: "y" }))).toEqual([
      "azurerm_network_security_group.nsg: It has more than one rule of one direction and priority; Azure takes one.",
    ]);
    expect(said({ ...group(inside), "network_security_rule.b": rule })).toEqual([
      `azurerm_network_security_rule.b: ${has("rule of one direction and priority", "azurerm_network_security_group.nsg")}`,
    ]);
  });
});

describe("two resources are two things", () => {
  test.each<[title: string, type: string, first: Attributes, second: Attributes]>([
    ["a role at another scope", "role_assignment", role, { scope: `${RG}/providers/Microsoft.KeyVault/vaults/kv` }],
    ["another role", "role_assignment", role, { role_definition_name: "Contributor" }],
    ["a role of somebody else", "role_assignment", role, { principal_id: GUID.replace("a", "b") }],
    ["roles of principals that are not known yet", "role_assignment", role, { principal_id: "${var.somebody}" }],
    ["locks of two names", "management_lock", { scope: RG, name: "a" }, { name: "b" }],
    ["locks on two inputs", "management_lock", { scope: "${var.one}", name: "a" }, { scope: "${var.two}" }],
    ["another category", "monitor_diagnostic_setting", setting, { name: "two", enabled_log: [{ category: "Other" }] }],
    [
      "another place",
      "monitor_diagnostic_setting",
      setting,
      { name: "two", log_analytics_workspace_id: undefined, storage_account_id: `${RG}/st` },
    ],
    ["another target", "monitor_diagnostic_setting", setting, { target_resource_id: `${TARGET}2` }],
    ["another direction", "network_security_rule", rule, { name: "out", direction: "Outbound" }],
    ["another group", "network_security_rule", rule, { network_security_group_name: "other" }],
    ["other kinds of records", "private_dns_a_record", record, { name: "api" }],
    ["another zone", "private_dns_zone_virtual_network_link", link, { private_dns_zone_name: "y.example" }],
    [
      "names of endpoints in two groups",
      "private_endpoint",
      { ...inGroup, name: "pep" },
      { resource_group_name: "other" },
    ],
    [
      "another subject",
      "federated_identity_credential",
      { name: "a", parent_id: TARGET, issuer: "i", subject: "s" },
      { name: "b", subject: "t" },
    ],
  ])("%s", (_, type, first, second) => {
    expect(said(two(type, first, second))).toEqual([]);
  });

  test("an address and a text of one name, and what has no name yet", () => {
    expect(said({ "private_dns_a_record.a": record, "private_dns_txt_record.b": record })).toEqual([]);
    expect(said(two("private_endpoint", { ...inGroup, name: "${var.name}" }, { name: "${var.other}" }))).toEqual([]);
  });
});
