import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";
import { HARMLESS, isNarrow, judgeCustom, judgeExclusion, judgeOverride } from "./web-filter";

const PREMIUM = "Premium_AzureFrontDoor";

/** Rule sets that the edge has to have, with the least version. */
const DEMANDED = [
  ["managed_rule", "Microsoft_DefaultRuleSet", 2.1, "It lacks Microsoft_DefaultRuleSet 2.1."],
  ["managed_rule.bots", "Microsoft_BotManagerRuleSet", 1, "It lacks the bot rules."],
] as const;

/** Judges what a filter of Azure's edge does: on, in Prevention, with current rules, and nothing that hollows it out. */
export function judgeEdgeFilter(context: RuleContext, policy: Resource): void {
  const expect = (path: string, good: (value: unknown) => boolean, says: (value: unknown) => string) =>
    context.expect(policy, path, good, says);
  expect(
    "sku_name",
    (value) => value === PREMIUM,
    (value) => `The firewall policy is ${value}, which has no managed rules.`,
  );
  expect(
    "enabled",
    (value) => value !== false,
    () => "The firewall policy is off.",
  );
  expect(
    "mode",
    (value) => value === "Prevention",
    (value) => `The firewall policy is in ${value}.`,
  );
  expect(
    "request_body_check_enabled",
    (value) => value !== false,
    () => "The firewall policy does not look into what is sent.",
  );
  judgeSets(context, policy);
  for (const set of policy.blocks("managed_rule")) {
    for (const part of exclusions(set)) judgeExclusion(context, part, "operator");
    // Without rules and with exclusions it still turns its whole group off.
    for (const group of set.blocks("override")) judgeOverride(context, group, "rule_id");
  }
  for (const rule of policy.blocks("custom_rule")) judgeCustom(context, rule, isForFew);
}

function judgeSets(context: RuleContext, policy: Resource): void {
  const sets = policy.blocks("managed_rule").filter((one) => !one.uncertain);
  for (const [path, type, least, says] of DEMANDED) {
    const has = sets.find((one) => one.text("type") === type && Number.parseFloat(one.text("version") ?? "0") >= least);
    const action = has?.value("action");
    if (has && action === UNKNOWN) context.unknown(has, "action");
    else if (has && HARMLESS.has(action))
      context.fail(has, "action", `${type} stops nothing: its action is ${action}.`);
    else if (has) context.pass(policy, path);
    else if (policy.isUnknown("managed_rule")) context.unknown(policy, path);
    else context.fail(policy, path, says);
  }
}

function exclusions(set: Part): Part[] {
  const groups = set.blocks("override");
  const rules = groups.flatMap((one) => one.blocks("rule"));
  return [set, ...groups, ...rules].flatMap((one) => one.blocks("exclusion"));
}

/**
 * What a rule allows goes past all managed rules. The edge takes `RemoteAddr` from a header that callers write, so only the
 * address of the connection tells who calls.
 *
 * @see https://learn.microsoft.com/azure/web-application-firewall/afds/waf-front-door-configure-ip-restriction
 */
function isForFew(rule: Part): boolean {
  return rule.blocks("match_condition").some((one) => one.text("match_variable") === "SocketAddr" && isNarrow(one));
}
