import { Construct } from "constructs";
import { ActivityLog } from "../constructs/activity-log";
import { assignRole, makeEligible, type Principal } from "../constructs/admin-role";
import type { ILogWorkspace } from "../constructs/log-analytics";
import { SubscriptionBudget } from "../constructs/subscription-budget";
import { SubscriptionPolicies } from "../constructs/subscription-policies";
import { SubscriptionSecurity } from "../constructs/subscription-security";
import { INHERITED_TAGS, type ResolvedSubscription } from "../src/foundation/resolve";
import type { FoundationStack } from "./foundation-stack";

/** Properties of {@link FoundationSubscription}. */
export interface FoundationSubscriptionProps {
  readonly subscription: ResolvedSubscription;
  readonly workspace: ILogWorkspace;
  readonly policyIdentity: { readonly id: string; readonly principal: Principal };
}

/** What holds for a whole subscription: policies, activity log, budget, Defender, and the groups' access. */
export class FoundationSubscription extends Construct {
  constructor(stack: FoundationStack, props: FoundationSubscriptionProps) {
    const { subscription, workspace, policyIdentity } = props;
    super(stack, `subscription-${subscription.key}`);
    const { config } = stack.foundation;
    const { id: subscriptionId, provider } = stack.subscription(subscription.name);
    new SubscriptionPolicies(this, "policies", {
      subscriptionId,
      provider,
      allowedLocations: config.allowedLocations,
      inheritedTags: INHERITED_TAGS,
      identityId: policyIdentity.id,
      location: config.location,
    });
    assignRole(this, "policies-tags", { subscriptionId, principal: policyIdentity.principal, role: "Tag Contributor" });
    new ActivityLog(this, "activity", {
      subscriptionId,
      provider,
      name: `diag-${stack.foundation.name}-activity`,
      workspace,
    });
    new SubscriptionBudget(this, "budget", {
      subscriptionId,
      provider,
      name: `budget-${subscription.key}`.slice(0, 63),
      monthlyAmount: subscription.monthlyBudget,
      contacts: [config.owner],
    });
    new SubscriptionSecurity(this, "security", { ...config.security, provider, plans: subscription.defender });
    this.people(subscriptionId, subscription, config.groups);
  }

  /** FND-03: groups only. Who may look looks always; who may write activates it where the stage asks for that. */
  private people(
    subscriptionId: string,
    { writers, environments }: ResolvedSubscription,
    groups: FoundationStack["foundation"]["config"]["groups"],
  ): void {
    const group = (objectId: string): Principal => ({ objectId, type: "Group" });
    const write = writers === "standing" ? assignRole : makeEligible;
    write(this, "owners", { subscriptionId, principal: group(groups.owners), role: "Owner" });
    // Where no environment is, as beside the states and deploy identities, there is nothing to operate.
    if (environments.length > 0)
      write(this, "operators", { subscriptionId, principal: group(groups.operators), role: "Contributor" });
    assignRole(this, "readers", { subscriptionId, principal: group(groups.readers), role: "Reader" });
    // Always held: when sign-in policies or activation fail, somebody must still get in.
    assignRole(this, "break-glass", { subscriptionId, principal: group(groups.breakGlass), role: "Owner" });
  }
}
