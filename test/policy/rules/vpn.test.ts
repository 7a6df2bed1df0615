import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const externals = { "vpn-audience": { kind: "vpn-audience", owner: "ada@orders.example", why: "people sign in" } };
const config = { externals };
const v = "azurerm_virtual_network_gateway.v";
const network = "azurerm_virtual_network.v";
const endpoint = "azurerm_private_dns_resolver_inbound_endpoint.r";
const subnet = (name: string, more: object = {}) => ({
  name,
  resource_group_name: "rg",
  virtual_network_name: "vnet",
  ...more,
});

const vpn = (client: object = {}, more: Resources = {}): Resources => ({
  [network]: {
    name: "vnet",
    resource_group_name: "rg",
    address_space: ["10.30.0.0/22"],
    dns_servers: ["10.30.3.4"],
  },
  "azurerm_subnet.vpn": subnet("GatewaySubnet"),
  "azurerm_private_dns_resolver.r": { name: "dns", virtual_network_id: "${azurerm_virtual_network.v.id}" },
  [endpoint]: {
    name: "in",
    private_dns_resolver_id: "${azurerm_private_dns_resolver.r.id}",
    ip_configurations: { private_ip_allocation_method: "Static", private_ip_address: "10.30.3.4" },
  },
  [v]: {
    name: "vpn",
    ip_configuration: { name: "i", subnet_id: "${azurerm_subnet.vpn.id}" },
    vpn_client_configuration: {
      address_space: ["172.16.0.0/24"],
      vpn_client_protocols: ["OpenVPN"],
      vpn_auth_types: ["AAD"],
      aad_audience: "${var.vpn_audience}",
      ...client,
    },
  },
  ...more,
});
const named = (dns_servers: unknown) => vpn({}, { [network]: { ...vpn()[network], dns_servers } as never });

