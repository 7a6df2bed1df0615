import { type Fault, NETWORK, others, ours, resource, theirs } from "./fault";

const subnet = (label: string, prefix: string): string => `
resource "azurerm_subnet" "${label}" {
  name                 = "${label}"
  resource_group_name  = azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["${prefix}"]
  depends_on           = [azurerm_subnet.app]
}
`;
const SUBNET = ours("Microsoft.Network/virtualNetworks/vnet-orders/subnets/app");
const nic = (more: object) => ({
  properties: { ipConfigurations: [{ name: "one", properties: more }] },
});
/** A network of somebody else with a subnet that uses something of ours. */
const theirSubnet = (more: object) => ({
  [theirs("Microsoft.Network/virtualNetworks/vnet-others")]: {
    properties: {
      addressSpace: { addressPrefixes: ["10.9.0.0/16"] },
      subnets: [{ name: "app", properties: { addressPrefix: "10.9.0.0/24", ...more } }],
    },
  },
});
const rule = (name: string) => `
  security_rule {
    name                       = "${name}"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }`;
const zone = (label: string, group: string) => `
resource "azurerm_private_dns_zone" "${label}" {
  name                = "privatelink.vaultcore.azure.net"
  resource_group_name = ${group}
}
`;
const link = (label: string, group: string) => `
resource "azurerm_private_dns_zone_virtual_network_link" "${label}" {
  name                  = "orders"
  resource_group_name   = ${group}
  private_dns_zone_name = azurerm_private_dns_zone.${label}.name
  virtual_network_id    = azurerm_virtual_network.main.id
  depends_on            = [azurerm_private_dns_zone.one, azurerm_subnet.app]
}
`;
const MAIN = "azurerm_resource_group.main.name";

/** Networks, what filters and routes in them, and their names. */
export const NETWORK_FAULTS: readonly Fault[] = [
  {
    name: "subnets that overlap",
    source: "https://github.com/Azure/azure-cli/issues/10917",
    phase: "apply",
    resource: "azurerm_subnet.data",
    says: "overlaps",
    code: "NetcfgSubnetRangesOverlap",
    hcl: NETWORK + subnet("data", "10.0.1.0/24"),
  },
  {
    name: "a subnet outside of its network",
    source: "https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-manage-subnet",
    phase: "apply",
    resource: "azurerm_subnet.data",
    says: "outside the IP address range",
    code: "NetcfgSubnetRangeOutsideVnet",
    hcl: NETWORK + subnet("data", "10.1.0.0/24"),
  },
  {
    name: "a subnet in use by an interface of somebody else",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/4784",
    phase: "destroy",
    resource: "azurerm_subnet.app",
    says: "is in use by",
    code: "InUseSubnetCannotBeDeleted",
    hcl: NETWORK,
    meanwhile: others("destroy", {
      [theirs("Microsoft.Network/networkInterfaces/nic")]: nic({ subnet: { id: SUBNET } }),
    }),
  },
  {
    name: "a security group that another subnet still has",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/20898",
    phase: "destroy",
    resource: "azurerm_network_security_group.app",
    says: "in use",
    code: "InUseNetworkSecurityGroupCannotBeDeleted",
    hcl: resource("network_security_group", "app", `  name = "nsg-app"`),
    meanwhile: others(
      "destroy",
      theirSubnet({ networkSecurityGroup: { id: ours("Microsoft.Network/networkSecurityGroups/nsg-app") } }),
    ),
  },
  {
    name: "a route table that another subnet still has",
    source:
      "https://learn.microsoft.com/en-us/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/error-code-inuseroutetablecannotbedeleted",
    phase: "destroy",
    resource: "azurerm_route_table.app",
    says: "in use",
    code: "InUseRouteTableCannotBeDeleted",
    hcl: resource("route_table", "app", `  name = "rt-app"`),
    meanwhile: others("destroy", theirSubnet({ routeTable: { id: ours("Microsoft.Network/routeTables/rt-app") } })),
  },
  {
    name: "a public address that an interface still has",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/688",
    phase: "destroy",
    resource: "azurerm_public_ip.entry",
    says: "in use",
    code: "PublicIPAddressCannotBeDeleted",
    hcl: resource("public_ip", "entry", `  name = "pip-entry"\n  allocation_method = "Static"`),
    meanwhile: others("destroy", {
      [theirs("Microsoft.Network/networkInterfaces/nic")]: nic({
        publicIPAddress: { id: ours("Microsoft.Network/publicIPAddresses/pip-entry") },
      }),
    }),
  },
  {
    name: "two rules of one priority",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/11137",
    phase: "apply",
    resource: "azurerm_network_security_group.app",
    says: "cannot have the same Priority and Direction",
    code: "SecurityRuleConflict",
    hcl: resource("network_security_group", "app", `  name = "nsg-app"${rule("one")}${rule("two")}`),
  },
  {
    name: "routes in a table and beside it",
    source: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/route_table",
    phase: "no changes",
    resource: "azurerm_route_table.app",
    says: "update azurerm_route_table.app",
    hcl: `${resource("route_table", "app", `  name = "rt-app"\n  route {\n    name = "inside"\n    address_prefix = "10.0.0.0/8"\n    next_hop_type = "VnetLocal"\n  }`)}
resource "azurerm_route" "out" {
  name                = "out"
  resource_group_name = azurerm_resource_group.main.name
  route_table_name    = azurerm_route_table.app.name
  address_prefix      = "0.0.0.0/0"
  next_hop_type       = "None"
}
`,
  },
  {
    name: "two zones of one name for one network",
    source: "https://github.com/MicrosoftDocs/azure-aks-docs/issues/212",
    phase: "apply",
    resource: "azurerm_private_dns_zone_virtual_network_link.",
    says: "cannot be linked to multiple zones with overlapping namespaces",
    code: "BadRequest",
    hcl: `${NETWORK}
resource "azurerm_resource_group" "names" {
  name     = "rg-names"
  location = "westeurope"
}
${zone("one", MAIN)}${zone("two", "azurerm_resource_group.names.name")}
${link("one", MAIN)}${link("two", "azurerm_resource_group.names.name")}`,
  },
  {
    name: "a zone that somebody else has linked",
    source: "https://learn.microsoft.com/en-us/azure/dns/private-dns-virtual-network-links",
    phase: "destroy",
    resource: "azurerm_private_dns_zone.one",
    says: "nested resources",
    code: "CannotDeleteResource",
    hcl: zone("one", MAIN),
    meanwhile: others("destroy", {
      ...theirSubnet({}),
      [ours("Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/virtualNetworkLinks/theirs")]: {
        properties: { virtualNetwork: { id: theirs("Microsoft.Network/virtualNetworks/vnet-others") } },
      },
    }),
  },
  {
    name: "networks that overlap and are peered",
    source: "https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-troubleshoot-peering-issues",
    phase: "apply",
    resource: "azurerm_virtual_network_peering.other",
    says: "overlap",
    code: "VnetAddressSpacesOverlap",
    hcl: `${NETWORK}${resource("virtual_network", "other", `  name = "vnet-other"\n  address_space = ["10.0.128.0/17"]`)}
resource "azurerm_virtual_network_peering" "other" {
  name                      = "other"
  resource_group_name       = azurerm_resource_group.main.name
  virtual_network_name      = azurerm_virtual_network.main.name
  remote_virtual_network_id = azurerm_virtual_network.other.id
  depends_on                = [azurerm_subnet.app]
}
`,
  },
];
