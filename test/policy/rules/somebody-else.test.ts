import { nearMisses } from "./said";

const gate = "pre-production" as const;
const forward = (ip_address: string) => ({ domain_name: ".", target_dns_servers: [{ ip_address, port: 53 }] });
const link = (private_connection_resource_alias: string) => ({
  private_service_connection: [{ name: "c", private_connection_resource_alias, is_manual_connection: true }],
});
const pools = (...all: object[]) =>
  ({ name: "agw", backend_address_pool: all.map((one, i) => ({ name: `p${i}`, ...one })) }) as never;
const leads = (to: string) =>
  `The gateway sends requests to ${to}, which is not of the environment, past the firewall.`;
const mayLead = "Whether the gateway leads to the environment is not known before apply.";

nearMisses("NET-08", {
  "names are asked of Azure or of the network, not of somebody else": {
    gate,
    resources: {
      "azurerm_virtual_network.v": { name: "vnet", address_space: ["10.30.0.0/22"] },
      "azurerm_firewall_policy.azure": { name: "p", dns: { proxy_enabled: true } },
      "azurerm_firewall_policy.inside": { name: "p", dns: { servers: ["10.30.3.4", "168.63.129.16"] } },
      "azurerm_firewall_policy.foreign": { name: "p", dns: { servers: ["8.8.8.8"], proxy_enabled: true } },
      "azurerm_firewall_policy.later": { name: "p", dns: { servers: ["${var.dns}"] } },
      "azurerm_private_dns_resolver_forwarding_rule.all": forward("8.8.4.4"),
      "azurerm_private_dns_resolver_forwarding_rule.inside": forward("10.30.3.4"),
      "azurerm_private_dns_resolver_forwarding_rule.later": forward("${var.dns}"),
      "azurerm_private_dns_resolver_forwarding_rule.off": { ...forward("8.8.4.4"), enabled: false },
    },
    pass: ["azurerm_firewall_policy.inside", "azurerm_private_dns_resolver_forwarding_rule.inside"],
    fail: {
      "azurerm_firewall_policy.foreign": "It asks 8.8.8.8 for names, which is outside of the network.",
      "azurerm_private_dns_resolver_forwarding_rule.all": "It asks 8.8.4.4 for names, which is outside of the network.",
    },
    unknown: {
      "azurerm_firewall_policy.later": "servers is not known before apply.",
      "azurerm_private_dns_resolver_forwarding_rule.later": "ip_address is not known before apply.",
    },
  },
  "a server in a network of which nobody knows the range may be inside": {
    gate,
    resources: {
      "azurerm_virtual_network.v": { name: "vnet", address_space: ["${var.range}"] },
      "azurerm_firewall_policy.perhaps": { name: "p", dns: { servers: ["10.30.3.4"] } },
    },
    unknown: { "azurerm_firewall_policy.perhaps": "servers is not known before apply." },
  },
  "a private endpoint to somebody else's service goes past the firewall, unless it is a declared external": {
    gate,
    config: { externals: { "partner-alias": { kind: "network", owner: "ada@orders.example", why: "they pay us" } } },
    resources: {
      "azurerm_private_endpoint.undeclared": link("${var.theirs}"),
      "azurerm_private_endpoint.foreign": link("partner.abc.westeurope.azure.privatelinkservice"),
      "azurerm_private_endpoint.declared": link("${var.partner_alias}"),
      "azurerm_private_endpoint.own": link("${azurerm_private_link_service.s.alias}"),
      "azurerm_private_link_service.s": { name: "s" },
    },
    pass: ["azurerm_private_endpoint.declared", "azurerm_private_endpoint.own"],
    fail: {
      "azurerm_private_endpoint.undeclared": "var.theirs is an input that the config does not declare under externals.",
      "azurerm_private_endpoint.foreign":
        "It leads to partner.abc.westeurope.azure.privatelinkservice, which is somebody else's, past the firewall.",
    },
  },
  "a gateway leads to apps and addresses of the environment, not to somebody else": {
    gate,
    resources: {
      "azurerm_virtual_network.v": { name: "vnet", address_space: ["10.30.0.0/22"] },
      "azurerm_container_app.web": { name: "ca-web" },
      "azurerm_application_gateway.own": pools(
        { fqdns: ["ca-web.${var.apps_domain}"] },
        { fqdns: ["ca-web.internal.blue.westeurope.azurecontainerapps.io"] },
        { fqdns: ["${azurerm_container_app.web.latest_revision_fqdn}"] },
        { ip_addresses: ["10.30.1.9"] },
        {},
      ),
      "azurerm_application_gateway.host": pools({ fqdns: ["shop.example"] }),
      "azurerm_application_gateway.address": pools({ ip_addresses: ["10.30.1.9", "203.0.113.9"] }),
      "azurerm_application_gateway.other": pools({ fqdns: ["other.blue.westeurope.azurecontainerapps.io"] }),
      "azurerm_application_gateway.later": pools({ fqdns: ["${var.host}"] }),
    },
    pass: ["azurerm_application_gateway.own"],
    fail: {
      "azurerm_application_gateway.host": leads("shop.example"),
      "azurerm_application_gateway.address": leads("203.0.113.9"),
    },
    unknown: {
      "azurerm_application_gateway.other": mayLead,
      "azurerm_application_gateway.later": mayLead,
    },
  },
});
