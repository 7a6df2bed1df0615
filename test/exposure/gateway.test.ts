import { exposed, guarded, network, reachOf, routesOf, securityRule, waysOf } from "./support";

const publicFrontend = { name: "public", public_ip_address_id: "${azurerm_public_ip.gw.id}" };
const ports = [
  { name: "https", port: 443 },
  { name: "http", port: 80 },
  { name: "alt", port: 8443 },
];
const listener = (name: string, more: object = {}) => ({
  name,
  protocol: "Https",
  frontend_ip_configuration_name: "public",
  frontend_port_name: "https",
  ...more,
});
const basic = (name: string, pool: string) => ({
  name,
  http_listener_name: name,
  rule_type: "Basic",
  backend_address_pool_name: pool,
});
const pool = (name: string, ...fqdns: string[]) => ({ name, fqdns });

/** A gateway before an internal environment with three apps, and what else there is. */
function behind(changes: object, more: object = {}) {
  return exposed({
    ...network({ gateway: {}, apps: {}, vpn: { name: "GatewaySubnet" } }),
    "azurerm_container_app_environment.e": {
      name: "cae",
      internal_load_balancer_enabled: true,
      infrastructure_subnet_id: "${azurerm_subnet.apps.id}",
    },
    "azurerm_container_app.web": app("ca-web-orders", true),
    "azurerm_container_app.api": app("ca-api-orders", true),
    "azurerm_container_app.inner": app("ca-inner-orders", false),
    "azurerm_container_app.worker": { ...app("ca-worker-orders", false), ingress: undefined },
    "azurerm_application_gateway.g": {
      name: "agw",
      frontend_ip_configuration: [publicFrontend, { name: "private", subnet_id: "${azurerm_subnet.gateway.id}" }],
      frontend_port: ports,
      gateway_ip_configuration: [{ name: "g", subnet_id: "${azurerm_subnet.gateway.id}" }],
      backend_address_pool: [pool("web", "ca-web-orders.${var.apps_domain}")],
      http_listener: [listener("shop", { host_name: "shop.example" })],
      request_routing_rule: [basic("shop", "web")],
      ...changes,
    },
    ...more,
  });
}

const app = (name: string, external: boolean) => ({
  name,
  container_app_environment_id: "${azurerm_container_app_environment.e.id}",
  ingress: { external_enabled: external, target_port: 8080 },
});
const all = (found: ReturnType<typeof exposed>) => ({ ways: waysOf(found), routes: routesOf(found) });

