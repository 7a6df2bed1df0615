import type { JsonObject } from "../../../src/plan/json";
import {
  changed,
  DOMAIN,
  ENDPOINT,
  GATEWAY,
  GATEWAY_WAF,
  guarded,
  linked,
  PROFILE,
  ROUTE,
  SECURITY,
  security,
  WAF,
  withArguments,
} from "./edge-plans";
import { nearMisses } from "./said";

const gate = "scale" as const;

const filtered = [PROFILE, DOMAIN, ROUTE, SECURITY, WAF];
const all = (but: string) => filtered.filter((one) => one !== but);
const waf = (more: JsonObject) => withArguments(linked, WAF, more);
const route = (more: JsonObject) => withArguments(linked, ROUTE, more);
const sets = linked[WAF]?.["managed_rule"] as JsonObject[];
const [drs = {}, bots = {}] = sets;
const uncovered = "No security policy filters what it takes.";
const rule = (more: JsonObject, condition: JsonObject = {}) => ({
  name: "office",
  type: "MatchRule",
  action: "Allow",
  match_condition: [
    { match_variable: "SocketAddr", operator: "IPMatch", match_values: ["203.0.113.7/32"], ...condition },
  ],
  ...more,
});
const past = "The custom rule office lets everyone who asks for it past the filter.";
const failing = (rows: Readonly<Record<string, readonly [JsonObject, string]>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([title, [more, says]]) => [
      title,
      { gate, resources: waf(more), pass: all(WAF), fail: { [WAF]: says } },
    ]),
  );

