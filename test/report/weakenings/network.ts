import {
  drop,
  inConfig,
  inPlatform,
  type Json,
  ofFact,
  set,
  type Weakening,
  withoutFact,
} from "../../support/weakenings";

const VPN = "azurerm_virtual_network_gateway.vpn";
const clients = (fields: object) =>
  inPlatform(VPN, ({ vpn_client_configuration }) => Object.assign(vpn_client_configuration, fields));
const guarded = (subnet: string, change: (rules: Json[]) => void) =>
  inPlatform(`azurerm_network_security_group.network_security-${subnet}`, ({ security_rule }) => change(security_rule));
const open = (from: string, port: string) => (rules: Json[]) =>
  rules.unshift({
    ...rules[0],
    name: "open",
    priority: 90,
    source_address_prefix: from,
    source_address_prefixes: undefined,
    destination_port_range: port,
    destination_port_ranges: undefined,
  });

/** What people come in by, and what keeps the parts of the network apart. */
export const NETWORK: readonly Weakening[] = [
  { what: "another protocol", change: clients({ vpn_client_protocols: ["OpenVPN", "IkeV2"] }), caught: ["NET-09"] },
  {
    what: "certificates beside Entra",
    change: clients({ vpn_auth_types: ["AAD", "Certificate"] }),
    caught: ["NET-09"],
  },
  {
    what: "the audience that Microsoft registered, which is the whole tenant",
    change: clients({ aad_audience: "c632b3df-fb67-4d84-bdcf-b95ad541b5c8" }),
    caught: ["NET-09"],
  },
  { what: "clients inside the network", change: clients({ address_space: ["10.30.3.128/25"] }), caught: ["NET-09"] },
  {
    what: "clients that ask their own provider for names",
    change: inPlatform("azurerm_virtual_network.network", (one) => delete one.dns_servers),
    caught: ["NET-09"],
  },
  {
    what: "clients that ask an address where nothing answers",
    change: set("platform", "azurerm_virtual_network.network", { dns_servers: ["10.30.3.94"] }),
    caught: ["NET-09"],
  },
  {
    what: "no resolver of private names",
    change: (stacks) => {
      drop("platform", "azurerm_private_dns_resolver_inbound_endpoint.resolver_endpoint")(stacks);
      drop("platform", "azurerm_subnet.network_subnet-resolver")(stacks);
      drop("platform", "azurerm_subnet_network_security_group_association.network_association-resolver")(stacks);
    },
    caught: ["NET-09"],
  },
  {
    what: "no VPN",
    change: (stacks) => {
      drop("platform", VPN)(stacks);
      drop("platform", "azurerm_public_ip.vpn_address")(stacks);
    },
    caught: ["NET-09"],
  },
  { what: "nobody says who may connect", change: withoutFact("vpn-group"), caught: ["NET-09"] },
  {
    what: "who may connect was said more than a year ago",
    change: ofFact("vpn-group", (entry) => Object.assign(entry, { date: "2026-03-01" })),
    caught: ["NET-09"],
  },
  {
    what: "who may connect was said of another generation",
    change: ofFact("vpn-group", (entry) => Object.assign(entry, { generation: 2 })),
    caught: ["NET-09"],
  },
  ...["apps", "endpoints", "data", "gateway", "resolver"].map((subnet) => ({
    what: `no security group: ${subnet}`,
    change: drop("platform", `azurerm_subnet_network_security_group_association.network_association-${subnet}`),
    caught: ["NET-10"],
  })),
  { what: "SSH into the gateway's subnet", change: guarded("gateway", open("Internet", "22")), caught: ["NET-10"] },
  { what: "anyone at the apps' ports", change: guarded("apps", open("*", "8080")), caught: ["NET-10"] },
  { what: "anyone at the databases", change: guarded("data", open("0.0.0.0/0", "5432")), caught: ["NET-10"] },
  {
    what: "the Internet in two halves",
    change: guarded("apps", (rules) => {
      open("", "22")(rules);
      const [first] = rules;
      delete first.source_address_prefix;
      first.source_address_prefixes = ["0.0.0.0/1", "128.0.0.0/1"];
    }),
    caught: ["NET-10"],
  },
  { what: "any customer of Azure", change: guarded("apps", open("AzureCloud", "22")), caught: ["NET-10"] },
  {
    what: "rules that a loop adds to a security group",
    change: inPlatform("azurerm_network_security_group.network_security-apps", (group) => {
      const [rule] = group.security_rule;
      const content = { ...rule, name: "open", priority: 90, source_address_prefix: "*", destination_port_range: "22" };
      group.dynamic = { security_rule: { for_each: [1], content } };
    }),
    caught: ["NET-10"],
  },
  {
    what: "plain HTTP into a subnet that is not the gateway's",
    change: guarded("apps", open("Internet", "80")),
    caught: ["NET-10"],
  },
  {
    what: "endpoints that their security group does not reach",
    change: set("platform", "azurerm_subnet.network_subnet-data", { private_endpoint_network_policies: "Disabled" }),
    caught: ["NET-10"],
  },
  {
    what: "the addresses of the Pilot",
    change: inConfig((config) => Object.assign(config, { network: "10.20.0.0/22" })),
    caught: ["NET-11"],
  },
];