describe("what a gateway's listener leads to", () => {
  test("a pool that holds an app's name and the domain of the apps leads to that app", () => {
    expect(all(behind({}))).toEqual({
      ways: ["gateway-listener azurerm_application_gateway.g"],
      routes: ["https://shop.example/* → azurerm_container_app.web (everybody)"],
    });
  });

  test.each([
    ["by reference", "${azurerm_container_app.web.ingress[0].fqdn}", "azurerm_container_app.web"],
    [
      "in a domain that is known",
      "ca-web-orders.happyhill-1.westeurope.azurecontainerapps.io",
      "azurerm_container_app.web",
    ],
    [
      "in the domain of the environment",
      "ca-web-orders.${azurerm_container_app_environment.e.default_domain}",
      "azurerm_container_app.web",
    ],
    ["with the same name in a domain of somebody else", "ca-web-orders.evil.example", "ca-web-orders.evil.example"],
    ["that the environment does not have", "ca-gone.${var.apps_domain}", "ca-gone.${var.apps_domain}"],
    ["that is a variable", "${var.backend}", "var.backend"],
  ])("a backend %s", (_, fqdn, to) => {
    expect(routesOf(behind({ backend_address_pool: [pool("web", fqdn)] }))).toEqual([
      `https://shop.example/* → ${to} (everybody)`,
    ]);
  });

  test("addresses of backends are told as they are written, unless they lead to something of the plan", () => {
    const addresses = ["10.30.0.9", "${azurerm_container_app_environment.e.static_ip_address}"];
    expect(routesOf(behind({ backend_address_pool: [{ name: "web", ip_addresses: addresses }] }))).toEqual([
      "https://shop.example/* → 10.30.0.9, azurerm_container_app_environment.e (everybody)",
    ]);
  });

  test("every path of a map, with what takes the rest", () => {
    const found = behind({
      backend_address_pool: [
        pool("web", "ca-web-orders.${var.apps_domain}"),
        pool("api", "ca-api-orders.${var.apps_domain}"),
      ],
      request_routing_rule: [{ name: "shop", http_listener_name: "shop", url_path_map_name: "shop" }],
      url_path_map: [
        {
          name: "shop",
          default_backend_address_pool_name: "web",
          path_rule: [{ name: "p", paths: ["/api", "/api/*"], backend_address_pool_name: "api" }],
        },
      ],
    });
    expect(routesOf(found)).toEqual([
      "https://shop.example/* but for the paths of its map → azurerm_container_app.web (everybody)",
      "https://shop.example/api, /api/* → azurerm_container_app.api (everybody)",
    ]);
  });

  test("hosts, ports and listeners are told apart; a private one is none; a redirect is told as such", () => {
    const found = behind({
      http_listener: [
        listener("shop", { host_names: ["shop.example", "www.shop.example"] }),
        listener("alt", { frontend_port_name: "alt" }),
        listener("inside", { frontend_ip_configuration_name: "private" }),
        listener("plain", { protocol: "Http", frontend_port_name: "http" }),
      ],
      request_routing_rule: [
        basic("shop", "web"),
        basic("alt", "web"),
        basic("inside", "web"),
        { name: "plain", http_listener_name: "plain", redirect_configuration_name: "on" },
      ],
      redirect_configuration: [{ name: "on", redirect_type: "Permanent", target_listener_name: "shop" }],
    });
    expect(all(found)).toEqual({
      ways: [
        "gateway-listener azurerm_application_gateway.g",
        "gateway-redirect azurerm_application_gateway.g",
        "gateway-listener azurerm_application_gateway.g",
      ],
      routes: [
        "https://(any host):8443/* → azurerm_container_app.web (everybody)",
        "http://(any host)/* → sent on to listener shop (everybody)",
        "https://shop.example/*, https://www.shop.example/* → azurerm_container_app.web (everybody)",
      ],
    });
    expect(new Set(found.waysIn.map(({ entry }) => entry)).size).toBe(3);
  });

  test("listeners for two hosts on one address and port are one entry", () => {
    const found = behind({
      http_listener: [
        listener("shop", { host_name: "shop.example" }),
        listener("admin", { host_name: "admin.example" }),
      ],
      request_routing_rule: [basic("shop", "web"), basic("admin", "web")],
    });
    expect(found.waysIn.map(({ entry }) => entry)).toEqual(Array(2).fill("azurerm_application_gateway.g public 443"));
  });

  test.each([
    ["no rule", { request_routing_rule: [] }, "nothing: no rule takes its requests"],
    ["a pool that is not there", { request_routing_rule: [basic("shop", "gone")] }, "pool gone, which does not exist"],
    ["an empty pool", { backend_address_pool: [{ name: "web" }] }, "pool web, whose members the plan does not list"],
    ["a rule for nothing", { request_routing_rule: [{ name: "r", http_listener_name: "shop" }] }, "nothing"],
    [
      "a path map that is not there",
      { request_routing_rule: [{ name: "r", http_listener_name: "shop", url_path_map_name: "gone" }] },
      "path map gone, which does not exist",
    ],
    [
      "a redirect that is not there",
      { request_routing_rule: [{ name: "r", http_listener_name: "shop", redirect_configuration_name: "gone" }] },
      "redirect gone, which does not exist",
    ],
    [
      "a redirect elsewhere",
      {
        request_routing_rule: [{ name: "r", http_listener_name: "shop", redirect_configuration_name: "on" }],
        redirect_configuration: [{ name: "on", target_url: "http://other.example" }],
      },
      "sent on to http://other.example",
    ],
  ])("%s is said", (_, changes, leadsTo) => {
    expect(routesOf(behind(changes))).toEqual([`https://shop.example/* → ${leadsTo} (everybody)`]);
  });

  test("rules, pools and listeners that are made in a loop are not known, and said to be so", () => {
    const dynamic = (block: string) => ({ dynamic: { [block]: { for_each: "${var.some}" } } });
    expect(routesOf(behind({ request_routing_rule: undefined, ...dynamic("request_routing_rule") }))).toEqual([
      "https://shop.example/* → not known before apply (everybody)",
    ]);
    expect(routesOf(behind({ backend_address_pool: undefined, ...dynamic("backend_address_pool") }))).toEqual([
      "https://shop.example/* → not known before apply (everybody)",
    ]);
    expect(all(behind({ http_listener: undefined, ...dynamic("http_listener") }))).toEqual({
      ways: ["gateway-listener azurerm_application_gateway.g perhaps"],
      routes: ["not known before apply → not known before apply (not known before apply)"],
    });
    const somewhere = behind({ frontend_ip_configuration: undefined, ...dynamic("frontend_ip_configuration") });
    expect(waysOf(somewhere)).toEqual(["gateway-listener azurerm_application_gateway.g perhaps"]);
  });
});

