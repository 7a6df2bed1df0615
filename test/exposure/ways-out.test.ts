import { exposed, guarded, network, routed, securityRule } from "./support";

/** `resource: kind: says [besides]` of everything that sends. */
function out(resources: object): string[] {
  return exposed(resources).waysOut.map(
    ({ resource, kind, says, besides }) =>
      `${resource}: ${kind}: ${says}${besides.length > 0 ? ` [${besides.join("; ")}]` : ""}`,
  );
}

const firewall = { "azurerm_firewall.f": { name: "f", ip_configuration: [{ name: "i" }] } };
const outbound = (access: "Allow" | "Deny", priority: number, more: object = {}) =>
  securityRule("Outbound", access, priority, more);
const denyAll = outbound("Deny", 4096, { protocol: "*", destination_port_range: "*" });

describe("where what leaves a subnet goes", () => {
  test("to the firewall, nowhere, straight out, or not known", () => {
    expect(
      out({
        ...network({ apps: {}, shut: {}, bare: {}, elsewhere: {} }),
        ...firewall,
        ...routed("apps"),
        "azurerm_route_table.shut": { route: [{ name: "r", address_prefix: "0.0.0.0/0", next_hop_type: "None" }] },
        "azurerm_subnet_route_table_association.shut": {
          subnet_id: "${azurerm_subnet.shut.id}",
          route_table_id: "${azurerm_route_table.shut.id}",
        },
        "azurerm_subnet_route_table_association.elsewhere": {
          subnet_id: "${azurerm_subnet.elsewhere.id}",
          route_table_id: "${var.table}",
        },
      }),
    ).toEqual([
      "azurerm_subnet.apps: firewall: sends 0.0.0.0/0 to the firewall",
      "azurerm_subnet.bare: open: has no route table; leaves from an address that Azure picks",
      "azurerm_subnet.elsewhere: not known: has a route table that is not known",
      "azurerm_subnet.shut: dropped: drops what leaves",
    ]);
  });

  test("through a NAT gateway, or from nothing but addresses of its own", () => {
    expect(
      out({
        ...network({
          apps: {},
          quiet: { default_outbound_access_enabled: false },
          perhaps: { default_outbound_access_enabled: "${var.d}" },
        }),
        "azurerm_nat_gateway.n": { name: "n" },
        "azurerm_subnet_nat_gateway_association.n": {
          subnet_id: "${azurerm_subnet.apps.id}",
          nat_gateway_id: "${azurerm_nat_gateway.n.id}",
        },
      }),
    ).toEqual([
      "azurerm_subnet.apps: open: has no route table; leaves through azurerm_nat_gateway.n",
      "azurerm_subnet.perhaps: open: has no route table; leaves from an address, unless there is none, which is not known before apply",
      "azurerm_subnet.quiet: open: has no route table; leaves from what has an address of its own",
    ]);
  });

  test("every kind of site without a network leaves by itself", () => {
    expect(
      out({
        ...network({ apps: {} }),
        "azurerm_function_app_flex_consumption.flex": { name: "flex" },
        "azurerm_linux_web_app.web": { name: "web" },
        "azurerm_logic_app_standard.flow": { name: "flow", virtual_network_subnet_id: "${azurerm_subnet.apps.id}" },
      }).filter((line) => !line.startsWith("azurerm_subnet")),
    ).toEqual([
      "azurerm_function_app_flex_consumption.flex: open: has no network of its own; leaves from addresses that Azure picks",
      "azurerm_linux_web_app.web: open: has no network of its own; leaves from addresses that Azure picks",
      "azurerm_logic_app_standard.flow: open: sends only what goes to private addresses through its subnet; the rest leaves by itself",
    ]);
  });

  test("routes and service endpoints that go past the firewall are told beside it", () => {
    const more = [
      { name: "tag", address_prefix: "AzureMonitor", next_hop_type: "Internet" },
      {
        name: "box",
        address_prefix: "10.9.0.0/16",
        next_hop_type: "VirtualAppliance",
        next_hop_in_ip_address: "10.30.9.9",
      },
      { name: "own", address_prefix: "10.30.0.0/22", next_hop_type: "VnetLocal" },
    ];
    expect(
      out({
        ...network({ apps: { service_endpoints: ["Microsoft.Storage"] } }),
        ...firewall,
        ...routed("apps", ...more),
      }),
    ).toEqual([
      "azurerm_subnet.apps: firewall: sends 0.0.0.0/0 to the firewall [10.9.0.0/16 to 10.30.9.9; AzureMonitor to Internet; Microsoft.Storage directly, by service endpoint]",
    ]);
  });

  test.each([
    ["stops everything", [denyAll], "stops everything"],
    [
      "stops everything but what it allows before",
      [outbound("Allow", 100, { destination_address_prefix: "Storage" }), denyAll],
      "stops everything but Storage on 443",
    ],
    ["stops what is not known", [outbound("Allow", 100, { access: "${var.a}" }), denyAll], undefined],
  ])("a security group that %s is told", (_, rules, expected) => {
    const says =
      expected === undefined
        ? "what azurerm_network_security_group.apps stops is not known before apply"
        : `azurerm_network_security_group.apps ${expected}`;
    expect(out({ ...network({ apps: {} }), ...guarded("apps", rules) })).toEqual([
      `azurerm_subnet.apps: open: has no route table; leaves from an address that Azure picks [${says}]`,
    ]);
  });

  test.each([
    ["allows everything first", [outbound("Allow", 100, { protocol: "*", destination_port_range: "*" }), denyAll]],
    ["denies one port", [outbound("Deny", 100)]],
    [
      "denies one destination",
      [
        outbound("Deny", 100, {
          protocol: "*",
          destination_port_range: "*",
          destination_address_prefix: "192.0.2.0/24",
        }),
      ],
    ],
    ["is about what comes in", [securityRule("Inbound", "Deny", 100, { protocol: "*", destination_port_range: "*" })]],
  ])("a security group that %s stops nothing", (_, rules) => {
    expect(out({ ...network({ apps: {} }), ...guarded("apps", rules) })).toEqual([
      "azurerm_subnet.apps: open: has no route table; leaves from an address that Azure picks",
    ]);
  });

  test("subnets of gateways and firewalls are Azure's own; one with private endpoints sends nothing", () => {
    const at = (subnet: string, address: string) => ({
      name: "i",
      subnet_id: `\${azurerm_subnet.${subnet}.id}`,
      public_ip_address_id: `\${azurerm_public_ip.${address}.id}`,
    });
    const found = exposed({
      ...network({ endpoints: {}, fw: { name: "AzureFirewallSubnet" }, gw: {}, mixed: {}, resolver: {} }),
      "azurerm_public_ip.fw": { name: "fw" },
      "azurerm_public_ip.gw": { name: "gw" },
      "azurerm_firewall.f": { ip_configuration: [at("fw", "fw")] },
      "azurerm_application_gateway.g": {
        gateway_ip_configuration: [{ name: "g", subnet_id: "${azurerm_subnet.gw.id}" }],
        frontend_ip_configuration: [{ name: "f", public_ip_address_id: "${azurerm_public_ip.gw.id}" }],
      },
      "azurerm_application_gateway.two": {
        gateway_ip_configuration: [{ name: "g", subnet_id: "${azurerm_subnet.mixed.id}" }],
      },
      "azurerm_network_interface.n": { ip_configuration: [{ name: "i", subnet_id: "${azurerm_subnet.mixed.id}" }] },
      "azurerm_private_dns_resolver_inbound_endpoint.in": {
        ip_configurations: { subnet_id: "${azurerm_subnet.resolver.id}" },
      },
      "azurerm_private_endpoint.a": { subnet_id: "${azurerm_subnet.endpoints.id}" },
      "azurerm_private_endpoint.b": { subnet_id: "${azurerm_subnet.endpoints.id}" },
    });
    expect(found.waysOut.map(({ resource, kind, holds, says }) => [resource, kind, holds.join(", "), says])).toEqual([
      [
        "azurerm_subnet.endpoints",
        "quiet",
        "2 private endpoints",
        "has no route table; private endpoints send nothing by themselves",
      ],
      [
        "azurerm_subnet.fw",
        "platform",
        "azurerm_firewall.f",
        "is for the firewall itself; leaves from azurerm_public_ip.fw",
      ],
      [
        "azurerm_subnet.gw",
        "platform",
        "azurerm_application_gateway.g",
        "is for the gateway, which Azure manages over the Internet; leaves from azurerm_public_ip.gw",
      ],
      [
        "azurerm_subnet.mixed",
        "open",
        "azurerm_application_gateway.two, azurerm_network_interface.n",
        "has no route table; leaves from an address that Azure picks",
      ],
      [
        "azurerm_subnet.resolver",
        "platform",
        "azurerm_private_dns_resolver_inbound_endpoint.in",
        "is for the resolver, which answers queries",
      ],
    ]);
  });

  test("what stands in no network of the plan is told too", () => {
    expect(
      out({
        "azurerm_container_app_environment.bare": { name: "bare" },
        "azurerm_container_app_environment.elsewhere": { infrastructure_subnet_id: "${var.subnet}" },
        "azurerm_container_group.c": { name: "c" },
        "azurerm_kubernetes_cluster.k": { name: "k" },
        "azurerm_linux_web_app.half": { virtual_network_subnet_id: "${var.subnet}" },
        "azurerm_linux_web_app.whole": {
          virtual_network_subnet_id: "${var.subnet}",
          site_config: { vnet_route_all_enabled: true },
        },
      }),
    ).toEqual([
      "azurerm_container_app_environment.bare: open: has no network of its own; leaves from addresses that Azure picks",
      "azurerm_container_app_environment.elsewhere: not known: stands in a subnet that the plan does not show: var.subnet",
      "azurerm_container_group.c: open: has no network of its own; leaves from addresses that Azure picks",
      "azurerm_kubernetes_cluster.k: open: stands in a network that Azure makes; leaves from addresses that Azure picks",
      "azurerm_linux_web_app.half: open: sends only what goes to private addresses through its subnet; the rest leaves by itself",
    ]);
  });

  test("connections to other networks, and private endpoints that lead outside", () => {
    const found = exposed({
      "azurerm_key_vault.own": { name: "own" },
      "azurerm_private_endpoint.in": {
        private_service_connection: { private_connection_resource_id: "${azurerm_key_vault.own.id}" },
      },
      "azurerm_private_endpoint.out": {
        private_service_connection: {
          private_connection_resource_alias: "partner.1234.westeurope.azure.privatelinkservice",
        },
      },
      "azurerm_virtual_network_gateway_connection.c": {
        type: "ExpressRoute",
        express_route_circuit_id: "${var.circuit}",
      },
      "azurerm_virtual_network_peering.p": { remote_virtual_network_id: "${var.hub}" },
    });
    expect(found.connections).toEqual([
      {
        resource: "azurerm_private_endpoint.out",
        to: ["partner.1234.westeurope.azure.privatelinkservice"],
        says: "leads to something that the plan does not show",
      },
      { resource: "azurerm_virtual_network_gateway_connection.c", to: ["var.circuit"], says: "joins another site" },
      { resource: "azurerm_virtual_network_peering.p", to: ["var.hub"], says: "joins two networks" },
    ]);
  });
});
