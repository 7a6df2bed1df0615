import { added } from "../../support/built-pre-production";
import { add, drop, inPlatform, inStack, type Json, set, type Weakening } from "../../support/weakenings";

const RULES = "azurerm_firewall_policy_rule_collection_group.firewall_policy_rules";
const APPS = "${azurerm_subnet.network_subnet-apps.id}";

/** The rule of the allow-list that the config's payments became, with what a weakening makes of it. */
const payments = (fields: object) =>
  inPlatform(RULES, (group) => {
    const rules = group.application_rule_collection.flatMap((one: Json) => one.rule);
    Object.assign(
      rules.find(({ name }: Json) => name === "payments"),
      fields,
    );
  });

const updates = (fields: object) =>
  inPlatform(RULES, (group) => {
    const rules = group.network_rule_collection.flatMap((one: Json) => one.rule);
    Object.assign(
      rules.find(({ name }: Json) => name === "updates"),
      fields,
    );
  });

const inRoutes = (change: (table: Json) => void) => inPlatform("azurerm_route_table.routes", change);

/** Every way out that is not the allow-list. */
export const WAYS_OUT: readonly Weakening[] = [
  {
    what: "a route to the Internet instead of the firewall",
    change: inRoutes(({ route }) =>
      Object.assign(route[0], { next_hop_type: "Internet", next_hop_in_ip_address: undefined }),
    ),
    caught: ["NET-08"],
  },
  {
    what: "a route to half of the Internet beside the firewall",
    change: inRoutes(({ route }) =>
      route.push({ name: "half", address_prefix: "0.0.0.0/1", next_hop_type: "Internet" }),
    ),
    caught: ["NET-08"],
  },
  {
    what: "a route to one service past the firewall",
    change: add("platform", "azurerm_route.storage", {
      name: "storage",
      resource_group_name: "${azurerm_resource_group.group.name}",
      route_table_name: "${azurerm_route_table.routes.name}",
      address_prefix: "Storage.WestEurope",
      next_hop_type: "Internet",
    }),
    caught: ["NET-08"],
  },
  {
    what: "a route to another appliance",
    change: inRoutes(({ route }) => Object.assign(route[0], { next_hop_in_ip_address: "10.99.0.4" })),
    caught: ["NET-08"],
  },
  {
    what: "no route for what leaves",
    change: inRoutes((table) => Object.assign(table, { route: [] })),
    caught: ["NET-08"],
  },
  {
    what: "apps without routes",
    change: drop("platform", "azurerm_subnet_route_table_association.network_routes-apps"),
    caught: ["NET-08"],
  },
  {
    what: "private endpoints without routes",
    change: drop("platform", "azurerm_subnet_route_table_association.network_routes-endpoints"),
    caught: ["NET-08"],
  },
  {
    what: "a new subnet without routes",
    change: add("platform", "azurerm_subnet.more", {
      name: added("snet-more")["name"],
      resource_group_name: "${azurerm_resource_group.group.name}",
      virtual_network_name: "${azurerm_virtual_network.network.name}",
      address_prefixes: ["10.30.3.96/28"],
    }),
    caught: ["NET-08", "NET-10"],
  },
  {
    what: "a NAT gateway beside the firewall",
    change: (stacks) => {
      const address = { ...added("pip-nat"), allocation_method: "Static", sku: "Standard" };
      add("platform", "azurerm_public_ip.nat", address)(stacks);
      add("platform", "azurerm_nat_gateway.nat", { ...added("ng"), sku_name: "Standard" })(stacks);
      add("platform", "azurerm_nat_gateway_public_ip_association.nat", {
        nat_gateway_id: "${azurerm_nat_gateway.nat.id}",
        public_ip_address_id: "${azurerm_public_ip.nat.id}",
      })(stacks);
      add("platform", "azurerm_subnet_nat_gateway_association.nat", {
        nat_gateway_id: "${azurerm_nat_gateway.nat.id}",
        subnet_id: APPS,
      })(stacks);
    },
    caught: ["NET-06", "NET-08"],
  },
  {
    what: "service endpoints, which go past the firewall",
    change: set("platform", "azurerm_subnet.network_subnet-apps", { service_endpoints: ["Microsoft.Storage"] }),
    caught: ["NET-08"],
  },
  {
    what: "a gateway whose traffic is sent to the firewall",
    change: add("platform", "azurerm_subnet_route_table_association.gateway", {
      subnet_id: "${azurerm_subnet.network_subnet-gateway.id}",
      route_table_id: "${azurerm_route_table.routes.id}",
    }),
    caught: ["NET-08"],
  },
  {
    what: "a firewall that follows somebody else's policy",
    change: set("platform", "azurerm_firewall.firewall", {
      firewall_policy_id:
        "/subscriptions/${var.subscription_id}/resourceGroups/rg-hub/providers/Microsoft.Network/firewallPolicies/hub",
    }),
    caught: ["NET-08", "REC-01", "REC-09"],
  },
  {
    what: "a policy that inherits from one that is not here",
    change: set("platform", "azurerm_firewall_policy.firewall_policy", { base_policy_id: "${var.hub_policy_id}" }),
    caught: ["NET-08"],
  },
  { what: "any host", change: payments({ destination_fqdns: ["*"] }), caught: ["NET-08"] },
  { what: "any host of a country", change: payments({ destination_fqdns: ["*.co.uk"] }), caught: ["NET-08"] },
  {
    what: "anybody's storage account",
    change: payments({ destination_fqdns: ["*.blob.core.windows.net"] }),
    caught: ["NET-08"],
  },
  { what: "any address", change: updates({ destination_addresses: ["0.0.0.0/0"] }), caught: ["NET-08"] },
  { what: "any address of IPv6", change: updates({ destination_addresses: ["::/0"] }), caught: ["NET-08"] },
  { what: "the Internet by its tag", change: updates({ destination_addresses: ["Internet"] }), caught: ["NET-08"] },
  { what: "all of Azure", change: updates({ destination_addresses: ["AzureCloud"] }), caught: ["NET-08"] },
  {
    what: "all of Azure in a region",
    change: updates({ destination_addresses: ["AzureCloud.westeurope"] }),
    caught: ["NET-08"],
  },
  { what: "a destination that nobody wants", change: payments({ description: "payments" }), caught: ["NET-08"] },
  { what: "a destination that nobody explains", change: updates({ description: undefined }), caught: ["NET-08"] },
  {
    what: "addresses from one end of the Internet to the other",
    change: updates({ destination_addresses: ["1.0.0.0-223.255.255.255"] }),
    caught: ["NET-08"],
  },
  { what: "all of a provider", change: updates({ destination_addresses: ["20.0.0.0/8"] }), caught: ["NET-08"] },
  {
    what: "rules that a loop adds to the allow-list",
    change: inPlatform(RULES, ({ network_rule_collection: [collection] }) => {
      const content = { ...collection.rule[0], name: "all", destination_addresses: ["*"] };
      collection.dynamic = { rule: { for_each: [1], content } };
    }),
    caught: ["NET-08"],
  },
  {
    what: "routes that a loop adds past the firewall",
    change: inRoutes((table) => {
      const content = { name: "half", address_prefix: "0.0.0.0/1", next_hop_type: "Internet" };
      table.dynamic = { route: { for_each: ["half"], content } };
    }),
    caught: ["NET-08"],
  },
  {
    what: "routes of which only a plan knows how many there are",
    change: inRoutes((table) => {
      table.dynamic = { route: { for_each: "${var.routes}", content: { name: "${route.key}" } } };
    }),
    caught: ["NET-08", "REC-01"],
  },
  {
    what: "names that the firewall asks somebody else for",
    change: inPlatform("azurerm_firewall_policy.firewall_policy", (policy) => {
      policy.dns = { servers: ["8.8.8.8"], proxy_enabled: true };
    }),
    caught: ["NET-08"],
  },
  {
    what: "a private endpoint to somebody else's service",
    change: add("platform", "azurerm_private_endpoint.partner", {
      ...added("pep-partner"),
      subnet_id: "${azurerm_subnet.network_subnet-endpoints.id}",
      private_service_connection: {
        name: "partner",
        private_connection_resource_alias: "partner.abc.westeurope.azure.privatelinkservice",
        is_manual_connection: true,
      },
    }),
    caught: ["NET-08", "REC-09"],
  },
  {
    what: "a gateway that sends requests to somebody else",
    change: inStack("entry", "azurerm_application_gateway.gateway", (gateway) => {
      gateway.backend_address_pool[0].fqdns = ["shop.example"];
    }),
    caught: ["NET-08"],
  },
  {
    what: "a zone for somebody else's name",
    change: add("platform", "azurerm_private_dns_zone.graph", {
      tags: added("graph")["tags"],
      name: "graph.microsoft.com",
      resource_group_name: "${azurerm_resource_group.group.name}",
    }),
    caught: ["NET-08"],
  },
];