describe("who may use a listener", () => {
  const waf = (rules: object[], mode = "Prevention", more: object = {}) => ({
    "azurerm_web_application_firewall_policy.waf": {
      name: "waf",
      policy_settings: { enabled: true, mode, ...more },
      custom_rules: rules,
    },
  });
  const onlyFrom = (changes: object = {}, condition: object = {}) => ({
    name: "only",
    action: "Block",
    priority: 1,
    rule_type: "MatchRule",
    match_conditions: [
      {
        operator: "IPMatch",
        negation_condition: true,
        match_values: ["203.0.113.7/32"],
        match_variables: [{ variable_name: "RemoteAddr" }],
        ...condition,
      },
    ],
    ...changes,
  });
  const filtered = { firewall_policy_id: "${azurerm_web_application_firewall_policy.waf.id}" };
  const from = (found: ReturnType<typeof exposed>) => found.waysIn.map((way) => [way.from.join("; "), way.filter]);
  const name = "azurerm_web_application_firewall_policy.waf";

  test.each([
    ["a filter that keeps out all but some", waf([onlyFrom()]), ["203.0.113.7/32", `${name} (Prevention)`]],
    ["a filter that only watches", waf([onlyFrom()], "Detection"), ["everybody", `${name} (Detection)`]],
    ["a filter that is off", waf([], "Prevention", { enabled: false }), ["everybody", `${name} (off)`]],
    ["a rule that is off", waf([onlyFrom({ enabled: false })]), ["everybody", `${name} (Prevention)`]],
    ["a rule that allows", waf([onlyFrom({ action: "Allow" })]), ["everybody", `${name} (Prevention)`]],
    [
      "a rule that blocks only those",
      waf([onlyFrom({}, { negation_condition: false })]),
      ["everybody", `${name} (Prevention)`],
    ],
    [
      "a rule about a header",
      waf([onlyFrom({}, { match_variables: [{ variable_name: "RequestHeaders" }] })]),
      ["everybody", `${name} (Prevention)`],
    ],
  ])("%s", (_, resources, expected) => {
    expect(from(behind(filtered, resources))).toEqual([expected]);
  });

  test("a listener's own filter goes before the gateway's; one from elsewhere is not known", () => {
    const own = [listener("shop", { firewall_policy_id: "${var.policy}" })];
    expect(from(behind({ ...filtered, http_listener: own }, waf([onlyFrom()])))).toEqual([
      ["everybody", "a filter that is not known before apply"],
    ]);
    expect(from(behind({}))).toEqual([["everybody", "no filter"]]);
  });

  const inbound = (access: "Allow" | "Deny", priority: number, source: string, more: object = {}) =>
    securityRule("Inbound", access, priority, { source_address_prefix: source, ...more });

  test.each([
    ["everybody", [inbound("Allow", 100, "Internet")], "everybody"],
    ["some", [inbound("Allow", 100, "198.51.100.0/24")], "198.51.100.0/24"],
    ["a tag", [inbound("Allow", 100, "AzureFrontDoor.Backend")], "AzureFrontDoor.Backend"],
    ["all but some", [inbound("Deny", 90, "192.0.2.0/24"), inbound("Allow", 100, "*")], "everybody but 192.0.2.0/24"],
    ["nobody, for a deny comes first", [inbound("Deny", 90, "*"), inbound("Allow", 100, "*")], nobody()],
    ["nobody, for another port is open", [inbound("Allow", 100, "*", { destination_port_range: "80" })], nobody()],
    [
      "nobody, for only the inside is let in",
      [inbound("Allow", 100, "VirtualNetwork"), inbound("Allow", 110, "10.0.0.0/8")],
      nobody(),
    ],
    ["nobody, for it is UDP", [inbound("Allow", 100, "*", { protocol: "Udp" })], nobody()],
    ["not known", [inbound("Allow", 100, "${var.office}")], "not known before apply"],
  ])("a security group lets in %s", (_, rules, expected) => {
    expect(from(behind({}, guarded("gateway", rules)))).toEqual([[expected, "no filter"]]);
  });

  function nobody(): string {
    return "nobody: azurerm_network_security_group.gateway does not open port 443";
  }

  test("a filter narrows what the security group lets in", () => {
    const rules = guarded("gateway", [inbound("Allow", 100, "203.0.113.0/24")]);
    expect(from(behind(filtered, { ...waf([onlyFrom()]), ...rules }))).toEqual([
      ["203.0.113.0/24, of those only 203.0.113.7/32", `${name} (Prevention)`],
    ]);
  });
});

