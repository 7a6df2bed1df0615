import { exposed, network, reachOf, routesOf, waysOf } from "./support";

describe("every other way in", () => {
  const one = (resources: object) => routesOf(exposed(resources));

  test("addresses that a firewall forwards inward", () => {
    const rule = {
      name: "ssh",
      protocols: ["TCP"],
      source_addresses: ["203.0.113.0/24"],
      destination_address: "198.51.100.4",
      destination_ports: ["2222"],
      translated_address: "10.30.0.9",
      translated_port: 22,
    };
    const group = (rules: object[]) => ({
      "azurerm_firewall_policy_rule_collection_group.d": {
        name: "d",
        nat_rule_collection: [{ name: "n", rule: rules }],
      },
    });
    expect(one(group([rule]))).toEqual(["tcp 198.51.100.4:2222 → 10.30.0.9:22 (203.0.113.0/24)"]);
    expect(
      one(group([{ ...rule, source_addresses: ["*"], translated_address: undefined, translated_fqdn: "vm.inside" }])),
    ).toEqual(["tcp 198.51.100.4:2222 → vm.inside:22 (everybody)"]);
    expect(one(group([{ ...rule, source_addresses: undefined }]))).toEqual([
      "tcp 198.51.100.4:2222 → 10.30.0.9:22 (not known before apply)",
    ]);
    expect(
      waysOf(
        exposed({
          "azurerm_firewall_policy_rule_collection_group.d": { name: "d", dynamic: { nat_rule_collection: {} } },
        }),
      ),
    ).toEqual(["dnat azurerm_firewall_policy_rule_collection_group.d perhaps"]);
  });

  test("what a load balancer forwards, and one that forwards nothing", () => {
    const balancer = {
      "azurerm_lb.l": {
        name: "l",
        frontend_ip_configuration: [{ name: "front", public_ip_address_id: "${azurerm_public_ip.a.id}" }],
      },
    };
    expect(
      one({
        ...balancer,
        "azurerm_lb_backend_address_pool.p": { name: "p" },
        "azurerm_lb_rule.r": {
          loadbalancer_id: "${azurerm_lb.l.id}",
          frontend_ip_configuration_name: "front",
          protocol: "Tcp",
          frontend_port: 443,
          backend_port: 8443,
          backend_address_pool_ids: ["${azurerm_lb_backend_address_pool.p.id}"],
        },
        "azurerm_lb_rule.other": {
          loadbalancer_id: "${azurerm_lb.l.id}",
          frontend_ip_configuration_name: "back",
          protocol: "Tcp",
          frontend_port: 1,
          backend_port: 1,
        },
      }),
    ).toEqual(["tcp 443 → azurerm_lb_backend_address_pool.p:8443 (whom the security groups of its machines let in)"]);
    expect(one(balancer)).toEqual(["nothing: no rule takes requests →  (nobody)"]);
  });

  test("containers, bastions, peerings, sites and private links", () => {
    expect(
      one({
        ...network({ bastion: {} }),
        "azurerm_bastion_host.b": { ip_configuration: [{ name: "i", subnet_id: "${azurerm_subnet.bastion.id}" }] },
        "azurerm_container_group.c": { exposed_port: [{ port: 80, protocol: "TCP" }] },
        "azurerm_local_network_gateway.office": { address_space: ["192.168.7.0/24"] },
        "azurerm_private_link_service.s": { name: "s", visibility_subscription_ids: ["11111111-2222"] },
        "azurerm_virtual_network_gateway_connection.c": {
          type: "IPsec",
          virtual_network_gateway_id: "${azurerm_virtual_network_gateway.g.id}",
          local_network_gateway_id: "${azurerm_local_network_gateway.office.id}",
        },
        "azurerm_virtual_network_gateway.g": { name: "g" },
        "azurerm_virtual_network_peering.p": {
          name: "p",
          virtual_network_name: "vnet",
          resource_group_name: "rg",
          remote_virtual_network_id: "${var.hub}",
        },
      }),
    ).toEqual([
      "a session in the browser → machines of azurerm_virtual_network.v (people with a role on the machine)",
      "tcp 80 → azurerm_container_group.c (everybody)",
      "a private endpoint → azurerm_private_link_service.s (subscription 11111111-2222)",
      "any address of the network → azurerm_virtual_network_gateway.g (192.168.7.0/24)",
      "any address of the network → azurerm_virtual_network.v (var.hub)",
    ]);
  });

  test("networks of one environment that are joined are no way in from the Internet", () => {
    const joined = (name: string, to: string) => ({
      [`azurerm_virtual_network.${name}`]: { name, resource_group_name: "rg" },
      [`azurerm_virtual_network_peering.${name}`]: {
        name,
        virtual_network_name: name,
        resource_group_name: "rg",
        remote_virtual_network_id: `\${azurerm_virtual_network.${to}.id}`,
      },
    });
    expect(exposed({ ...joined("a", "b"), ...joined("b", "a") }).waysIn).toEqual([]);
    expect(exposed(joined("a", "elsewhere")).waysIn).toHaveLength(1);
  });

  test("Front Door, by its routes, domains and origins", () => {
    const found = exposed({
      "azurerm_cdn_frontdoor_endpoint.e": { name: "orders" },
      "azurerm_cdn_frontdoor_endpoint.idle": { name: "idle" },
      "azurerm_cdn_frontdoor_custom_domain.d": { name: "d", host_name: "shop.example" },
      "azurerm_cdn_frontdoor_origin_group.g": { name: "g" },
      "azurerm_cdn_frontdoor_origin.o": {
        cdn_frontdoor_origin_group_id: "${azurerm_cdn_frontdoor_origin_group.g.id}",
        host_name: "app-shop.azurewebsites.net",
      },
      "azurerm_linux_web_app.shop": { name: "app-shop", public_network_access_enabled: false },
      "azurerm_cdn_frontdoor_route.r": {
        cdn_frontdoor_endpoint_id: "${azurerm_cdn_frontdoor_endpoint.e.id}",
        cdn_frontdoor_origin_group_id: "${azurerm_cdn_frontdoor_origin_group.g.id}",
        cdn_frontdoor_custom_domain_ids: ["${azurerm_cdn_frontdoor_custom_domain.d.id}"],
        patterns_to_match: ["/*"],
        link_to_default_domain: true,
      },
    });
    expect(routesOf(found)).toEqual([
      "https://shop.example/*, https://orders.azurefd.net/* → azurerm_linux_web_app.shop (everybody)",
      "anything → nothing: no route of the plan takes its requests (everybody)",
    ]);
    expect(reachOf(found)).toEqual([
      "azurerm_linux_web_app.shop: the Internet; https://shop.example/*, https://orders.azurefd.net/*, through azurerm_cdn_frontdoor_endpoint.e",
    ]);
  });

  test("web apps by their own restrictions; those that are private by their endpoints", () => {
    const restricted = (ip_restriction: object[], more: object = {}) => ({
      name: "w",
      site_config: { ip_restriction, ...more },
    });
    const found = exposed({
      "azurerm_linux_web_app.all": { name: "all" },
      "azurerm_linux_web_app.none": { ...restricted([], { ip_restriction_default_action: "Deny" }) },
      "azurerm_linux_web_app.off": { name: "off", public_network_access_enabled: false },
      "azurerm_linux_web_app.own": { name: "own", public_network_access_enabled: false },
      "azurerm_linux_web_app.some": restricted([
        { ip_address: "203.0.113.7/32" },
        { service_tag: "AzureFrontDoor.Backend" },
        { ip_address: "192.0.2.0/24", action: "Deny" },
      ]),
      "azurerm_private_endpoint.own": {
        private_service_connection: { private_connection_resource_id: "${azurerm_linux_web_app.own.id}" },
      },
    });
    expect(found.waysIn.map(({ resource, from }) => `${resource} ${from.join(", ")}`)).toEqual([
      "azurerm_linux_web_app.all everybody",
      "azurerm_linux_web_app.none nobody",
      "azurerm_linux_web_app.some 203.0.113.7/32, service tag AzureFrontDoor.Backend",
    ]);
    expect(reachOf(found).filter((text) => /\.(?:off|own):/.test(text))).toEqual([
      "azurerm_linux_web_app.off: nobody; its public side is off and it has no private endpoint",
      "azurerm_linux_web_app.own: the network; through azurerm_private_endpoint.own",
    ]);
  });

  test("clusters, websites and APIs", () => {
    expect(
      one({
        "azurerm_api_management.a": { name: "a" },
        "azurerm_kubernetes_cluster.all": { name: "all" },
        "azurerm_kubernetes_cluster.some": {
          name: "some",
          api_server_access_profile: { authorized_ip_ranges: ["203.0.113.0/24"] },
        },
        "azurerm_storage_account.s": { name: "s", static_website: { index_document: "index.html" } },
        "azurerm_storage_account_static_website.t": { storage_account_id: "${azurerm_storage_account.s.id}" },
      }),
    ).toEqual([
      "https://<its host>/* → azurerm_api_management.a (everybody)",
      "https://<its host>/* → azurerm_kubernetes_cluster.all (everybody)",
      "https://<its host>/* → azurerm_kubernetes_cluster.some (203.0.113.0/24)",
      "https://<its website host>/* → azurerm_storage_account.s (everybody)",
      "https://<its website host>/* → azurerm_storage_account.s (everybody)",
    ]);
  });
});

