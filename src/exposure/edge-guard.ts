import type { Resource } from "../plan/resource";
import { answeredBy, filtersOf } from "../reach/front-door";
import { target } from "../reach/network";
import { who } from "./admitted";
import type { Guard } from "./gateway-guard";
import { EVERYBODY, NOT_KNOWN, sorted, textAt, textsAt } from "./values";

const POLICY = "azurerm_cdn_frontdoor_firewall_policy";
const OPEN: Guard = { from: [EVERYBODY], filter: "no filter" };

/** Addresses of connections that a filter keeps everybody else out for; what a header says of an address keeps nobody out. */
function keptFor(policy: Resource): string[] {
  if (policy.value("mode") !== "Prevention" || policy.value("enabled") === false) return [];
  return policy.blocks("custom_rule").flatMap((rule) => {
    const conditions = rule.blocks("match_condition");
    const [only] = conditions;
    const blocks = rule.text("action") === "Block" && rule.value("enabled") !== false;
    if (!only || conditions.length > 1 || !blocks || only.value("negation_condition") !== true) return [];
    const byAddress = only.text("match_variable") === "SocketAddr" && only.text("operator") === "IPMatch";
    return byAddress ? textsAt(only, "match_values") : [];
  });
}

function guardOfDomain(domain: Resource): Guard {
  const { filters, open } = filtersOf(domain);
  const [first] = filters;
  if (!first) return open ? { from: [EVERYBODY], filter: `a filter that is ${NOT_KNOWN}` } : OPEN;
  const policy = target(first.policy, POLICY);
  if (!policy) return { from: [EVERYBODY], filter: "a filter that the plan does not show" };
  const on = policy.value("enabled") === false ? "off" : (textAt(policy, "mode") ?? NOT_KNOWN);
  const everywhere = first.association.texts("patterns_to_match").includes("/*");
  const kept = everywhere ? who(keptFor(policy)) : [];
  return {
    from: kept.length > 0 ? kept : [EVERYBODY],
    filter: `${policy.address} (${on}${everywhere ? "" : ", on some paths"})`,
  };
}

/** Who may use a Front Door, and what looks at the requests: all that holds of any name that it answers to. */
export function guardOfEdge(endpoint: Resource): Guard {
  const guards = answeredBy(endpoint).map(({ domain }) => guardOfDomain(domain));
  const from = sorted(guards.flatMap((one) => one.from));
  return {
    from: from.includes(EVERYBODY) ? [EVERYBODY] : from,
    filter: sorted(guards.map((one) => one.filter)).join("; "),
  };
}
