import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { named as byName } from "../reach/network";
import { WHOLE } from "./allow-list";
import { inOrder, NOT_KNOWN, sorted, targetsAt, textAt } from "./values";

/** A firewall, its tier and what it does beside its rules. */
export interface FirewallState {
  readonly resource: string;
  readonly tier: string;
  readonly policy: string;
  /** What it does with addresses known to be bad. */
  readonly knownBad: string;
}

/** The firewalls of the environment, by address. */
export function firewalls(graph: PlanGraph): FirewallState[] {
  const rows = graph.of("azurerm_firewall").map((one) => {
    const policy = one.refs("firewall_policy_id")[0];
    const mode =
      policy?.kind === "resource"
        ? textAt(policy.resource, "threat_intelligence_mode")
        : textAt(one, "threat_intel_mode");
    return {
      resource: one.address,
      tier: textAt(one, "sku_tier") ?? NOT_KNOWN,
      policy: targetsAt(one, "firewall_policy_id")[0] ?? "none",
      knownBad: policy && policy.kind !== "resource" ? NOT_KNOWN : (mode ?? "Alert"),
    };
  });
  return inOrder(rows, ({ resource }) => resource);
}

/** Rule groups whose policy no firewall of the plan has, by address. */
export function idleGroups(graph: PlanGraph): string[] {
  const used = graph.by("azurerm_firewall", "firewall_policy_id");
  const bases = graph.by("azurerm_firewall_policy", "base_policy_id");
  const applies = (policy: Resource, depth = 4): boolean =>
    used.has(policy) || (depth > 0 && (bases.get(policy) ?? []).some((one) => applies(one, depth - 1)));
  const groups = graph.of("azurerm_firewall_policy_rule_collection_group").filter((one) => {
    const [policy] = one.refs("firewall_policy_id");
    return policy?.kind === "resource" && !applies(policy.resource);
  });
  const old = graph.of(...WHOLE).filter((one) => byName(one, "azurerm_firewall", "azure_firewall_name") === undefined);
  return sorted([...groups, ...old].map((one) => one.address));
}
