import { FirewallPolicy as AzureFirewallPolicy } from "@cdktf/provider-azurerm/lib/firewall-policy";
import { FirewallPolicyRuleCollectionGroup } from "@cdktf/provider-azurerm/lib/firewall-policy-rule-collection-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { applicationRules, type EgressRule, type FirewallTier, networkRules, refuseImpossible } from "./egress-rule";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link FirewallPolicy}. */
export interface FirewallPolicyProps extends ResourceProps {
  /** The firewall's own tier: Azure refuses a policy of another one. */
  readonly tier: FirewallTier;
  /** What may leave; everything else is denied. */
  readonly rules: readonly EgressRule[];
}

/**
 * What may leave the network. A policy without rules denies everything, so it holds allowing rules only and their order
 * does not matter. All rules are in one group, because a Basic firewall fails when two groups are written in a row.
 *
 * Standard denies traffic with addresses known to be bad and resolves names for its network rules by DNS proxy. Basic can
 * do neither: it alerts, and the proxy stays off although the provider would accept it.
 *
 * @example
 * new FirewallPolicy(this, "policy", { group, name: "afwp-orders", tier: "Basic", rules: [{ name: "payments",
 *   from: ["10.30.0.0/23"], to: { fqdns: ["api.payments.example"] }, ports: [443], owner: "ada@orders.example", why: "card payments" }] });
 * @throws BadInput for rules that the tier cannot enforce
 * @see https://learn.microsoft.com/azure/firewall/policy-rule-sets
 */
export class FirewallPolicy extends Construct {
  readonly id: string;
  /** The firewall depends on these: it starts with its rules and is deleted before them. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FirewallPolicyProps) {
    super(scope, id);
    const { group, tier, rules } = props;
    refuseImpossible(rules, tier);
    const policy = new AzureFirewallPolicy(this, "resource", {
      name: props.name,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
      sku: tier,
      threatIntelligenceMode: tier === "Basic" ? "Alert" : "Deny",
      ...(tier === "Standard" && { dns: { proxyEnabled: true } }),
    });
    this.id = policy.id;
    this.ready = rules.length === 0 ? [] : [this.allowList(rules)];
  }

  private allowList(rules: readonly EgressRule[]): FirewallPolicyRuleCollectionGroup {
    const addresses = networkRules(rules);
    const hosts = applicationRules(rules);
    return new FirewallPolicyRuleCollectionGroup(this, "rules", {
      name: "allow-list",
      firewallPolicyId: this.id,
      priority: 1000,
      ...(addresses.length > 0 && { networkRuleCollection: [allow("addresses", 100, addresses)] }),
      ...(hosts.length > 0 && { applicationRuleCollection: [allow("hosts", 200, hosts)] }),
    });
  }
}

/** A priority is the collection's own within the group; Azure reads network rules first whatever it says. */
function allow<Rule>(name: string, priority: number, rule: Rule[]) {
  return { name, priority, action: "Allow", rule };
}
