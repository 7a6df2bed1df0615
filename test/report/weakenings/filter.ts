import { added } from "../../support/built-pre-production";
import { inStack, type Json, type Weakening } from "../../support/weakenings";

const GATEWAY = "azurerm_application_gateway.gateway";
const POLICY = "azurerm_web_application_firewall_policy.gateway_firewall";

const inManaged = (change: (rules: Json) => void) =>
  inStack("entry", POLICY, ({ managed_rules }) => change([managed_rules].flat()[0]));

/** What the entry no longer filters. */
export const FILTER: readonly Weakening[] = [
  {
    what: "a filter that only watches",
    change: inStack("entry", POLICY, (one) => Object.assign(one.policy_settings, { mode: "Detection" })),
    caught: ["NET-07"],
  },
  {
    what: "a filter that is off",
    change: inStack("entry", POLICY, (one) => Object.assign(one.policy_settings, { enabled: false })),
    caught: ["NET-07"],
  },
  {
    what: "a filter that knows no bots",
    change: inStack("entry", POLICY, (one) => {
      one.managed_rules.managed_rule_set = one.managed_rules.managed_rule_set.slice(0, 1);
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter with the rules of years ago",
    change: inStack("entry", POLICY, (one) => {
      one.managed_rules.managed_rule_set[0] = { type: "OWASP", version: "3.1" };
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter that lets everybody past",
    change: inStack("entry", POLICY, (one) => {
      const anyone = {
        match_variables: [{ variable_name: "RemoteAddr" }],
        operator: "IPMatch",
        match_values: ["0.0.0.0/0"],
      };
      one.custom_rules = [
        { name: "all", priority: 1, rule_type: "MatchRule", action: "Allow", match_conditions: [anyone] },
      ];
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter that lets whoever asks for a path past",
    change: inStack("entry", POLICY, (one) => {
      const path = {
        match_variables: [{ variable_name: "RequestUri" }],
        operator: "BeginsWith",
        match_values: ["/"],
      };
      one.custom_rules = [
        { name: "paths", priority: 1, rule_type: "MatchRule", action: "Allow", match_conditions: [path] },
      ];
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter without its rules against injection",
    change: inManaged(({ managed_rule_set: [rules] }) => {
      rules.rule_group_override = [{ rule_group_name: "SQLI" }];
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter one rule of which is off",
    change: inManaged(({ managed_rule_set: [rules] }) => {
      rules.rule_group_override = [{ rule_group_name: "SQLI", rule: [{ id: "942100", enabled: false }] }];
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter that reads no argument",
    change: inManaged((rules) => {
      rules.exclusion = [{ match_variable: "RequestArgNames", selector_match_operator: "EqualsAny", selector: "*" }];
    }),
    caught: ["NET-07"],
  },
  {
    what: "a filter that reads no body",
    change: inStack("entry", POLICY, (one) => Object.assign(one.policy_settings, { request_body_check: false })),
    caught: ["NET-07"],
  },
  {
    what: "a path with a filter that only watches",
    change: (stacks) => {
      const policies = stacks.entry.resource.azurerm_web_application_firewall_policy;
      policies.watching = {
        ...structuredClone(policies.gateway_firewall),
        name: added("waf-watching")["name"],
        policy_settings: { enabled: true, mode: "Detection" },
      };
      inStack("entry", GATEWAY, (gateway) => {
        const [map] = [gateway.url_path_map].flat();
        const [rule] = [map.path_rule].flat();
        rule.firewall_policy_id = "${azurerm_web_application_firewall_policy.watching.id}";
      })(stacks);
    },
    caught: ["NET-07"],
  },
  {
    what: "a gateway without a filter",
    change: inStack("entry", GATEWAY, (one) => delete one.firewall_policy_id),
    caught: ["NET-07"],
  },
  {
    what: "a gateway of a size that cannot filter",
    change: inStack("entry", GATEWAY, (one) =>
      Object.assign(one, { sku: { name: "Standard_v2", tier: "Standard_v2" } }),
    ),
    caught: ["NET-07"],
  },
  {
    what: "a gateway with the provider's TLS",
    change: inStack("entry", GATEWAY, (one) => delete one.ssl_policy),
    caught: ["NET-07"],
  },
  {
    what: "a gateway with TLS of 2015",
    change: inStack("entry", GATEWAY, (one) =>
      Object.assign(one.ssl_policy, { policy_name: "AppGwSslPolicy20150501" }),
    ),
    caught: ["NET-07"],
  },
  {
    what: "a listener whose profile speaks TLS of 2015",
    change: inStack("entry", GATEWAY, (gateway) => {
      const ssl_policy = { policy_type: "Predefined", policy_name: "AppGwSslPolicy20150501" };
      gateway.ssl_profile = [{ name: "old", ssl_policy }];
      gateway.http_listener[0].ssl_profile_name = "old";
    }),
    caught: ["NET-07"],
  },
  {
    what: "a gateway with TLS of its own choice, from 1.0",
    change: inStack("entry", GATEWAY, (one) => {
      one.ssl_policy = { policy_type: "Custom", min_protocol_version: "TLSv1_0" };
    }),
    caught: ["NET-07"],
  },
  {
    what: "plain HTTP behind the gateway",
    change: inStack("entry", GATEWAY, (gateway) =>
      Object.assign(gateway.backend_http_settings[0], { protocol: "Http", port: 80 }),
    ),
    caught: ["NET-07"],
  },
  {
    what: "an HTTP listener that serves",
    change: inStack("entry", GATEWAY, (gateway) => {
      const rule = gateway.request_routing_rule.find((one: Json) => one.http_listener_name.startsWith("http-"));
      delete rule.redirect_configuration_name;
      Object.assign(rule, { backend_address_pool_name: "web", backend_http_settings_name: "web" });
    }),
    caught: ["NET-01", "NET-05", "NET-07", "NET-10"],
  },
  {
    what: "a redirect to somebody else's address",
    change: inStack("entry", GATEWAY, ({ redirect_configuration: [redirect] }) => {
      delete redirect.target_listener_name;
      redirect.target_url = "https://evil.example/sign-in";
    }),
    caught: ["NET-07"],
  },
];
