import { nearMisses, type Resources } from "../near-miss";

const gate = "pre-production" as const;
const publicFrontend = { name: "public", public_ip_address_id: "${azurerm_public_ip.gw.id}" };
const https = { name: "https", protocol: "Https", frontend_ip_configuration_name: "public" };
const http = { name: "http", protocol: "Http", frontend_ip_configuration_name: "public" };
const redirect = { name: "to-https", redirect_type: "Permanent", target_listener_name: "https" };
const redirecting = { name: "r80", http_listener_name: "http", redirect_configuration_name: "to-https" };
const serving = { name: "r443", http_listener_name: "https", backend_address_pool_name: "apps" };

const gateway = (changes: object = {}) => ({
  name: "agw",
  sku: { name: "WAF_v2", tier: "WAF_v2" },
  frontend_ip_configuration: [publicFrontend],
  http_listener: [https, http],
  request_routing_rule: [serving, redirecting],
  redirect_configuration: [redirect],
  firewall_policy_id: "${azurerm_web_application_firewall_policy.waf.id}",
  ssl_policy: { policy_type: "Predefined", policy_name: "AppGwSslPolicy20220101" },
  gateway_ip_configuration: { name: "g", subnet_id: "${azurerm_subnet.gateway.id}" },
  ...changes,
});
const policy = (changes: object = {}) => ({
  name: "waf",
  policy_settings: { enabled: true, mode: "Prevention" },
  managed_rules: {
    managed_rule_set: [
      { type: "Microsoft_DefaultRuleSet", version: "2.1" },
      { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
    ],
  },
  ...changes,
});
const both = (agw: object, waf: object): Resources => ({
  "azurerm_application_gateway.g": agw as never,
  "azurerm_web_application_firewall_policy.waf": waf as never,
});
const managed = (more: object) => {
  const [rules, bots] = policy().managed_rules.managed_rule_set;
  return policy({ managed_rules: { managed_rule_set: [{ ...rules, ...more }, bots] } });
};
const overridden = (rule: object) => managed({ rule_group_override: [{ rule_group_name: "SQLI", rule: [rule] }] });
const excluding = (selector: string, operator: string) => ({
  match_variable: "RequestArgNames",
  selector,
  selector_match_operator: operator,
});
const allowing = (
  variables: string[],
  operator: string,
  match_values: string[],
  more: object = {},
  rule: object = {},
) =>
  policy({
    custom_rules: [
      {
        name: "some",
        action: "Allow",
        match_conditions: [
          { match_variables: variables.map((variable_name) => ({ variable_name })), operator, match_values, ...more },
        ],
        ...rule,
      },
    ],
  });
const watching = "${azurerm_web_application_firewall_policy.watching.id}";
const g = "azurerm_application_gateway.g";
const waf = "azurerm_web_application_firewall_policy.waf";

nearMisses("NET-07", {
  "a WAF gateway with a policy in Prevention, bot rules and modern TLS holds": {
    gate,
    resources: both(gateway(), policy()),
    pass: [g, waf],
  },
  "Detection does not filter": {
    gate,
    resources: both(gateway(), policy({ policy_settings: { mode: "Detection" } })),
    pass: [g],
    fail: [waf],
  },
  "a good policy on nothing does not help a gateway without one": {
    gate,
    resources: both(gateway({ firewall_policy_id: "${var.policy}" }), policy()),
    pass: [waf],
    fail: [g],
  },
  "a policy that nothing here names is judged where it stands": {
    gate,
    resources: {
      "azurerm_web_application_firewall_policy.watching": policy({ policy_settings: { mode: "Detection" } }) as never,
      "azurerm_web_application_firewall_policy.waf": policy() as never,
      "azurerm_cdn_frontdoor_firewall_policy.watching": { name: "a", mode: "Detection" },
      "azurerm_cdn_frontdoor_firewall_policy.waf": { name: "b", mode: "Prevention" },
      "azurerm_frontdoor_firewall_policy.watching": { name: "c", mode: "Detection" },
      "azurerm_frontdoor_firewall_policy.later": { name: "d", mode: "${var.mode}" },
    },
    pass: ["azurerm_cdn_frontdoor_firewall_policy.waf", waf],
    fail: [
      "azurerm_cdn_frontdoor_firewall_policy.watching",
      "azurerm_frontdoor_firewall_policy.watching",
      "azurerm_web_application_firewall_policy.watching",
    ],
    unknown: ["azurerm_frontdoor_firewall_policy.later"],
  },
  ...Object.fromEntries(
    Object.entries<object>({
      "whose frontend does not show what it is": { frontend_ip_configuration: [{ name: "public" }] },
      "without any frontend that the plan shows": { frontend_ip_configuration: [] },
    }).map(([title, frontend]) => [
      `a gateway ${title} serves no plain HTTP either`,
      {
        gate,
        resources: both(gateway({ ...frontend, http_listener: [http], request_routing_rule: [] }), policy()),
        pass: [waf],
        fail: [g],
      },
    ]),
  ),
  "a listener on a frontend in a subnet is nobody's entry": {
    gate,
    resources: both(
      gateway({
        frontend_ip_configuration: [{ name: "public", subnet_id: "${azurerm_subnet.gateway.id}" }],
        request_routing_rule: [],
      }),
      policy(),
    ),
    pass: [g, waf],
  },
  "an old rule set, or no bot rules, is not current": {
    gate,
    resources: both(gateway(), policy({ managed_rules: { managed_rule_set: [{ type: "OWASP", version: "3.2" }] } })),
    pass: [g],
    fail: [waf],
  },
  "an HTTP listener that serves is no redirect": {
    gate,
    resources: both(gateway({ request_routing_rule: [serving, { ...serving, http_listener_name: "http" }] }), policy()),
    pass: [waf],
    fail: [g],
  },
  "the provider's default TLS policy is old": {
    gate,
    resources: both(gateway({ ssl_policy: null }), policy()),
    pass: [waf],
    fail: [g],
  },
  "a custom rule that allows everyone goes around the filter": {
    gate,
    resources: both(
      gateway(),
      policy({
        custom_rules: [
          {
            name: "all",
            action: "Allow",
            priority: 1,
            match_conditions: [{ operator: "IPMatch", match_values: ["0.0.0.0/0"] }],
          },
        ],
      }),
    ),
    pass: [g],
    fail: [waf],
  },
  ...Object.fromEntries(
    Object.entries<object>({
      "a group of rules that is overridden by nothing is off": managed({
        rule_group_override: [{ rule_group_name: "SQLI" }],
      }),
      "a rule that is off": overridden({ id: "942100", enabled: false }),
      "a rule whose override does not say that it is on": overridden({ id: "942100" }),
      "a rule that only logs": overridden({ id: "942100", enabled: true, action: "Log" }),
      "arguments of any name that nobody reads": policy({
        managed_rules: { ...policy().managed_rules, exclusion: [excluding("*", "Equals")] },
      }),
      "arguments of whatever name": policy({
        managed_rules: { ...policy().managed_rules, exclusion: [excluding("q", "EqualsAny")] },
      }),
      "bodies that nobody reads": policy({ policy_settings: { mode: "Prevention", request_body_check: false } }),
      "a custom rule that allows a path": allowing(["RequestUri"], "BeginsWith", ["/"]),
      "a custom rule that allows a header": allowing(["RequestHeaders"], "Equal", ["secret"]),
      "a custom rule that allows everyone but some": allowing(["RemoteAddr"], "IPMatch", ["203.0.113.7"], {
        negation_condition: true,
      }),
      "a custom rule that allows half of the Internet": allowing(["RemoteAddr"], "IPMatch", ["0.0.0.0/1"]),
    }).map(([title, one]) => [title, { gate, resources: both(gateway(), one), pass: [g], fail: [waf] }]),
  ),
  ...Object.fromEntries(
    Object.entries<object>({
      "a rule that blocks at once": overridden({ id: "942100", enabled: true, action: "Block" }),
      "one argument that a rule mistakes": policy({
        managed_rules: { ...policy().managed_rules, exclusion: [excluding("q", "Equals")] },
      }),
      "a custom rule that allows an office": allowing(["RemoteAddr"], "IPMatch", ["203.0.113.7/32"]),
      "a custom rule that is off": allowing(["RequestUri"], "BeginsWith", ["/"], {}, { enabled: false }),
      "a custom rule that blocks": allowing(["RequestUri"], "BeginsWith", ["/"], {}, { action: "Block" }),
    }).map(([title, one]) => [
      `${title} hollows nothing out`,
      { gate, resources: both(gateway(), one), pass: [g, waf] },
    ]),
  ),
  "overrides and rule sets that a variable decides are unknown": {
    gate,
    resources: both(gateway(), {
      ...policy(),
      managed_rules: {
        managed_rule_set: [policy().managed_rules.managed_rule_set[0]],
        dynamic: { managed_rule_set: { for_each: "${var.sets}", content: { type: "${managed_rule_set.value}" } } },
      },
    }),
    pass: [g],
    unknown: [waf],
  },
  "a listener or a path that has a filter of its own is judged by that": {
    gate,
    resources: {
      ...both(
        gateway({
          url_path_map: [{ name: "m", path_rule: [{ name: "x", paths: ["/x/*"], firewall_policy_id: watching }] }],
        }),
        policy(),
      ),
      "azurerm_web_application_firewall_policy.watching": policy({ policy_settings: { mode: "Detection" } }) as never,
    },
    pass: [g, waf],
    fail: ["azurerm_web_application_firewall_policy.watching"],
  },
  "a filter of a listener that the environment does not have is none": {
    gate,
    resources: both(gateway({ http_listener: [{ ...https, firewall_policy_id: "${var.policy}" }, http] }), policy()),
    pass: [waf],
    fail: [g],
  },
  ...Object.fromEntries(
    Object.entries<object>({
      "an old TLS policy in a profile of a listener": {
        ssl_profile: [
          { name: "old", ssl_policy: { policy_type: "Predefined", policy_name: "AppGwSslPolicy20150501" } },
        ],
      },
      "a custom TLS policy that still speaks 1.0": {
        ssl_policy: { policy_type: "Custom", min_protocol_version: "TLSv1_0" },
      },
      "plain HTTP to what the gateway leads to": {
        backend_http_settings: [{ name: "web", protocol: "Http", port: 80 }],
      },
    }).map(([title, one]) => [title, { gate, resources: both(gateway(one), policy()), pass: [waf], fail: [g] }]),
  ),
  "a profile without a policy, a custom policy from 1.2 and HTTPS to the apps hold": {
    gate,
    resources: both(
      gateway({
        ssl_policy: { policy_type: "CustomV2", min_protocol_version: "TLSv1_2" },
        ssl_profile: [{ name: "clients", verify_client_cert_issuer_dn: true }],
        backend_http_settings: [{ name: "web", protocol: "Https", port: 443 }],
      }),
      policy(),
    ),
    pass: [g, waf],
  },
});

const CLASSIC = ["app_service", "app_service_slot", "function_app", "function_app_slot"];
const classic = (site_config: object) => ({ https_only: true, site_config: [site_config] }) as never;

nearMisses("NET-01", {
  "plain HTTP and old TLS fail; absent means the provider's default": {
    gate: "poc",
    resources: {
      "azurerm_container_app.plain": { ingress: { target_port: 1, allow_insecure_connections: true } },
      "azurerm_container_app.good": { ingress: { target_port: 1, external_enabled: true } },
      "azurerm_container_app.worker": { name: "worker" },
      "azurerm_container_app.tcp": { ingress: { external_enabled: true, transport: "tcp" } },
      "azurerm_storage_account.default": { name: "a" },
      "azurerm_storage_account.http": { name: "b", https_traffic_only_enabled: false },
      "azurerm_storage_account.old": { name: "c", min_tls_version: "TLS1_0" },
      "azurerm_redis_cache.open": { name: "r", non_ssl_port_enabled: true },
      "azurerm_linux_web_app.default": { name: "w" },
    },
    pass: ["azurerm_container_app.good", "azurerm_storage_account.default"],
    fail: [
      "azurerm_container_app.plain",
      "azurerm_container_app.tcp",
      "azurerm_linux_web_app.default",
      "azurerm_redis_cache.open",
      "azurerm_storage_account.http",
      "azurerm_storage_account.old",
    ],
  },
  "classic sites and their slots must speak TLS 1.2, no plain HTTP and no plain FTP": {
    gate: "poc",
    resources: Object.fromEntries(
      CLASSIC.flatMap((type) => [
        [`azurerm_${type}.good`, classic({ min_tls_version: "1.2", ftps_state: "FtpsOnly" })],
        [`azurerm_${type}.old`, classic({ min_tls_version: "1.0", ftps_state: "Disabled" })],
        [`azurerm_${type}.ftp`, classic({ min_tls_version: "1.2", ftps_state: "AllAllowed" })],
      ]),
    ),
    pass: CLASSIC.map((type) => `azurerm_${type}.good`),
    fail: CLASSIC.flatMap((type) => [`azurerm_${type}.ftp`, `azurerm_${type}.old`]),
  },
  "every one of several blocks is looked at, and everything in a list": {
    gate: "poc",
    resources: {
      "azurerm_windows_virtual_machine.none": { name: "n" },
      "azurerm_windows_virtual_machine.two": { winrm_listener: [{ protocol: "Https" }, { protocol: "Https" }] },
      "azurerm_windows_virtual_machine.second": { winrm_listener: [{ protocol: "Https" }, { protocol: "Http" }] },
      "azurerm_api_management_api.good": { name: "g", protocols: ["https"] },
      "azurerm_api_management_api.both": { name: "b", protocols: ["http", "https"] },
    },
    pass: [
      "azurerm_windows_virtual_machine.none",
      "azurerm_windows_virtual_machine.two",
      "azurerm_api_management_api.good",
    ],
    fail: ["azurerm_windows_virtual_machine.second", "azurerm_api_management_api.both"],
  },
  "API Management speaks new protocols unless it is told otherwise, by either name": {
    gate: "poc",
    resources: {
      "azurerm_api_management.silent": { name: "s" },
      "azurerm_api_management.good": { name: "g", security: [{ frontend_tls10_enabled: false }] },
      "azurerm_api_management.old": { name: "o", security: [{ frontend_tls10_enabled: true }] },
      "azurerm_api_management.older": { name: "o", security: [{ enable_backend_ssl30: true }] },
    },
    pass: ["azurerm_api_management.silent", "azurerm_api_management.good"],
    fail: ["azurerm_api_management.old", "azurerm_api_management.older"],
  },
  "database servers speak TLS 1.2 or newer, whatever else is set": {
    gate: "poc",
    resources: {
      "azurerm_postgresql_flexible_server_configuration.good": { name: "ssl_min_protocol_version", value: "TLSv1.2" },
      "azurerm_postgresql_flexible_server_configuration.old": { name: "ssl_min_protocol_version", value: "TLSv1" },
      "azurerm_postgresql_flexible_server_configuration.later": {
        name: "ssl_min_protocol_version",
        value: "${var.tls}",
      },
      "azurerm_postgresql_flexible_server_configuration.other": { name: "log_checkpoints", value: "off" },
      "azurerm_mysql_flexible_server_configuration.good": { name: "tls_version", value: "TLSv1.2,TLSv1.3" },
      "azurerm_mysql_flexible_server_configuration.old": { name: "tls_version", value: "TLSv1.1,TLSv1.2" },
    },
    pass: ["azurerm_mysql_flexible_server_configuration.good", "azurerm_postgresql_flexible_server_configuration.good"],
    fail: ["azurerm_mysql_flexible_server_configuration.old", "azurerm_postgresql_flexible_server_configuration.old"],
    unknown: ["azurerm_postgresql_flexible_server_configuration.later"],
  },
  "a value that a variable decides is unknown": {
    gate: "poc",
    resources: { "azurerm_storage_account.a": { name: "a", min_tls_version: "${var.tls}" } },
    unknown: ["azurerm_storage_account.a"],
  },
});
