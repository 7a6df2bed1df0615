import { SecurityCenterContact } from "@cdktf/provider-azurerm/lib/security-center-contact";
import { SecurityCenterSubscriptionPricing } from "@cdktf/provider-azurerm/lib/security-center-subscription-pricing";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { DefenderPlan } from "../src/foundation/defender";

/** Properties of {@link SubscriptionSecurity}. */
export interface SubscriptionSecurityProps {
  /** E-mail address that security alerts go to. */
  readonly contact: string;
  /** Telephone number that security alerts go to. @default none */
  readonly phone?: string;
  /** The Defender plans that are switched on; others stay as they are. */
  readonly plans: readonly DefenderPlan[];
  /** The provider of the subscription: contact and plans belong to the one that it signs in to. @default the stack's */
  readonly provider?: TerraformProvider;
}

/**
 * Defender plans and the security contact of a subscription. Each exists once per subscription, so exactly one state
 * may hold them.
 *
 * @example
 * new SubscriptionSecurity(this, "security", { contact: "security@orders.example", plans: DEFENDER_PLANS.pilot });
 * @see https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications
 */
export class SubscriptionSecurity extends Construct {
  constructor(scope: Construct, id: string, { contact, phone, plans, provider }: SubscriptionSecurityProps) {
    super(scope, id);
    new SecurityCenterContact(this, "contact", {
      name: "default",
      email: contact,
      phone,
      alertNotifications: true,
      alertsToAdmins: true,
      ...(provider && { provider }),
    });
    for (const { type, subplan, extensions } of plans)
      new SecurityCenterSubscriptionPricing(this, `plan-${type}`, {
        tier: "Standard",
        resourceType: type,
        subplan,
        ...(extensions.length > 0 && { extension: extensions.map((name) => ({ name })) }),
        ...(provider && { provider }),
      });
  }
}
