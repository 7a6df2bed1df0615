import { onlyRedirects, publicListeners } from "../graph/gateway";
import { target } from "../graph/network";
import type { Part, Resource } from "../graph/resource";
import { type RuleContext, rule } from "../rule";

const MODERN = new Set(["AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"]);

function judgeTls(context: RuleContext, gateway: Resource): void {
  const [policy] = gateway.blocks("ssl_policy");
  if (!policy) {
    context.fail(gateway, "ssl_policy", "The gateway uses the provider's old TLS policy.");
    return;
  }
  const custom = ["TLSv1_2", "TLSv1_3"].includes(policy.text("min_protocol_version") ?? "");
  if (custom && policy.text("policy_type") !== "Predefined") {
    context.pass(policy, "min_protocol_version");
    return;
  }
  context.expect(
    policy,
    "policy_name",
    (value) => MODERN.has(String(value)),
    (value) => `The TLS policy is ${value}.`,
  );
}

function judgePolicy(context: RuleContext, policy: Resource): void {
  context.expect(
    policy,
    "policy_settings.enabled",
    (value) => value === true,
    () => "The firewall policy is off.",
  );
  context.expect(
    policy,
    "policy_settings.mode",
    (value) => value === "Prevention",
    (value) => `The firewall policy is in ${value}.`,
  );
  const sets = policy.blocks("managed_rules").flatMap((one) => one.blocks("managed_rule_set"));
  const has = (type: string, least: number) =>
    sets.some((one) => one.text("type") === type && Number.parseFloat(one.text("version") ?? "0") >= least);
  if (has("Microsoft_DefaultRuleSet", 2.1)) context.pass(policy, "managed_rules.managed_rule_set");
  else context.fail(policy, "managed_rules.managed_rule_set", "It lacks Microsoft_DefaultRuleSet 2.1.");
  if (has("Microsoft_BotManagerRuleSet", 1)) context.pass(policy, "managed_rules.bots");
  else context.fail(policy, "managed_rules.bots", "It lacks the bot rules.");
  for (const rule of policy.blocks("custom_rules"))
    if (rule.text("action") === "Allow" && rule.blocks("match_conditions").every(matchesAnyone))
      context.fail(rule, "action", "A custom rule lets everyone past the filter.");
}

function matchesAnyone(condition: Part): boolean {
  return condition.texts("match_values").some((one) => one === "0.0.0.0/0") || condition.text("operator") === "Any";
}

export const net07 = rule({
  control: "NET-07",
  title: "The entry filters: WAF in Prevention with current rules and bot rules, a modern TLS policy",
  why: "The one door is where the attacks arrive; a filter that only watches lets them through.",
  fix: "Attach a policy in Prevention with Microsoft_DefaultRuleSet and Microsoft_BotManagerRuleSet.",
  severity: "high",
  since: "pre-production",
  types: ["azurerm_application_gateway", "azurerm_web_application_firewall_policy"],
  needs: ["plan"],
  check(context) {
    for (const gateway of context.resources("azurerm_application_gateway")) {
      context.expect(
        gateway,
        "sku.tier",
        (value) => value === "WAF_v2",
        (value) => `The gateway's tier is ${value}.`,
      );
      const [reference] = gateway.refs("firewall_policy_id");
      const policy = target(reference, "azurerm_web_application_firewall_policy");
      if (policy) judgePolicy(context, policy);
      else if (reference?.kind === "unknown") context.unknown(gateway, "firewall_policy_id");
      else context.fail(gateway, "firewall_policy_id", "The gateway has no firewall policy of this environment.");
      judgeTls(context, gateway);
      for (const listener of publicListeners(gateway)) {
        const own = target(listener.refs("firewall_policy_id")[0], "azurerm_web_application_firewall_policy");
        if (own && own !== policy) judgePolicy(context, own);
        if (listener.value("protocol") === "Https" || onlyRedirects(gateway, listener.text("name") ?? ""))
          context.pass(listener, "protocol");
        else context.fail(listener, "protocol", "The HTTP listener does more than redirect to HTTPS.");
      }
    }
  },
});
