import { nearMisses } from "./said";

const gate = "pre-production" as const;
const config = {
  entry: { host: "preprod.orders.example", routes: { "/": "web", "admin.orders.example/": "admin" } },
};
const g = "azurerm_application_gateway.g";
const waf = "azurerm_web_application_firewall_policy.waf";

/** A gateway with nothing else to say of it. */
const gateway = (changes: object) => ({
  [waf]: {
    name: "waf",
    policy_settings: { enabled: true, mode: "Prevention" },
    managed_rules: {
      managed_rule_set: [
        { type: "Microsoft_DefaultRuleSet", version: "2.1" },
        { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
      ],
    },
  },
  [g]: {
    name: "agw",
    sku: { name: "WAF_v2", tier: "WAF_v2" },
    firewall_policy_id: `\${${waf}.id}`,
    ssl_policy: { policy_type: "Predefined", policy_name: "AppGwSslPolicy20220101" },
    http_listener: [
      { name: "https", protocol: "Https", host_names: ["www.orders.example", "*.shops.example", "*.github.io"] },
    ],
    ...changes,
  } as never,
});
const to = (...urls: string[]) =>
  gateway({ redirect_configuration: urls.map((target_url, i) => ({ name: `r${i}`, target_url })) });
const header = (header_value: string, header_name = "Location") =>
  gateway({
    rewrite_rule_set: [{ rewrite_rule: [{ response_header_configuration: [{ header_name, header_value }] }] }],
  });
const elsewhere = (host: string) => `The gateway sends callers to ${host}, which is not the entry's.`;
const NOT_KNOWN = "Where the gateway sends callers is not known before apply.";

nearMisses("NET-07", {
  "callers are sent to hosts of the entry, of its listeners, or of the plan": {
    gate,
    config,
    resources: {
      ...to(
        "https://preprod.orders.example",
        "https://admin.orders.example:8443/a?b",
        "https://WWW.orders.example/",
        "https://one.shops.example/",
        "https://web.azurewebsites.net/",
      ),
      "azurerm_linux_web_app.web": { name: "web" },
    },
    pass: [g, waf],
  },
  "anywhere else is a stranger's, however it is written, and only its host is said": {
    gate,
    config,
    resources: to(
      "https://evil.example/sign-in?token=x",
      "https://preprod.orders.example@evil.example/",
      "https://preprod.orders.example.evil.example",
      "https://shops.example/",
      "//evil.example",
      "https://evil.github.io",
    ),
    pass: [waf],
    fail: {
      [g]: [
        elsewhere("evil.example"),
        elsewhere("evil.example"),
        elsewhere("preprod.orders.example.evil.example"),
        elsewhere("shops.example"),
        elsewhere("evil.example"),
        elsewhere("evil.github.io"),
      ],
    },
  },
  "plain HTTP is no way on, also to the entry": {
    gate,
    config,
    resources: to("http://preprod.orders.example/"),
    pass: [waf],
    fail: { [g]: "The gateway sends callers to preprod.orders.example in plain HTTP." },
  },
  "a URL that is not known, or is none, is not known": {
    gate,
    config,
    resources: to("https://${var.host}/", "preprod.orders.example"),
    pass: [waf],
    unknown: { [g]: [NOT_KNOWN, NOT_KNOWN] },
  },
  "without a config a host is a stranger's where the listeners say which are ours": {
    gate,
    resources: to("https://evil.example/"),
    pass: [waf],
    fail: { [g]: elsewhere("evil.example") },
  },
  ...Object.fromEntries(
    Object.entries({ "answer to any": {}, "do not say to which they answer": { host_name: "${var.host}" } }).map(
      ([title, more]) => [
        `without a config nobody knows whose a host is where listeners ${title}`,
        {
          gate,
          resources: gateway({
            http_listener: [{ name: "https", protocol: "Https", ...more }],
            redirect_configuration: [{ name: "r", target_url: "https://evil.example/" }],
          }),
          pass: [waf],
          unknown: { [g]: "Whether evil.example is a host of the entry is not known before apply." },
        },
      ],
    ),
  ),
  "a header of an answer that stays, or leads to the entry, holds; so does any other header": {
    gate,
    config,
    resources: {
      ...header("{http_resp_Location_1}://www.orders.example{http_resp_Location_2}"),
      "azurerm_application_gateway.path": header("/sign-in")[g]!,
      "azurerm_application_gateway.taken": header("")[g]!,
      "azurerm_application_gateway.other": header("https://evil.example", "X-Evil")[g]!,
    },
    pass: [
      g,
      waf,
      "azurerm_application_gateway.path",
      "azurerm_application_gateway.taken",
      "azurerm_application_gateway.other",
    ],
  },
  "one that leads elsewhere does not": {
    gate,
    config,
    resources: header("{http_resp_Location_1}://evil.example{http_resp_Location_2}", "location"),
    pass: [waf],
    fail: { [g]: elsewhere("evil.example") },
  },
});
