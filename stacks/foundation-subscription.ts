import { Construct } from "constructs";
import { ActivityLog } from "../constructs/activity-log";
import { assignRole, makeEligible, type Principal } from "../constructs/admin-role";
import type { ILogWorkspace } from "../constructs/log-analytics";
import type { IResource, ISubscription } from "../constructs/references";
import { SubscriptionBudget } from "../constructs/subscription-budget";
import { SubscriptionPolicies } from "../constructs/subscription-policies";
import { SubscriptionSecurity } from "../constructs/subscription-security";
import { INHERITED_TAGS, type ResolvedSubscription } from "../src/foundation/resolve";
import type { FoundationStack } from "./foundation-stack";

/** Properties of {@link FoundationSubscription}. */
export interface FoundationSubscriptionProps {
  /** The subscription, and what the foundation's config asks of it. */
  readonly subscription: ResolvedSubscription;
  /** Where its activity log is kept. */
  readonly workspace: ILogWorkspace;
  /** The identity that Azure Policy sets missing tags with. */
  readonly policyIdentity: IResource & { readonly principal: Principal };
}

/** What holds for a whole subscription: policies, activity log, budget, Defender, and the groups' access. */
export class FoundationSubscription extends Construct {
  constructor(stack: FoundationStack, props: FoundationSubscriptionProps) {
    const { subscription, workspace, policyIdentity } = props;
    super(stack, `subscription-${subscription.key}`);
    const { config } = stack.foundation;
    const access = stack.subscription(subscription.name);
    const { provider } = access;
    new SubscriptionPolicies(this, "policies", {
      subscription: access,
      provider,
      allowedLocations: config.allowedLocations,
      inheritedTags: INHERITED_TAGS,
      identity: policyIdentity,
      location: config.location,
    });
    assignRole(this, "policies-tags", {
      subscription: access,
      principal: policyIdentity.principal,
      role: "Tag Contributor",
    });
    new ActivityLog(this, "activity", {
      subscription: access,
      provider,
      name: `diag-${stack.foundation.name}-activity`,
      workspace,
    });
    new SubscriptionBudget(this, "budget", {
      subscription: access,
      provider,
      name: `budget-${subscription.key}`.slice(0, 63),
      monthlyAmount: subscription.monthlyBudget,
      contacts: [config.owner],
    });
    new SubscriptionSecurity(this, "security", { ...config.security, provider, plans: subscription.defender });
    this.people(access, subscription, config.groups);
  }

  /** FND-03: groups only. Who may look looks always; who may write activates it where the stage asks for that. */
  private people(
    access: ISubscription,
    { writers, environments }: ResolvedSubscription,
    groups: FoundationStack["foundation"]["config"]["groups"],
  ): void {
    const group = (objectId: string): Principal => ({ objectId, type: "Group" });
    const write = writers === "standing" ? assignRole : makeEligible;
    write(this, "owners", { subscription: access, principal: group(groups.owners), role: "Owner" });
    // Where no environment is, as beside the states and deploy identities, there is nothing to operate.
    if (environments.length > 0)
      write(this, "operators", { subscription: access, principal: group(groups.operators), role: "Contributor" });
    assignRole(this, "readers", { subscription: access, principal: group(groups.readers), role: "Reader" });
    // Always held: when sign-in policies or activation fail, somebody must still get in.
    assignRole(this, "break-glass", { subscription: access, principal: group(groups.breakGlass), role: "Owner" });
  }
}