describe("an app that only the network reaches", () => {
  const vpn = {
    "azurerm_virtual_network_gateway.vpn": {
      name: "vpn",
      ip_configuration: [{ name: "i", subnet_id: "${azurerm_subnet.vpn.id}" }],
      vpn_client_configuration: { address_space: ["172.20.0.0/24"] },
    },
  };

  test("is told by the route of the gateway, the network and the VPN", () => {
    expect(reachOf(behind({}, vpn))).toEqual([
      "azurerm_container_app.api: the network; from azurerm_virtual_network.v; people by VPN, through azurerm_virtual_network_gateway.vpn",
      "azurerm_container_app.inner: its environment; other services of its environment",
      "azurerm_container_app.web: the Internet; https://shop.example/*, through azurerm_application_gateway.g; from azurerm_virtual_network.v; people by VPN, through azurerm_virtual_network_gateway.vpn",
      "azurerm_container_app.worker: nobody; it takes no requests",
    ]);
  });

  test("a route to an app that its environment alone reaches leads nowhere, and that is said", () => {
    const found = behind({ backend_address_pool: [pool("web", "ca-inner-orders.${var.apps_domain}")] });
    expect(reachOf(found)[1]).toBe(
      "azurerm_container_app.inner: its environment; other services of its environment; https://shop.example/*, through azurerm_application_gateway.g: in vain, for it takes requests of its environment only",
    );
  });

  test("a redirect to an app's listener is no path to it", () => {
    const found = behind({
      request_routing_rule: [{ name: "shop", http_listener_name: "shop", redirect_configuration_name: "on" }],
      redirect_configuration: [{ name: "on", target_url: "https://other.example" }],
    });
    expect(reachOf(found).filter((one) => one.includes("the Internet"))).toEqual([]);
  });
});
