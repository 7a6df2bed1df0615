import { nearMisses } from "./said";

const gate = "pre-production" as const;
const g = "azurerm_application_gateway.g";
const gateway = {
  name: "agw",
  frontend_ip_configuration: [{ name: "public", public_ip_address_id: "${azurerm_public_ip.gw.id}" }],
};
const ip = (name: string) => `\${azurerm_public_ip.${name}.id}`;
const fromAzure = "Azure gives it public addresses to leave from: outbound_type is loadBalancer.";

nearMisses("NET-06", {
  "addresses of gateway, VPN and firewall hold; of a network card, of nothing, and of a NAT gateway do not": {
    gate,
    resources: {
      ...Object.fromEntries(
        ["gw", "vpn", "fw", "nic", "nat", "idle"].map((name) => [`azurerm_public_ip.${name}`, { name }]),
      ),
      [g]: gateway,
      "azurerm_virtual_network_gateway.v": { ip_configuration: { name: "i", public_ip_address_id: ip("vpn") } },
      "azurerm_firewall.f": { management_ip_configuration: { name: "m", public_ip_address_id: ip("fw") } },
      "azurerm_network_interface.n": { ip_configuration: [{ name: "i", public_ip_address_id: ip("nic") }] },
      "azurerm_nat_gateway_public_ip_association.a": { nat_gateway_id: "x", public_ip_address_id: ip("nat") },
    },
    pass: ["azurerm_public_ip.fw", "azurerm_public_ip.gw", "azurerm_public_ip.vpn"],
    fail: {
      "azurerm_public_ip.idle": "The address belongs to nothing.",
      "azurerm_public_ip.nat": "The address belongs to azurerm_nat_gateway_public_ip_association.a.",
      "azurerm_public_ip.nic": "The address belongs to azurerm_network_interface.n.",
    },
  },
  "a range that hands addresses to a NAT gateway fails, one that only the gateway's address comes from does not": {
    gate,
    resources: {
      "azurerm_public_ip_prefix.out": { name: "out" },
      "azurerm_public_ip_prefix.in": { name: "in" },
      "azurerm_nat_gateway_public_ip_prefix_association.a": {
        nat_gateway_id: "x",
        public_ip_prefix_id: "${azurerm_public_ip_prefix.out.id}",
      },
      "azurerm_public_ip.gw": { name: "gw", public_ip_prefix_id: "${azurerm_public_ip_prefix.in.id}" },
      [g]: gateway,
    },
    pass: ["azurerm_public_ip.gw", "azurerm_public_ip_prefix.in"],
    fail: {
      "azurerm_public_ip_prefix.out":
        "Addresses of the range belong to azurerm_nat_gateway_public_ip_prefix_association.a.",
    },
  },
  "an address that a card may take is unknown": {
    gate,
    resources: {
      "azurerm_public_ip.a": { name: "a" },
      "azurerm_network_interface.n": {
        ip_configuration: [{ name: "i", public_ip_address_id: "${var.x ? azurerm_public_ip.a.id : null}" }],
      },
    },
    unknown: { "azurerm_public_ip.a": "Whose address it is, is not known before apply." },
  },
  "a range that nobody uses belongs to nothing": {
    gate,
    resources: { "azurerm_public_ip_prefix.spare": { name: "spare" } },
    fail: { "azurerm_public_ip_prefix.spare": "The addresses belong to nothing." },
  },
  "a cluster leaves from addresses of Azure, unless it takes the network's own way": {
    gate,
    resources: {
      "azurerm_kubernetes_cluster.usual": { name: "k" },
      "azurerm_kubernetes_cluster.balanced": { name: "k", network_profile: { outbound_type: "loadBalancer" } },
      "azurerm_kubernetes_cluster.routed": { name: "k", network_profile: { outbound_type: "userDefinedRouting" } },
      "azurerm_kubernetes_cluster.later": { name: "k", network_profile: { outbound_type: "${var.out}" } },
    },
    pass: ["azurerm_kubernetes_cluster.routed"],
    fail: {
      "azurerm_kubernetes_cluster.usual": fromAzure,
      "azurerm_kubernetes_cluster.balanced": fromAzure,
    },
    unknown: { "azurerm_kubernetes_cluster.later": "network_profile.outbound_type is not known before apply." },
  },
});
