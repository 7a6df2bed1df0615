import { type EdgeRoute, FrontDoor } from "../../constructs/front-door";
import { refusal } from "../support/problems";
import { built, GROUP } from "./built";

const origin = (location: string, state: "enabled" | "disabled", priority: number, weight?: number) => ({
  location,
  fqdn: `web.${location}.example`,
  environment: { id: `/environments/${location}` },
  state,
  priority,
  ...(weight && { weight }),
});
const web = {
  name: "web",
  probe: { path: "/ready" },
  origins: [origin("westeurope", "enabled", 1), origin("northeurope", "disabled", 2)],
};
const api = {
  name: "api",
  probe: { path: "/health" },
  origins: [origin("westeurope", "enabled", 1, 900), origin("northeurope", "enabled", 1, 100)],
};
const route = (address: string, service: EdgeRoute["service"]): EdgeRoute => {
  const slash = address.indexOf("/");
  return { host: address.slice(0, slash), path: address.slice(slash), service };
};

const edge = (routes: readonly EdgeRoute[], allowFrom: readonly string[] = []) =>
  built(
    (stack) =>
      new FrontDoor(stack, "edge", {
        group: GROUP,
        name: "afd-orders",
        endpointName: "fde-orders",
        policyName: "fdfporders",
        routes,
        allowFrom,
        requestMessage: "Front Door of orders",
      }),
  ).resources;

const resources = edge(
  [
    route("orders.example/", web),
    route("orders.example/api", api),
    route("orders.example/v2", api),
    route("admin.orders.example/", web),
  ],
  ["203.0.113.0/24", "198.51.100.7"],
);
const PROFILE = "${azurerm_cdn_frontdoor_profile.edge.id}";
const ENDPOINT = "${azurerm_cdn_frontdoor_endpoint.edge_endpoint.id}";
const domain = (name: string) => `\${azurerm_cdn_frontdoor_custom_domain.edge_domain-${name}.id}`;

describe("a Front Door", () => {
  test("is made of exactly these resources", () => {
    expect(Object.keys(resources).sort()).toEqual([
      "azurerm_cdn_frontdoor_custom_domain.edge_domain-admin-orders-example",
      "azurerm_cdn_frontdoor_custom_domain.edge_domain-orders-example",
      "azurerm_cdn_frontdoor_endpoint.edge_endpoint",
      "azurerm_cdn_frontdoor_firewall_policy.edge_firewall",
      "azurerm_cdn_frontdoor_origin.edge_origin-api-northeurope",
      "azurerm_cdn_frontdoor_origin.edge_origin-api-westeurope",
      "azurerm_cdn_frontdoor_origin.edge_origin-web-northeurope",
      "azurerm_cdn_frontdoor_origin.edge_origin-web-westeurope",
      "azurerm_cdn_frontdoor_origin_group.edge_group-api",
      "azurerm_cdn_frontdoor_origin_group.edge_group-web",
      "azurerm_cdn_frontdoor_profile.edge",
      "azurerm_cdn_frontdoor_route.edge_route-api-orders-example",
      "azurerm_cdn_frontdoor_route.edge_route-web-admin-orders-example",
      "azurerm_cdn_frontdoor_route.edge_route-web-orders-example",
      "azurerm_cdn_frontdoor_security_policy.edge_firewall_association",
    ]);
  });

  test("is Premium, which alone reaches origins by private endpoints", () => {
    expect(resources["azurerm_cdn_frontdoor_profile.edge"]).toEqual({
      name: "afd-orders",
      resource_group_name: "rg",
      sku_name: "Premium_AzureFrontDoor",
    });
    expect(resources["azurerm_cdn_frontdoor_endpoint.edge_endpoint"]).toEqual({
      name: "fde-orders",
      cdn_frontdoor_profile_id: PROFILE,
    });
  });

  test("asks every origin each half a minute, and binds nobody to one", () => {
    expect(resources["azurerm_cdn_frontdoor_origin_group.edge_group-web"]).toEqual({
      name: "web",
      cdn_frontdoor_profile_id: PROFILE,
      session_affinity_enabled: false,
      health_probe: { protocol: "Https", request_type: "HEAD", path: "/ready", interval_in_seconds: 30 },
      load_balancing: { sample_size: 4, successful_samples_required: 3, additional_latency_in_milliseconds: 50 },
    });
  });

  test("reaches an origin by a private endpoint of its environment, by the app's own name", () => {
    expect(resources["azurerm_cdn_frontdoor_origin.edge_origin-web-northeurope"]).toEqual({
      name: "northeurope",
      cdn_frontdoor_origin_group_id: "${azurerm_cdn_frontdoor_origin_group.edge_group-web.id}",
      host_name: "web.northeurope.example",
      origin_host_header: "web.northeurope.example",
      certificate_name_check_enabled: true,
      enabled: false,
      priority: 2,
      private_link: {
        target_type: "managedEnvironments",
        location: "northeurope",
        private_link_target_id: "/environments/northeurope",
        request_message: "Front Door of orders",
      },
    });
  });

  test.each([
    ["web-westeurope", true, 1, undefined],
    ["web-northeurope", false, 2, undefined],
    ["api-westeurope", true, 1, 900],
    ["api-northeurope", true, 1, 100],
  ])("sends requests to %s as it is told", (name, enabled, priority, weight) => {
    const {
      enabled: is,
      priority: first,
      weight: share,
    } = resources[`azurerm_cdn_frontdoor_origin.edge_origin-${name}`]!;
    expect([is, first, share]).toEqual([enabled, priority, weight]);
  });

  test("leaves a switch of people alone, and takes any other change back", () => {
    const byPeople = [
      { ...origin("westeurope", "enabled", 1), switchedBy: "people" as const },
      { ...origin("northeurope", "disabled", 2), switchedBy: "nobody" as const },
    ];
    const made = edge([route("orders.example/", { ...web, origins: byPeople })]);
    const ignored = (location: string) =>
      made[`azurerm_cdn_frontdoor_origin.edge_origin-web-${location}`]?.["lifecycle"];
    expect([ignored("westeurope"), ignored("northeurope")]).toEqual([{ ignore_changes: ["enabled"] }, undefined]);
  });

  test("leads a host's paths to their service over HTTPS only, once the firewall is there", () => {
    expect(resources["azurerm_cdn_frontdoor_route.edge_route-api-orders-example"]).toEqual({
      name: "api-orders-example",
      cdn_frontdoor_endpoint_id: ENDPOINT,
      cdn_frontdoor_origin_group_id: "${azurerm_cdn_frontdoor_origin_group.edge_group-api.id}",
      cdn_frontdoor_origin_ids: [
        "${azurerm_cdn_frontdoor_origin.edge_origin-api-westeurope.id}",
        "${azurerm_cdn_frontdoor_origin.edge_origin-api-northeurope.id}",
      ],
      cdn_frontdoor_custom_domain_ids: [domain("orders-example")],
      patterns_to_match: ["/api", "/api/*", "/v2", "/v2/*"],
      supported_protocols: ["Http", "Https"],
      https_redirect_enabled: true,
      forwarding_protocol: "HttpsOnly",
      link_to_default_domain: false,
      depends_on: ["azurerm_cdn_frontdoor_security_policy.edge_firewall_association"],
    });
    const { patterns_to_match: rest, cdn_frontdoor_custom_domain_ids: of } =
      resources["azurerm_cdn_frontdoor_route.edge_route-web-admin-orders-example"]!;
    expect([rest, of]).toEqual([["/*"], [domain("admin-orders-example")]]);
  });

  test("has a certificate of Azure's for every host", () => {
    expect(resources["azurerm_cdn_frontdoor_custom_domain.edge_domain-admin-orders-example"]).toEqual({
      name: "admin-orders-example",
      cdn_frontdoor_profile_id: PROFILE,
      host_name: "admin.orders.example",
      tls: { certificate_type: "ManagedCertificate" },
    });
  });
});

