import { ConsumptionBudgetSubscription } from "@cdktf/provider-azurerm/lib/consumption-budget-subscription";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { recordDecision } from "../src/synth/recorded";
import type { ISubscription } from "./references";

/** Properties of {@link SubscriptionBudget}. */
export interface SubscriptionBudgetProps {
  /** The subscription whose cost is summed. */
  readonly subscription: ISubscription;
  /** Its name in Azure, unique in the subscription, at most 63 characters. */
  readonly name: string;
  /** In the billing currency, per month. */
  readonly monthlyAmount: number;
  /** E-mail addresses that the warnings go to; at least one. */
  readonly contacts: readonly string[];
  /** The provider that reaches the subscription. @default the stack's provider */
  readonly provider?: TerraformProvider;
}

/**
 * A monthly budget over a whole subscription: it also sees what no environment declared. It warns, it stops nothing.
 *
 * @example
 * new SubscriptionBudget(this, "budget", { subscription, name: "budget-orders", monthlyAmount: 500, contacts: ["ada@orders.example"] });
 * @see https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets
 */
export class SubscriptionBudget extends Construct {
  constructor(scope: Construct, id: string, props: SubscriptionBudgetProps) {
    super(scope, id);
    const warn = (threshold: number, thresholdType: "Actual" | "Forecasted") => ({
      threshold,
      thresholdType,
      operator: "GreaterThanOrEqualTo",
      contactEmails: [...props.contacts],
    });
    const budget = new ConsumptionBudgetSubscription(this, "resource", {
      name: props.name,
      subscriptionId: `/subscriptions/${props.subscription.subscriptionId}`,
      amount: props.monthlyAmount,
      timeGrain: "Monthly",
      // Azure takes only the current month as a start, so the day of the first plan decides, once.
      timePeriod: { startDate: "${formatdate(\"YYYY-MM-01'T'00:00:00Z\", plantimestamp())}" },
      notification: [warn(80, "Actual"), warn(100, "Actual"), warn(100, "Forecasted")],
      lifecycle: { ignoreChanges: ["time_period"] },
      ...(props.provider && { provider: props.provider }),
    });
    recordDecision(
      budget,
      "plantimestamp() and ignore_changes on time_period",
      "a budget starts on the first of the month it is created in and cannot be moved later",
    );
  }
}