nearMisses("NET-07", {
  "a Premium edge with current rules before every domain, and HTTPS on both sides, holds": {
    gate,
    resources: linked,
    pass: filtered,
  },
  "a Standard profile has no managed rules": {
    gate,
    resources: withArguments(linked, PROFILE, { sku_name: "Standard_AzureFrontDoor" }),
    pass: all(PROFILE),
    fail: {
      [PROFILE]: "The profile is Standard_AzureFrontDoor: it has neither managed rules nor origins by private link.",
    },
  },
  "a profile that the plan does not have is unknown": {
    gate,
    resources: withArguments(linked, ENDPOINT, { cdn_frontdoor_profile_id: "${var.profile}" }),
    pass: filtered,
    unknown: { [ENDPOINT]: "Its profile is not in the plan, so that its sku is not known." },
  },
  "a domain without a security policy is not filtered": {
    gate,
    resources: changed(linked, { [SECURITY]: undefined }),
    pass: filtered.filter((one) => one !== SECURITY && one !== DOMAIN),
    fail: { [DOMAIN]: uncovered },
  },
  "nor is a second domain that the policy forgets": {
    gate,
    resources: changed(
      route({ cdn_frontdoor_custom_domain_ids: [`\${${DOMAIN}.id}`, "${azurerm_cdn_frontdoor_custom_domain.old.id}"] }),
      {
        "azurerm_cdn_frontdoor_custom_domain.old": { name: "old", host_name: "old.example", tls: {} },
      },
    ),
    pass: filtered,
    fail: { "azurerm_cdn_frontdoor_custom_domain.old": uncovered },
  },
  "nor one that is associated with the route": {
    gate,
    resources: changed(linked, {
      "azurerm_cdn_frontdoor_custom_domain.old": { name: "old", host_name: "old.example", tls: {} },
      "azurerm_cdn_frontdoor_custom_domain_association.old": {
        cdn_frontdoor_custom_domain_id: "${azurerm_cdn_frontdoor_custom_domain.old.id}",
        cdn_frontdoor_route_ids: [`\${${ROUTE}.id}`],
      },
    }),
    pass: filtered,
    fail: { "azurerm_cdn_frontdoor_custom_domain.old": uncovered },
  },
  "a domain that no route answers to takes nothing": {
    gate,
    resources: changed(linked, {
      "azurerm_cdn_frontdoor_custom_domain.old": { name: "old", host_name: "old.example", tls: {} },
    }),
    pass: filtered,
  },
  "Azure's own name for the endpoint is another way in, unless it is filtered": {
    gate,
    resources: changed(route({ link_to_default_domain: true }), { [SECURITY]: security(DOMAIN) }),
    pass: filtered,
    fail: { [ENDPOINT]: uncovered },
  },
  "it is there unless it is written that it is not": {
    gate,
    resources: changed(route({ link_to_default_domain: undefined as never }), { [SECURITY]: security(DOMAIN) }),
    pass: filtered,
    fail: { [ENDPOINT]: uncovered },
  },
  "filtered, it holds": { gate, resources: route({ link_to_default_domain: true }), pass: [...filtered, ENDPOINT] },
  "an endpoint that leads nowhere takes requests all the same": {
    gate,
    resources: { [PROFILE]: linked[PROFILE] as JsonObject, [ENDPOINT]: linked[ENDPOINT] as JsonObject },
    pass: [PROFILE],
    fail: { [ENDPOINT]: uncovered },
  },
  "a policy whose domains are not known may filter it": {
    gate,
    resources: changed(linked, {
      [SECURITY]: {
        security_policies: {
          firewall: {
            cdn_frontdoor_firewall_policy_id: `\${${WAF}.id}`,
            association: { domain: [{ cdn_frontdoor_domain_id: "${var.domain}" }], patterns_to_match: ["/*"] },
          },
        },
      },
    }),
    pass: filtered.filter((one) => one !== SECURITY && one !== DOMAIN),
    unknown: { [DOMAIN]: "Whether a security policy filters what it takes is not known before apply." },
  },
  "a policy for some paths filters some paths": {
    gate,
    resources: changed(linked, {
      [SECURITY]: JSON.parse(JSON.stringify(linked[SECURITY]).replace('"/*"', '"/api/*"')),
    }),
    pass: all(SECURITY),
    fail: { [SECURITY]: `It filters only some paths of ${DOMAIN}.` },
  },
  "a firewall policy that the environment does not have is nobody's word": {
    gate,
    resources: changed(linked, {
      [SECURITY]: JSON.parse(JSON.stringify(linked[SECURITY]).replace(`\${${WAF}.id}`, "${var.waf}")),
    }),
    pass: all(SECURITY),
    fail: { [SECURITY]: "Its firewall policy is not of this environment." },
  },
  ...failing({
    "a Standard firewall policy has no managed rules": [
      { sku_name: "Standard_AzureFrontDoor" },
      "The firewall policy is Standard_AzureFrontDoor, which has no managed rules.",
    ],
    "Detection does not filter": [{ mode: "Detection" }, "The firewall policy is in Detection."],
    "a policy that is off does not filter": [{ enabled: false }, "The firewall policy is off."],
    "what is sent is looked into": [
      { request_body_check_enabled: false },
      "The firewall policy does not look into what is sent.",
    ],
    "older rules are not current": [
      { managed_rule: [{ ...drs, version: "2.0" }, bots] },
      "It lacks Microsoft_DefaultRuleSet 2.1.",
    ],
    "bots have rules of their own": [{ managed_rule: [drs] }, "It lacks the bot rules."],
    "a rule set that only writes down what it finds stops nothing": [
      { managed_rule: [{ ...drs, action: "Log" }, bots] },
      "Microsoft_DefaultRuleSet stops nothing: its action is Log.",
    ],
    "an override without rules turns its group off": [
      { managed_rule: [{ ...drs, override: [{ rule_group_name: "SQLI" }] }, bots] },
      "It turns the whole group SQLI off.",
    ],
    "a rule of an override is off unless it is on": [
      {
        managed_rule: [
          { ...drs, override: [{ rule_group_name: "SQLI", rule: [{ rule_id: "942200", action: "AnomalyScoring" }] }] },
          bots,
        ],
      },
      "It turns rule 942200 off.",
    ],
    "an exclusion of everything leaves everything unread": [
      {
        managed_rule: [
          { ...drs, exclusion: [{ match_variable: "QueryStringArgNames", operator: "EqualsAny", selector: "*" }] },
          bots,
        ],
      },
      "It leaves every QueryStringArgNames unread.",
    ],
    "also where one rule has it": [
      {
        managed_rule: [
          {
            ...drs,
            override: [
              {
                rule_group_name: "SQLI",
                rule: [
                  {
                    rule_id: "942200",
                    action: "AnomalyScoring",
                    enabled: true,
                    exclusion: [{ match_variable: "RequestHeaderNames", operator: "EqualsAny", selector: "*" }],
                  },
                ],
              },
            ],
          },
          bots,
        ],
      },
      "It leaves every RequestHeaderNames unread.",
    ],
    "an address that a header may say is nobody's": [
      { custom_rule: [rule({}, { match_variable: "RemoteAddr" })] },
      past,
    ],
    "a wide range is everybody": [{ custom_rule: [rule({}, { match_values: ["0.0.0.0/0"] })] }, past],
    "all but some addresses are everybody": [{ custom_rule: [rule({}, { negation_condition: true })] }, past],
    "a path is everybody's": [
      {
        custom_rule: [rule({}, { match_variable: "RequestUri", operator: "BeginsWith", match_values: ["/health"] })],
      },
      past,
    ],
  }),
  "some addresses of connections may go past the rules, and what is blocked is blocked": {
    gate,
    resources: waf({
      custom_rule: [
        rule({}),
        rule({ name: "elsewhere", action: "Block" }, { negation_condition: true }),
        rule({ name: "off", enabled: false }, { match_variable: "RemoteAddr" }),
      ],
    }),
    pass: filtered,
  },
  "one name that the rules mistake may be left out": {
    gate,
    resources: waf({
      managed_rule: [
        { ...drs, exclusion: [{ match_variable: "RequestCookieNames", operator: "Equals", selector: "session" }] },
        bots,
      ],
    }),
    pass: filtered,
  },
  "to the origin requests go by HTTPS": {
    gate,
    resources: changed(linked, {
      [ROUTE]: { ...linked[ROUTE], forwarding_protocol: "HttpOnly" },
      "azurerm_cdn_frontdoor_route.default": { ...linked[ROUTE], forwarding_protocol: undefined as never },
    }),
    pass: all(ROUTE),
    fail: {
      [ROUTE]: "It passes requests on by plain HTTP.",
      "azurerm_cdn_frontdoor_route.default": "It passes requests on by the protocol of the caller, plain HTTP too.",
    },
  },
  "plain HTTP is sent on, or not taken": {
    gate,
    resources: changed(linked, {
      [ROUTE]: { ...linked[ROUTE], https_redirect_enabled: false },
      "azurerm_cdn_frontdoor_route.http": { ...linked[ROUTE], supported_protocols: ["Http"] },
      "azurerm_cdn_frontdoor_route.https": {
        ...linked[ROUTE],
        https_redirect_enabled: false,
        supported_protocols: ["Https"],
      },
    }),
    pass: [...all(ROUTE), "azurerm_cdn_frontdoor_route.https"],
    fail: {
      [ROUTE]: "It serves plain HTTP.",
      "azurerm_cdn_frontdoor_route.http": "It takes plain HTTP only.",
    },
  },
  "callers speak TLS 1.2": {
    gate,
    resources: withArguments(linked, DOMAIN, { tls: { minimum_tls_version: "TLS10" } }),
    pass: all(DOMAIN),
    fail: { [DOMAIN]: "Callers may speak TLS10." },
  },
  "rules of a route undo none of it": {
    gate,
    resources: changed(route({ cdn_frontdoor_rule_set_ids: ["${azurerm_cdn_frontdoor_rule_set.s.id}"] }), {
      "azurerm_cdn_frontdoor_rule_set.s": { name: "s" },
      ...Object.fromEntries(
        Object.entries<JsonObject>({
          plain: { route_configuration_override_action: { forwarding_protocol: "HttpOnly" } },
          down: {
            url_redirect_action: { redirect_type: "Found", redirect_protocol: "Http", destination_hostname: "" },
          },
          away: { url_redirect_action: { redirect_type: "Found", destination_hostname: "phish.example" } },
          home: { url_redirect_action: { redirect_type: "Found", destination_hostname: "shop.example" } },
        }).map(([name, actions]) => [
          `azurerm_cdn_frontdoor_rule.${name}`,
          { name, cdn_frontdoor_rule_set_id: "${azurerm_cdn_frontdoor_rule_set.s.id}", actions },
        ]),
      ),
    }),
    pass: [...filtered, "azurerm_cdn_frontdoor_rule.home"],
    fail: {
      "azurerm_cdn_frontdoor_rule.plain": "It passes requests on by plain HTTP: forwarding_protocol is HttpOnly.",
      "azurerm_cdn_frontdoor_rule.down": "It sends callers on in plain HTTP.",
      "azurerm_cdn_frontdoor_rule.away": "The edge sends callers to phish.example, which is not the entry's.",
    },
  },
  "older fronts have no such filter": {
    gate,
    resources: { "azurerm_cdn_endpoint.c": { name: "c" }, "azurerm_frontdoor.f": { name: "f" } },
    fail: {
      "azurerm_cdn_endpoint.c": "It is no Front Door Premium, whose filter has the managed rules.",
      "azurerm_frontdoor.f": "It is no Front Door Premium, whose filter has the managed rules.",
    },
  },
  "below Scale the mode alone is asked: an edge is no entry there": {
    gate: "production",
    resources: { [ENDPOINT]: { name: "orders" }, [WAF]: { name: "waf", mode: "Prevention" } },
    pass: [WAF],
  },
  "a gateway behind the edge keeps its own filter": {
    gate,
    resources: guarded,
    pass: [...filtered, GATEWAY, GATEWAY_WAF],
  },
});
