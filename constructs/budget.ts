import { ConsumptionBudgetResourceGroup } from "@cdktf/provider-azurerm/lib/consumption-budget-resource-group";
import { Construct } from "constructs";
import { recordDecision } from "../src/synth/recorded";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link Budget}. */
export interface BudgetProps extends ResourceProps {
  /** In the billing currency, per month. */
  readonly monthlyAmount: number;
  /** E-mail addresses that the warnings go to; at least one. */
  readonly contacts: readonly string[];
}

/**
 * A monthly budget on a resource group: warns at 80 % and 100 % of actual cost and when the forecast passes 100 %.
 * A budget warns, it stops nothing.
 *
 * @example
 * new Budget(this, "budget", { group, name: "budget-orders", monthlyAmount: 80, contacts: ["ada@orders.example"] });
 * @see https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, props: BudgetProps) {
    super(scope, id);
    const warn = (threshold: number, thresholdType: "Actual" | "Forecasted") => ({
      threshold,
      thresholdType,
      operator: "GreaterThanOrEqualTo",
      contactEmails: [...props.contacts],
    });
    const budget = new ConsumptionBudgetResourceGroup(this, "resource", {
      name: props.name,
      resourceGroupId: props.group.id,
      amount: props.monthlyAmount,
      timeGrain: "Monthly",
      // Azure takes only the current month as a start, so the day of the first plan decides, once.
      timePeriod: { startDate: "${formatdate(\"YYYY-MM-01'T'00:00:00Z\", plantimestamp())}" },
      notification: [warn(80, "Actual"), warn(100, "Actual"), warn(100, "Forecasted")],
      lifecycle: { ignoreChanges: ["time_period"] },
    });
    recordDecision(
      budget,
      "plantimestamp() and ignore_changes on time_period",
      "a budget starts on the first of the month it is created in and cannot be moved later",
    );
  }
}
