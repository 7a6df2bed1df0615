import {
  APP,
  changed,
  DOMAIN,
  ENDPOINT,
  ENVIRONMENT,
  linked,
  ORIGIN,
  ROUTE,
  SECURITY,
  security,
  WAF,
  withArguments,
} from "../policy/rules/edge-plans";
import { exposed, reachOf, routesOf } from "./support";

const filtersOf = (resources: object) => exposed(resources).waysIn.map(({ filter }) => filter);
const fromOf = (resources: object) => exposed(resources).waysIn.map(({ from }) => from.join(", "));

describe("Front Door with private links", () => {
  test("ends at the environment, and at the app that the origin's host names", () => {
    const found = exposed({
      ...linked,
      "azurerm_container_app.api": { ...linked[APP], name: "api", ingress: { external_enabled: true } },
    });
    expect(routesOf(found)).toEqual([`https://shop.example/* → ${ENVIRONMENT}, ${APP} (everybody)`]);
    expect(reachOf(found)).toEqual([
      "azurerm_container_app.api: the network; from a network that the plan does not show",
      `${APP}: the Internet; https://shop.example/*, through ${ENDPOINT}; from a network that the plan does not show`,
    ]);
  });

  test("ends at every app that takes requests, where the host does not tell which", () => {
    const apps = {
      ...withArguments(linked, ORIGIN, { host_name: "shop.example" }),
      "azurerm_container_app.api": { ...linked[APP], name: "api" },
      "azurerm_container_app.inner": { ...linked[APP], name: "inner", ingress: { external_enabled: false } },
    };
    expect(routesOf(exposed(apps))).toEqual([
      `https://shop.example/* → ${ENVIRONMENT}, ${APP}, azurerm_container_app.api (everybody)`,
    ]);
  });

  test("leads where the link leads, also outside the plan, and not to an origin that is switched off", () => {
    const outside = withArguments(linked, ORIGIN, {
      private_link: { target_type: "managedEnvironments", private_link_target_id: "${var.environment}" },
    });
    expect(routesOf(exposed(outside))).toEqual(["https://shop.example/* → var.environment (everybody)"]);
    expect(routesOf(exposed(withArguments(linked, ORIGIN, { enabled: false })))).toEqual([
      "https://shop.example/* → azurerm_cdn_frontdoor_origin_group.web, which has no origin in the plan (everybody)",
    ]);
  });

  test("answers to a domain that is associated with a route", () => {
    const joined = {
      ...withArguments(linked, ROUTE, { cdn_frontdoor_custom_domain_ids: [] }),
      "azurerm_cdn_frontdoor_custom_domain_association.a": {
        cdn_frontdoor_custom_domain_id: `\${${DOMAIN}.id}`,
        cdn_frontdoor_route_ids: [`\${${ROUTE}.id}`],
      },
    };
    expect(routesOf(exposed(joined))).toEqual([`https://shop.example/* → ${ENVIRONMENT}, ${APP} (everybody)`]);
  });
});

describe("the filter of a Front Door", () => {
  test("is the firewall policy before every name that it answers to", () => {
    expect(filtersOf(linked)).toEqual([`${WAF} (Prevention)`]);
    expect(filtersOf(withArguments(linked, WAF, { mode: "Detection" }))).toEqual([`${WAF} (Detection)`]);
    expect(filtersOf(withArguments(linked, WAF, { enabled: false }))).toEqual([`${WAF} (off)`]);
  });

  test("is said to be missing, partial or unknown", () => {
    const bare = changed(linked, { [SECURITY]: undefined });
    expect(filtersOf(bare)).toEqual(["no filter"]);
    const some = changed(linked, {
      [SECURITY]: JSON.parse(JSON.stringify(linked[SECURITY]).replace('"/*"', '"/api/*"')),
    });
    expect(filtersOf(some)).toEqual([`${WAF} (Prevention, on some paths)`]);
    const forgets = changed(withArguments(linked, ROUTE, { link_to_default_domain: true }), {
      [SECURITY]: security(DOMAIN),
    });
    expect(filtersOf(forgets)).toEqual([`${WAF} (Prevention); no filter`]);
    const elsewhere = JSON.parse(JSON.stringify(linked).replace(`\${${WAF}.id}`, "${var.waf}"));
    expect(filtersOf(elsewhere)).toEqual(["a filter that the plan does not show"]);
  });

  test("keeps everybody out but some addresses of connections", () => {
    const only = (condition: object, rule: object = {}) =>
      withArguments(linked, WAF, {
        custom_rule: [
          {
            action: "Block",
            match_condition: [
              {
                match_variable: "SocketAddr",
                operator: "IPMatch",
                negation_condition: true,
                match_values: ["203.0.113.0/24", "198.51.100.7/32"],
                ...condition,
              },
            ],
            ...rule,
          },
        ],
      });
    expect(fromOf(only({}))).toEqual(["198.51.100.7/32, 203.0.113.0/24"]);
    expect(fromOf(only({ match_variable: "RemoteAddr" }))).toEqual(["everybody"]);
    expect(fromOf(only({ negation_condition: false }))).toEqual(["everybody"]);
    expect(fromOf(only({}, { enabled: false }))).toEqual(["everybody"]);
    expect(fromOf(only({}, { action: "Log" }))).toEqual(["everybody"]);
    expect(fromOf(withArguments(only({}), WAF, { mode: "Detection" }))).toEqual(["everybody"]);
    const uncovered = withArguments(only({}), ROUTE, { link_to_default_domain: true });
    expect(fromOf(changed(uncovered, { [SECURITY]: security(DOMAIN) }))).toEqual(["everybody"]);
  });
});
