import { typesWith } from "../../azure";
import { describe } from "../../plan/reference";
import { byHost } from "../../reach/hosts";
import { hostOf, placeOf, type Sent, sent } from "../../reach/sent";
import type { RuleContext } from "../rule";
import { allowingRules } from "./allow-list";
import { judgeExternal, PLACES, standingOf } from "./externals";

/** Types that send something by themselves. */
export const SENDERS = typesWith("waysOut").map(([type]) => type);

const FIX =
  "Send it to something of this environment, declare the destination under externals, or name its host under egress.allow with owner and reason.";

const COLLECTIONS = ["azurerm_firewall_application_rule_collection", "azurerm_firewall_policy_rule_collection_group"];

/** Host names that somebody allowed by name, with owner and reason, at the firewall. */
function allowedHosts(context: RuleContext): ReadonlySet<string> {
  const rules = context.graph.of(...COLLECTIONS).flatMap((one) => allowingRules(one));
  return new Set(
    rules
      .flatMap((rule) => ["destination_fqdns", "target_fqdns"].flatMap((path) => rule.texts(path)))
      .map((one) => one.toLowerCase()),
  );
}

/** Judges what Azure sends past every firewall: to the environment itself, to a declared external, or to an allowed host. */
export function judgeWaysOut(context: RuleContext): void {
  const allowed = allowedHosts(context);
  for (const one of sent(context.graph)) judge(context, one, allowed);
}

function judge(context: RuleContext, { part, path, says, to }: Sent, allowed: ReadonlySet<string>): void {
  if (to.kind === "unknown") {
    context.unknown(part, path, `Whom it ${says}, past the firewall, is not known before apply.`);
    return;
  }
  if (to.kind === "resource") {
    context.pass(part, path, `It ${says} ${describe(to)}.`);
    return;
  }
  if (to.kind === "external") {
    const standing = standingOf(context, to.variable, PLACES);
    const whom = `It ${says} ${describe(to)}, past the firewall. ${standing.says}`;
    judgeExternal(context, part, path, { ...standing, says: whom }, { fix: FIX });
    return;
  }
  const host = hostOf(to);
  if (host !== undefined && (allowed.has(host) || byHost(context.graph, host).length > 0))
    context.pass(part, path, `It ${says} ${host}.`);
  else context.fail(part, path, `It ${says} ${placeOf(to)}, past the firewall.`, { fix: FIX });
}