nearMisses("NET-09", {
  "OpenVPN with Entra only, an audience of one's own, a pool beside the network, and the network's own resolver hold": {
    gate,
    config: { vpn: { pool: "172.16.0.0/24" }, externals },
    resources: vpn(),
    pass: [v],
  },
  ...Object.fromEntries(
    (
      [
        [
          "a second protocol",
          { vpn_client_protocols: ["OpenVPN", "IkeV2"] },
          "It allows OpenVPN, IkeV2 instead of OpenVPN only.",
        ],
        ["the default protocol", { vpn_client_protocols: null }, "It allows the default instead of OpenVPN only."],
        [
          "certificates beside Entra",
          { vpn_auth_types: ["AAD", "Certificate"] },
          "It allows AAD, Certificate instead of AAD only.",
        ],
        [
          "the whole tenant's audience",
          { aad_audience: "c632b3df-fb67-4d84-bdcf-b95ad541b5c8" },
          "The audience is not a declared external.",
        ],
        [
          "a pool inside the network",
          { address_space: ["10.30.2.0/24"] },
          "The client pool 10.30.2.0/24 overlaps the network.",
        ],
      ] as const
    ).map(([title, changes, says]) => [
      `${title} fails`,
      { gate, config, resources: vpn(changes), fail: { [v]: says } },
    ]),
  ),
  "what a variable decides is unknown": {
    gate,
    config,
    resources: vpn({ vpn_auth_types: "${var.types}", address_space: ["${var.pool}"] }),
    unknown: { [v]: ["vpn_auth_types is not known before apply.", "address_space is not known before apply."] },
  },
  "a resolver that the network does not name helps nobody": {
    gate,
    config,
    resources: named(null),
    fail: { [v]: `Clients do not ask ${endpoint}: ${network} names no DNS server.` },
  },
  "another server is asked instead": {
    gate,
    config,
    resources: named(["10.30.3.5"]),
    fail: { [v]: "Clients ask 10.30.3.5, which does not resolve private names." },
  },
  "the resolver beside a second server is asked; servers as a resource of their own count": {
    gate,
    config,
    resources: {
      ...named(null),
      "azurerm_virtual_network_dns_servers.d": {
        virtual_network_id: "${azurerm_virtual_network.v.id}",
        dns_servers: ["10.30.3.4", "10.30.3.5"],
      },
    },
    pass: [v],
  },
  "an endpoint in another network does not answer for this one": {
    gate,
    config,
    resources: vpn(
      {},
      {
        "azurerm_virtual_network.other": { name: "other", resource_group_name: "rg" },
        "azurerm_private_dns_resolver.r": { name: "dns", virtual_network_id: "${azurerm_virtual_network.other.id}" },
      },
    ),
    fail: { [v]: `Nothing in ${network} resolves private names.` },
  },
  "a firewall that passes questions on answers, one that does not is none": {
    gate,
    config,
    resources: {
      ...vpn({}, { [network]: { ...vpn()[network], dns_servers: ["10.30.1.4"] } as never }),
      "azurerm_subnet.fw": subnet("AzureFirewallSubnet", { address_prefixes: ["10.30.1.0/26"] }),
      "azurerm_firewall.f": {
        name: "fw",
        firewall_policy_id: "${azurerm_firewall_policy.p.id}",
        ip_configuration: { name: "i", subnet_id: "${azurerm_subnet.fw.id}" },
      },
      "azurerm_firewall_policy.p": { name: "p", dns: { proxy_enabled: true } },
    },
    pass: [v],
  },
  "servers, or an address of the resolver, that are not known are unknown": {
    gate,
    config,
    resources: named(["${var.dns}"]),
    unknown: { [v]: "Which DNS servers the clients ask is not known before apply." },
  },
  "an endpoint without a fixed address may be the one": {
    gate,
    config,
    resources: vpn({}, { [endpoint]: { name: "in", private_dns_resolver_id: "${azurerm_private_dns_resolver.r.id}" } }),
    unknown: { [v]: "Whether 10.30.3.4 resolves private names is not known before apply." },
  },
  "a config that asks for a VPN needs a gateway that takes clients; a plan alone does not": {
    gate,
    config: { vpn: { pool: "172.16.0.0/24" }, externals },
    resources: { [v]: { name: "vpn", type: "ExpressRoute" } },
    fail: { "config vpn": "The config asks for a VPN, and no gateway takes clients." },
  },
  "an audience that the config does not declare, or as something else, is anybody's": {
    gate,
    config: { externals: { "vpn-audience": { ...externals["vpn-audience"], kind: "registry" } } },
    resources: vpn({}, { "azurerm_virtual_network_gateway.other": vpn({ aad_audience: "${var.theirs}" })[v] as never }),
    fail: {
      [v]: "The external vpn_audience is of kind registry, not vpn-audience.",
      "azurerm_virtual_network_gateway.other":
        "var.theirs is an input that the config does not declare under externals.",
    },
  },
  "without a config nobody knows whose the audience is": {
    gate,
    resources: vpn(),
    unknown: { [v]: "Whether var.vpn_audience is a declared external is not known without a config." },
  },
  "without a config nobody asked for a VPN": { gate, resources: { [network]: { name: "vnet" } } },
  "clients of a virtual WAN are judged alike": {
    gate,
    config,
    resources: {
      "azurerm_vpn_server_configuration.good": {
        name: "a",
        vpn_protocols: ["OpenVPN"],
        vpn_authentication_types: ["AAD"],
        azure_active_directory_authentication: { audience: "${var.vpn_audience}" },
      },
      "azurerm_vpn_server_configuration.bad": {
        name: "b",
        vpn_protocols: ["OpenVPN"],
        vpn_authentication_types: ["Certificate"],
      },
    },
    pass: ["azurerm_vpn_server_configuration.good"],
    fail: { "azurerm_vpn_server_configuration.bad": "It allows Certificate instead of AAD only." },
  },
});
