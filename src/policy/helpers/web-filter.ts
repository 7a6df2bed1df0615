import { isWideAddress } from "../../config/egress";
import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { wideAmong } from "../../reach/wide-ranges";
import type { RuleContext } from "../rule";

const BY_ADDRESS = new Set<unknown>(["RemoteAddr", "SocketAddr"]);
/** What a rule does that finds something and stops nothing. */
export const HARMLESS = new Set<unknown>(["Allow", "Log"]);

/** Judges what a filter of web requests does: on, in Prevention, with current rules, and nothing that hollows it out. */
export function judgeFilter(context: RuleContext, policy: Resource): void {
  const settings = (path: string, good: (value: unknown) => boolean, says: (value: unknown) => string) =>
    context.expect(policy, `policy_settings.${path}`, good, says);
  settings(
    "enabled",
    (value) => value === true,
    () => "The firewall policy is off.",
  );
  settings(
    "mode",
    (value) => value === "Prevention",
    (value) => `The firewall policy is in ${value}.`,
  );
  settings(
    "request_body_check",
    (value) => value !== false,
    () => "The firewall policy does not look into what is sent.",
  );
  judgeSets(context, policy);
  for (const rules of policy.blocks("managed_rules")) {
    for (const set of rules.blocks("managed_rule_set"))
      for (const group of set.blocks("rule_group_override")) judgeOverride(context, group);
    for (const exclusion of rules.blocks("exclusion")) judgeExclusion(context, exclusion);
  }
  for (const rule of policy.blocks("custom_rules"))
    judgeCustom(context, rule, (one) => one.blocks("match_conditions").some(isOfFew));
}

function judgeSets(context: RuleContext, policy: Resource): void {
  const holders = policy.blocks("managed_rules");
  const sets = holders.flatMap((one) => one.blocks("managed_rule_set")).filter((one) => !one.uncertain);
  const open = policy.isUnknown("managed_rules") || holders.some((one) => one.isUnknown("managed_rule_set"));
  const demand = (path: string, type: string, least: number, says: string) => {
    const has = sets.some((one) => one.text("type") === type && Number.parseFloat(one.text("version") ?? "0") >= least);
    if (has) context.pass(policy, path);
    else if (open) context.unknown(policy, path);
    else context.fail(policy, path, says);
  };
  demand("managed_rules.managed_rule_set", "Microsoft_DefaultRuleSet", 2.1, "It lacks Microsoft_DefaultRuleSet 2.1.");
  demand("managed_rules.bots", "Microsoft_BotManagerRuleSet", 1, "It lacks the bot rules.");
}

const ON = { fix: "Leave the managed rules on; exclude the one name that they mistake." };

/**
 * An override without rules turns its whole group off, one of a rule turns that off unless it says `enabled`.
 *
 * @see https://learn.microsoft.com/azure/templates/microsoft.network/applicationgatewaywebapplicationfirewallpolicies
 */
export function judgeOverride(context: RuleContext, group: Part, idPath: "id" | "rule_id" = "id"): void {
  const rules = group.blocks("rule");
  if (group.isUnknown("rule")) context.unknown(group, "rule");
  else if (rules.length === 0)
    context.fail(group, "rule_group_name", `It turns the whole group ${group.text("rule_group_name") ?? ""} off.`, ON);
  for (const rule of rules) {
    const [enabled, action] = [rule.value("enabled"), rule.value("action")];
    const id = rule.text(idPath) ?? "";
    if (enabled === UNKNOWN || action === UNKNOWN) context.unknown(rule, "enabled");
    else if (enabled !== true) context.fail(rule, "enabled", `It turns rule ${id} off.`, ON);
    else if (HARMLESS.has(action))
      context.fail(rule, "action", `Rule ${id} stops nothing: its action is ${action}.`, ON);
    else context.pass(rule, "enabled");
  }
}

/** An exclusion of one name is how a filter is tuned; one of any name is a hole. */
export function judgeExclusion(
  context: RuleContext,
  exclusion: Part,
  operatorPath: "operator" | "selector_match_operator" = "selector_match_operator",
): void {
  const [operator, selector] = [exclusion.value(operatorPath), exclusion.value("selector")];
  const what = exclusion.text("match_variable") ?? "part of a request";
  if (operator === "EqualsAny" || selector === "*")
    context.fail(exclusion, "selector", `It leaves every ${what} unread.`, ON);
  else if (operator === UNKNOWN || selector === UNKNOWN) context.unknown(exclusion, "selector");
  else context.pass(exclusion, "selector");
}

/** What a custom rule allows goes past all managed rules, and anybody can ask for a path or send a header. */
export function judgeCustom(context: RuleContext, rule: Part, isForFew: (rule: Part) => boolean): void {
  const action = rule.value("action");
  if (rule.value("enabled") === false || (action !== "Allow" && action !== UNKNOWN)) return;
  if (action === "Allow" && isForFew(rule)) context.pass(rule, "action");
  else if (action === UNKNOWN) context.unknown(rule, "action");
  else
    context.fail(
      rule,
      "action",
      `The custom rule ${rule.text("name") ?? ""} lets everyone who asks for it past the filter.`,
      {
        fix: "Allow by narrow addresses only, or exclude the one name that the managed rules mistake.",
      },
    );
}

/** True for a condition that only callers with some narrow addresses meet. */
function isOfFew(condition: Part): boolean {
  const variables = condition.blocks("match_variables");
  return variables.every((one) => BY_ADDRESS.has(one.value("variable_name"))) && isNarrow(condition);
}

/** True where the addresses that a condition asks for are few. */
export function isNarrow(condition: Part): boolean {
  const values = condition.texts("match_values");
  return (
    condition.text("operator") === "IPMatch" &&
    [false, undefined].includes(condition.value("negation_condition") as boolean | undefined) &&
    values.length > 0 &&
    !values.some((one) => one.includes("${") || isWideAddress(one)) &&
    wideAmong(values) === undefined
  );
}
