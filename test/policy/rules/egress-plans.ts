import type { Resources } from "../near-miss";
export const gate = "pre-production" as const;
export const apps = "azurerm_subnet.apps";
export const table = "azurerm_route_table.t";
export const rcg = "azurerm_firewall_policy_rule_collection_group.g";
export const subnet = (name: string, more: object = {}) => ({
  name,
  resource_group_name: "rg",
  virtual_network_name: "vnet",
  ...more,
});
export const route = (changes: object = {}) => ({
  name: "out",
  address_prefix: "0.0.0.0/0",
  next_hop_type: "VirtualAppliance",
  next_hop_in_ip_address: "${azurerm_firewall.f.ip_configuration[0].private_ip_address}",
  ...changes,
});
export const routed = (...routes: object[]): Resources => ({
  [apps]: subnet("apps"),
  "azurerm_firewall.f": { name: "fw", ip_configuration: { name: "i" } },
  [table]: { name: "rt", resource_group_name: "rg", route: routes } as never,
  "azurerm_subnet_route_table_association.a": {
    subnet_id: "${azurerm_subnet.apps.id}",
    route_table_id: "${azurerm_route_table.t.id}",
  },
});
export const allow = (changes: object, kind = "application_rule_collection") => ({
  name: "g",
  [kind]: [
    {
      name: "c",
      action: "Allow",
      rule: [{ name: "r", description: "ada@orders.example: takes payments", ...changes }],
    },
  ],
});
export const SLICES = Array.from({ length: 300 }, (_, i) => `${20 + Math.floor(i / 256)}.${i % 256}.0.0/16`);
export const described = { name: "r", description: "ada@orders.example: takes payments" };
export const anywhere = { name: "c", action: "Allow", rule: [{ ...described, destination_addresses: ["*"] }] };
/** What a loop takes from its elements. */
export const from = (loop: string) => ({
  description: `\${${loop}.value.why}`,
  destination_addresses: `\${${loop}.value.to}`,
  address_prefix: `\${${loop}.value.to}`,
});
export const past = (what: string) => `It sends ${what} past the firewall.`;

export const leads = (changes: object) => {
  const kind = "destination_addresses" in changes ? "network_rule_collection" : undefined;
  return { gate, resources: { [rcg]: allow(changes, kind) as never } };
};
export const notClassed = (tag: string) => `Whose hosts the tag ${tag} stands for is not known here.`;
