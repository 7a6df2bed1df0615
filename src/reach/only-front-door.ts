import { type Reference, UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { associated, target } from "./network";
import { lettingIn, securityRules } from "./nsg";

/**
 * Whether a gateway takes the requests of one Front Door only: its subnet lets in Front Door's addresses alone, which every
 * customer of Azure has a Front Door at, and its filter blocks what bears another profile's id.
 *
 * @see https://learn.microsoft.com/azure/frontdoor/origin-security
 */
export interface Guard {
  readonly state: "only" | "open" | "unknown";
  /** Continues "it": `lets everybody in on port 443`. */
  readonly says: string;
}

const TAG = "azurefrontdoor.backend";
const HEADER = "x-azure-fdid";
const POLICY = "azurerm_web_application_firewall_policy";
const PORTS = [443, 80];
const ONLY: Guard = { state: "only", says: "takes the requests of one Front Door only" };

const open = (says: string): Guard => ({ state: "open", says });
const unknown = (says: string): Guard => ({ state: "unknown", says });

function throughSubnet(gateway: Resource): Guard {
  const subnet = target(gateway.refs("gateway_ip_configuration.subnet_id")[0], "azurerm_subnet");
  if (!subnet) return unknown("stands in a subnet that the plan does not show");
  const reference = associated(gateway.graph, subnet, "network_security_group");
  if (!reference) return open(`stands in ${subnet.address}, which has no security group`);
  const group = target(reference, "azurerm_network_security_group");
  if (!group) return unknown("has a security group that the plan does not show");
  for (const port of PORTS) {
    const { sources, doubt } = lettingIn(securityRules(gateway.graph, group), port);
    const other = sources.find((one) => one.toLowerCase() !== TAG);
    if (other !== undefined)
      return open(`is reached on port ${port} by more than Front Door: ${group.address} lets ${other} in`);
    if (doubt || group.isUnknown("security_rule"))
      return unknown(`may be reached by more than Front Door: what ${group.address} lets in is not known before apply`);
  }
  return ONLY;
}

/** Whose id a rule lets pass: the profile's, somebody else's, or one that is not known yet. */
function idOf(condition: Part, profile: Resource): Guard["state"] {
  const wanted = profile.value("resource_guid");
  const isOwn = (one: Reference): Guard["state"] => {
    if (one.kind === "resource") return one.resource === profile && one.attribute === "resource_guid" ? "only" : "open";
    if (one.kind !== "outside") return "unknown";
    if (typeof wanted !== "string") return "unknown";
    return one.id.toLowerCase() === wanted.toLowerCase() ? "only" : "open";
  };
  const states = condition.refs("match_values").map(isOwn);
  if (states.length === 0 || states.includes("open")) return "open";
  return states.includes("unknown") ? "unknown" : "only";
}

function order(rule: Part): number {
  const priority = rule.value("priority");
  return typeof priority === "number" ? priority : Number.NaN;
}

/** A rule that blocks every request without the header's right value, and nothing but that decides. */
function blocksOthers(rule: Part, profile: Resource): Guard["state"] {
  const conditions = rule.blocks("match_conditions");
  const [condition] = conditions;
  if (!condition || conditions.length > 1 || rule.text("action") !== "Block" || rule.value("enabled") === false)
    return "open";
  const variables = condition.blocks("match_variables");
  const ofHeader =
    variables.length === 1 &&
    variables.every(
      (one) => one.text("variable_name") === "RequestHeaders" && one.text("selector")?.toLowerCase() === HEADER,
    );
  if (!ofHeader || condition.text("operator") !== "Equal" || condition.value("negation_condition") !== true)
    return "open";
  return rule.uncertain ? "unknown" : idOf(condition, profile);
}

function filters(policy: Resource, profile: Resource): Guard {
  const [mode, on] = [policy.value("policy_settings.mode"), policy.value("policy_settings.enabled")];
  if (mode === UNKNOWN || on === UNKNOWN)
    return unknown(`is filtered by ${policy.address}, whose mode is not known before apply`);
  if (mode !== "Prevention" || on === false) return open(`is filtered by ${policy.address}, which blocks nothing`);
  const rules = policy.blocks("custom_rules").map((rule) => ({ rule, state: blocksOthers(rule, profile) }));
  const best = rules.find(({ state }) => state === "only") ?? rules.find(({ state }) => state === "unknown");
  if (best === undefined)
    return policy.isUnknown("custom_rules")
      ? unknown(`is filtered by ${policy.address}, whose rules are not known before apply`)
      : open(`takes what every Front Door sends: ${policy.address} does not block other X-Azure-FDID headers`);
  if (best.state === "unknown")
    return unknown(`takes what one Front Door sends, and whether it is this one is not known before apply`);
  const earlier = rules.find(({ rule }) => rule.text("action") === "Allow" && !(order(rule) > order(best.rule)));
  return earlier
    ? open(
        `takes what the rule ${earlier.rule.text("name") ?? ""} of ${policy.address} allows before the header is looked at`,
      )
    : ONLY;
}

/** The filters that requests of a listener pass; a path of it may have one of its own. */
function policiesOf(listener: Part): readonly (Reference | undefined)[] {
  const gateway = listener.resource;
  const paths = gateway
    .blocks("url_path_map")
    .flatMap((one) => one.blocks("path_rule"))
    .flatMap((one) => one.refs("firewall_policy_id"));
  return [listener.refs("firewall_policy_id")[0] ?? gateway.refs("firewall_policy_id")[0], ...paths];
}

const worst = (guards: readonly Guard[]): Guard =>
  guards.find(({ state }) => state === "open") ?? guards.find(({ state }) => state === "unknown") ?? ONLY;

/** How a listener of a gateway, or all that it has, is guarded against everybody but one Front Door. */
export function guardOf(listener: Part, profile: Resource): Guard {
  const byFilter = policiesOf(listener).map((reference): Guard => {
    const policy = target(reference, POLICY);
    if (policy) return filters(policy, profile);
    if (reference === undefined) return open("has no firewall policy, and takes what every Front Door sends");
    return unknown("has a firewall policy that the plan does not show");
  });
  return worst([throughSubnet(listener.resource), ...byFilter]);
}