describe("people", () => {
  const vpn = (client: object, more: object = {}) =>
    exposed({
      ...network({ vpn: { name: "GatewaySubnet" }, resolver: {} }),
      "azurerm_virtual_network_gateway.vpn": {
        name: "vpn",
        ip_configuration: [{ name: "i", subnet_id: "${azurerm_subnet.vpn.id}" }],
        vpn_client_configuration: { address_space: ["172.20.0.0/24"], ...client },
      },
      ...more,
    }).people;

  test("come in by VPN: pool, protocol, sign-in, who, and what resolves names", () => {
    const resolver = {
      "azurerm_private_dns_resolver_inbound_endpoint.in": {
        name: "in",
        ip_configurations: { subnet_id: "${azurerm_subnet.resolver.id}", private_ip_address: "10.30.3.84" },
      },
    };
    const entra = { vpn_client_protocols: ["OpenVPN"], vpn_auth_types: ["AAD"], aad_audience: "${var.vpn_audience}" };
    expect(vpn(entra, resolver)).toEqual([
      {
        resource: "azurerm_virtual_network_gateway.vpn",
        network: "azurerm_virtual_network.v",
        pool: ["172.20.0.0/24"],
        protocols: ["OpenVPN"],
        signIn: ["AAD"],
        who: "who is assigned to the app registration var.vpn_audience",
        resolvers: ["10.30.3.84"],
      },
    ]);
  });

  test.each([
    [
      "the audience of the whole tenant",
      { aad_audience: "C632B3DF-fb67-4d84-bdcf-b95ad541b5c8" },
      "everybody of the Entra tenant",
    ],
    [
      "certificates",
      { root_certificate: [{ name: "root", public_cert_data: "x" }] },
      "whoever holds a certificate below root",
    ],
    ["RADIUS", { radius_server_address: "10.0.0.5" }, "whom the RADIUS server 10.0.0.5 lets in"],
    ["nothing that the plan says", {}, "not known before apply"],
  ])("by %s", (_, client, who) => {
    expect(vpn(client)[0]).toMatchObject({ who, resolvers: [] });
  });

  test("a VPN for sites alone is none for people; one made in a loop is not known", () => {
    const gateway = (more: object) => exposed({ "azurerm_virtual_network_gateway.g": { name: "g", ...more } }).people;
    expect(gateway({})).toEqual([]);
    expect(gateway({ dynamic: { vpn_client_configuration: {} } })).toMatchObject([{ who: "not known before apply" }]);
  });
});
