import type { Part, Resource } from "../plan/resource";
import { target } from "../reach/network";
import { admittedBy, groupOf, who } from "./admitted";
import { frontendPort } from "./backends";
import { EVERYBODY, NOT_KNOWN, textAt, textsAt } from "./values";

/** Who may use a listener of a gateway, and what looks at the requests. */
export interface Guard {
  readonly from: readonly string[];
  readonly filter: string;
}

/** The filter of a listener: its own, else the gateway's. */
function policyOf(listener: Part): Resource | string | undefined {
  const reference = listener.refs("firewall_policy_id")[0] ?? listener.resource.refs("firewall_policy_id")[0];
  if (!reference) return undefined;
  return target(reference, "azurerm_web_application_firewall_policy") ?? NOT_KNOWN;
}

/** Addresses that a filter keeps everybody else out for: a rule that blocks all but those. */
function keptFor(policy: Resource): string[] {
  if (policy.value("policy_settings.mode") !== "Prevention") return [];
  return policy.blocks("custom_rules").flatMap((rule) => {
    const conditions = rule.blocks("match_conditions");
    const [only] = conditions;
    const byAddress = only
      ?.blocks("match_variables")
      .every((one) => ["RemoteAddr", "SocketAddr"].includes(one.text("variable_name") ?? ""));
    const blocksOthers = rule.text("action") === "Block" && rule.value("enabled") !== false;
    if (!only || conditions.length > 1 || !blocksOthers || !byAddress || only.text("operator") !== "IPMatch") return [];
    return only.value("negation_condition") === true ? textsAt(only, "match_values") : [];
  });
}

function filterOf(listener: Part): string {
  const policy = policyOf(listener);
  if (policy === undefined)
    return listener.resource.blocks("waf_configuration").length > 0 ? "a filter without a policy" : "no filter";
  if (typeof policy === "string") return `a filter that is ${policy}`;
  const mode = textAt(policy, "policy_settings.mode") ?? NOT_KNOWN;
  const on = policy.value("policy_settings.enabled") === false ? "off" : mode;
  return `${policy.address} (${on})`;
}

/** Who the network lets through to the gateway's subnet on a listener's port. */
function throughSubnet(listener: Part): string[] {
  const gateway = listener.resource;
  const port = Number(frontendPort(gateway, listener.text("frontend_port_name")));
  const subnet = target(gateway.refs("gateway_ip_configuration.subnet_id")[0], "azurerm_subnet");
  const group = groupOf(gateway.graph, subnet);
  if (group === undefined) return [EVERYBODY];
  if (typeof group === "string" || Number.isNaN(port)) return [NOT_KNOWN];
  const admitted = admittedBy(gateway.graph, group, port);
  return admitted.length > 0 ? admitted : [`nobody: ${group.address} does not open port ${port}`];
}

/** Who may use a listener: what the subnet's security group lets in, narrowed by the filter. */
export function guardOf(listener: Part): Guard {
  const policy = policyOf(listener);
  const network = throughSubnet(listener);
  const kept = policy !== undefined && typeof policy !== "string" ? who(keptFor(policy)) : [];
  const everybody = network.length === 1 && network[0] === EVERYBODY;
  const from =
    kept.length === 0
      ? network
      : everybody
        ? kept
        : [...network.map((one) => `${one}, of those only ${kept.join(", ")}`)];
  return { from, filter: filterOf(listener) };
}
