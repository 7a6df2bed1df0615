import type { JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const left = "azurerm_subnet.gateway";
const nsg = "azurerm_network_security_group.gateway";

const inbound = (name: string, priority: number, port: string, source = "Internet"): JsonObject => ({
  name,
  priority,
  access: "Allow",
  direction: "Inbound",
  protocol: "Tcp",
  source_address_prefix: source,
  source_port_range: "*",
  destination_address_prefix: "*",
  destination_port_range: port,
});
/** What an application gateway needs of its subnet, and leaves there. */
const OF_A_GATEWAY = [
  inbound("https", 100, "443"),
  inbound("redirect", 110, "80"),
  inbound("management", 120, "65200-65535", "*"),
];

/** The subnet that a gateway stood in, with its group; nothing routes from it. */
const subnet = (more: Resources = {}, rules: readonly JsonObject[] = OF_A_GATEWAY): Resources => ({
  "azurerm_virtual_network.v": { name: "vnet", resource_group_name: "rg" },
  [left]: { name: "gateway", resource_group_name: "rg", virtual_network_name: "vnet" },
  [nsg]: { name: "nsg", resource_group_name: "rg", security_rule: [...rules] },
  "azurerm_subnet_network_security_group_association.gateway": {
    subnet_id: `\${${left}.id}`,
    network_security_group_id: `\${${nsg}.id}`,
  },
  ...more,
});
/** Something that stands in a subnet: a network interface. */
const standing = (subnet_id: string): Resources => ({
  "azurerm_network_interface.x": { name: "nic", ip_configuration: [{ name: "i", subnet_id }] },
});
const IN_IT = `\${${left}.id}`;
const elsewhere = "azurerm_subnet.apps";
const apps: Resources = {
  [elsewhere]: { name: "apps", resource_group_name: "rg", virtual_network_name: "vnet" },
};
const NOT_KNOWN = [
  ["a subnet that a variable names", "${var.subnet_id}"],
  ["one of several subnets", "${azurerm_subnet.several[0].id}"],
] as const;
const NO_TABLE = "It has no route table.";
const lets = (rule: string) => `The rule ${rule} lets the Internet into ${left}.`;

nearMisses("NET-08", {
  "nothing leaves a subnet in which nothing stands any more": { gate: "scale", resources: subnet() },
  "below Scale no edge has taken the gateway's place": {
    gate: "production",
    resources: subnet(),
    fail: { [left]: NO_TABLE },
  },
  "what stands in it again needs the firewall": {
    gate: "scale",
    resources: subnet(standing(IN_IT)),
    fail: { [left]: NO_TABLE },
  },
  "what stands in another one does not count": {
    gate: "scale",
    resources: subnet({ ...apps, ...standing(`\${${elsewhere}.id}`) }),
    fail: { [elsewhere]: NO_TABLE },
  },
  ...Object.fromEntries(
    NOT_KNOWN.map(([which, id]) => [
      `where something stands in ${which}, none is empty`,
      { gate: "scale" as const, resources: subnet(standing(id)), fail: { [left]: NO_TABLE } },
    ]),
  ),
});

nearMisses("NET-10", {
  "the ports of a gateway stay open to nothing": { gate: "scale", resources: subnet(), pass: [left, nsg] },
  "port 22 does not": {
    gate: "scale",
    resources: subnet({}, [...OF_A_GATEWAY, inbound("ssh", 130, "22")]),
    pass: [left],
    fail: { [nsg]: lets("ssh") },
  },
  "nor do all ports": {
    gate: "scale",
    resources: subnet({}, [inbound("all", 100, "*")]),
    pass: [left],
    fail: { [nsg]: lets("all") },
  },
  "below Scale it is a subnet like any other": {
    gate: "production",
    resources: subnet(),
    pass: [left],
    fail: { [nsg]: [lets("redirect"), lets("management")] },
  },
  "what stands in it again is reached by the entry's port alone": {
    gate: "scale",
    resources: subnet(standing(IN_IT)),
    pass: [left],
    fail: { [nsg]: [lets("redirect"), lets("management")] },
  },
  ...Object.fromEntries(
    NOT_KNOWN.map(([which, id]) => [
      `where something stands in ${which}, it may be this one`,
      {
        gate: "scale" as const,
        resources: subnet(standing(id)),
        pass: [left],
        fail: { [nsg]: [lets("redirect"), lets("management")] },
      },
    ]),
  ),
});