describe("the firewall of a Front Door", () => {
  test("blocks by the newest rules, and by the address that connected", () => {
    expect(resources["azurerm_cdn_frontdoor_firewall_policy.edge_firewall"]).toEqual({
      name: "fdfporders",
      resource_group_name: "rg",
      sku_name: "Premium_AzureFrontDoor",
      enabled: true,
      mode: "Prevention",
      request_body_check_enabled: true,
      managed_rule: [
        { type: "Microsoft_DefaultRuleSet", version: "2.1", action: "Block" },
        { type: "Microsoft_BotManagerRuleSet", version: "1.1", action: "Block" },
      ],
      custom_rule: [
        {
          name: "AllowedAddressesOnly",
          enabled: true,
          priority: 1,
          type: "MatchRule",
          action: "Block",
          match_condition: [
            {
              match_variable: "SocketAddr",
              operator: "IPMatch",
              negation_condition: true,
              match_values: ["203.0.113.0/24", "198.51.100.7"],
            },
          ],
        },
      ],
    });
  });

  test("lets everybody ask when nobody is named", () => {
    const open = edge([route("orders.example/", web)])["azurerm_cdn_frontdoor_firewall_policy.edge_firewall"];
    expect(open).not.toHaveProperty("custom_rule");
    expect(open).toMatchObject({ mode: "Prevention" });
  });

  test("is over the endpoint and every host", () => {
    expect(resources["azurerm_cdn_frontdoor_security_policy.edge_firewall_association"]).toEqual({
      name: "firewall",
      cdn_frontdoor_profile_id: PROFILE,
      security_policies: {
        firewall: {
          cdn_frontdoor_firewall_policy_id: "${azurerm_cdn_frontdoor_firewall_policy.edge_firewall.id}",
          association: {
            domain: [ENDPOINT, domain("orders-example"), domain("admin-orders-example")].map((id) => ({
              cdn_frontdoor_domain_id: id,
            })),
            patterns_to_match: ["/*"],
          },
        },
      },
    });
  });
});

const LONG = `${"a".repeat(55)}.bc.example`;
describe("routes of a Front Door that are refused", () => {
  test.each([
    [
      "no answer for the rest of a host's paths",
      [route("orders.example/api", api)],
      "the entry has no route for orders.example/\n    Name the service that answers what no other path of orders.example does.   (NET-05)",
    ],
    [
      "two services for one path",
      [route("orders.example/", web), route("orders.example/API", web), route("orders.example/api", api)],
      "the entry has two routes for orders.example/api\n    A gateway does not tell upper from lower case in paths: keep one.   (NET-05)",
    ],
    [
      "a host name that a route's name has no room for",
      [route(`${LONG}/`, web)],
      `the host name ${LONG} must have at most 65 characters, got 66\n    Choose a shorter one.   (NET-05)`,
    ],
    [
      "two host names that Front Door's names do not tell apart",
      [route("a-b.example/", web), route("a.b.example/", web)],
      "the host names a-b.example and a.b.example must differ in more than dots and hyphens\n    Rename one: Front Door's names have no dots.   (NET-05)",
    ],
  ])("%s", (_, routes, says) => {
    expect(refusal(() => edge(routes))).toBe(says);
  });

  test("the longest host name is taken", () => {
    expect(Object.keys(edge([route(`${LONG.slice(1)}/`, web)]))).toHaveLength(9);
  });
});
