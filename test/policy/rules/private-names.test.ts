import { nearMisses } from "./said";

const gate = "pre-production" as const;
const config = {
  entry: { host: "preprod.orders.example", routes: { "/": "web" } },
  externals: {
    hub: { kind: "network", owner: "ada@orders.example", why: "the hub asks too" },
    partner: { kind: "dns-zone", owner: "ada@orders.example", why: "their names" },
  },
};
const network = {
  "azurerm_virtual_network.n": { name: "n", address_space: ["10.0.0.0/16"] },
  "azurerm_private_endpoint.e": { name: "e" },
  "azurerm_public_ip.p": { name: "p" },
};
const a = (...records: string[]) => ({ zone_name: "privatelink.vaultcore.azure.net", records });
const alias = (record: string) => ({ zone_name: "privatelink.vaultcore.azure.net", record });
const outside = (where: string) => `A private name leads to ${where}, outside of the environment's networks.`;
const link = (virtual_network_id: string) => ({
  private_dns_zone_name: "privatelink.vaultcore.azure.net",
  virtual_network_id,
});
const FOREIGN = "/subscriptions/x/resourceGroups/o/providers/Microsoft.Network/virtualNetworks/o";
const NOT_OURS = "It answers a network that is not of the environment.";

nearMisses("NET-04", {
  "a private name leads into the network": {
    gate,
    config,
    resources: {
      ...network,
      "azurerm_private_dns_a_record.in": a("10.0.1.4"),
      "azurerm_private_dns_a_record.read": a(
        "${azurerm_private_endpoint.e.private_service_connection[0].private_ip_address}",
      ),
      "azurerm_private_dns_a_record.elsewhere": { zone_name: "orders.example", records: ["203.0.113.7"] },
      "azurerm_container_app_environment.c": { name: "c" },
      "azurerm_private_dns_zone.apps": { name: "${azurerm_container_app_environment.c.default_domain}" },
      "azurerm_private_dns_a_record.apps": {
        zone_name: "${azurerm_private_dns_zone.apps.name}",
        records: ["${azurerm_container_app_environment.c.static_ip_address}"],
      },
      "azurerm_private_dns_cname_record.other": alias("other.privatelink.vaultcore.azure.net"),
      "azurerm_private_dns_a_record.public": a("10.0.1.4", "203.0.113.7"),
      "azurerm_private_dns_a_record.beside": a("10.1.0.4"),
      "azurerm_private_dns_a_record.address": a("${azurerm_public_ip.p.ip_address}"),
      "azurerm_private_dns_aaaa_record.public": a("2001:db8::1"),
      "azurerm_private_dns_cname_record.away": alias("evil.example"),
      "azurerm_private_dns_a_record.later": a("${var.address}"),
      "azurerm_private_dns_aaaa_record.local": a("fd00::1"),
    },
    pass: [
      "azurerm_private_dns_a_record.in",
      "azurerm_private_dns_a_record.read",
      "azurerm_private_dns_cname_record.other",
    ],
    fail: {
      "azurerm_private_dns_a_record.public": outside("203.0.113.7"),
      "azurerm_private_dns_a_record.beside": outside("10.1.0.4"),
      "azurerm_private_dns_a_record.address": outside("azurerm_public_ip.p"),
      "azurerm_private_dns_aaaa_record.public": outside("2001:db8::1"),
      "azurerm_private_dns_cname_record.away": "A private name leads to evil.example, which is no private name.",
    },
    unknown: {
      "azurerm_private_dns_a_record.later": "Where a private name leads is not known before apply.",
      "azurerm_private_dns_aaaa_record.local": "Where a private name leads is not known before apply.",
    },
  },
  "zones answer the environment's network, and those that the config declares": {
    gate,
    config,
    resources: {
      ...network,
      "azurerm_private_dns_zone_virtual_network_link.own": link("${azurerm_virtual_network.n.id}"),
      "azurerm_private_dns_zone_virtual_network_link.hub": link("${var.hub}"),
      "azurerm_private_dns_zone_virtual_network_link.undeclared": link("${var.other}"),
      "azurerm_private_dns_zone_virtual_network_link.foreign": link(FOREIGN),
      "azurerm_private_dns_resolver_virtual_network_link.foreign": { virtual_network_id: FOREIGN },
    },
    pass: ["azurerm_private_dns_zone_virtual_network_link.hub"],
    fail: {
      "azurerm_private_dns_zone_virtual_network_link.undeclared":
        "var.other is an input that the config does not declare under externals.",
      "azurerm_private_dns_zone_virtual_network_link.foreign": NOT_OURS,
      "azurerm_private_dns_resolver_virtual_network_link.foreign": NOT_OURS,
    },
  },
});

const zone = (name: string) => ({ name });
const theirs = (name: string) => `It answers for ${name}, which is somebody else's name.`;
const zones = {
  "azurerm_private_dns_zone.link": zone("privatelink.vaultcore.azure.net"),
  "azurerm_private_dns_zone.inside": zone("orders.internal"),
  "azurerm_private_dns_zone.apps": zone("${azurerm_container_app_environment.e.default_domain}"),
  "azurerm_container_app_environment.e": zone("e"),
};
const held = ["link", "inside", "apps"].map((one) => `azurerm_private_dns_zone.${one}`);

nearMisses("NET-08", {
  "the environment answers for its own names, and for nobody else's": {
    gate,
    config,
    resources: {
      ...zones,
      "azurerm_private_dns_zone.entry": zone("preprod.orders.example"),
      "azurerm_private_dns_zone.below": zone("db.preprod.orders.example"),
      "azurerm_private_dns_zone.domain": zone("orders.example"),
      "azurerm_private_dns_zone.partner": zone("${var.partner}"),
      "azurerm_private_dns_zone.database": zone("orders.private.postgres.database.azure.com"),
      "azurerm_postgresql_flexible_server.d": { private_dns_zone_id: "${azurerm_private_dns_zone.database.id}" },
      "azurerm_private_dns_zone.graph": zone("graph.microsoft.com"),
      "azurerm_private_dns_zone.github": zone("GitHub.com"),
      "azurerm_private_dns_zone.everybody": zone("example"),
      "azurerm_private_dns_zone.vaults": zone("vault.azure.net"),
      "azurerm_private_dns_zone.databases": zone("postgres.database.azure.com"),
      "azurerm_private_dns_zone.later": zone("${data.azurerm_dns_zone.z.name}"),
    },
    pass: [
      ...held,
      ...["entry", "below", "domain", "partner", "database"].map((one) => `azurerm_private_dns_zone.${one}`),
    ],
    fail: {
      "azurerm_private_dns_zone.graph": theirs("graph.microsoft.com"),
      "azurerm_private_dns_zone.github": theirs("github.com"),
      "azurerm_private_dns_zone.everybody": theirs("example"),
      "azurerm_private_dns_zone.vaults": theirs("vault.azure.net"),
      "azurerm_private_dns_zone.databases": theirs("postgres.database.azure.com"),
    },
    unknown: { "azurerm_private_dns_zone.later": "name is not known before apply." },
  },
  "without a config nobody knows which name is ours": {
    gate,
    resources: { ...zones, "azurerm_private_dns_zone.graph": zone("graph.microsoft.com") },
    pass: held,
    unknown: {
      "azurerm_private_dns_zone.graph": "Whether graph.microsoft.com is a name of the environment is not known.",
    },
  },
});
