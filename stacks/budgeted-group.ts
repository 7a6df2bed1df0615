import { Budget } from "../constructs/budget";
import { ResourceGroup } from "../constructs/resource-group";
import type { ResolvedEnvironment } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";

/** A group beside the environment's first one. */
export interface GroupPart {
  /** In its name and the budget's: `rg-data-orders-…`. */
  readonly part: "data" | "edge" | "recovery";
  /** In front of the construct ids, where a stack has several groups. @default nothing */
  readonly prefix?: string;
  /** Whose names and region it has. @default the environment's */
  readonly region?: Pick<ResolvedEnvironment, "nameOf" | "location">;
}

/**
 * A resource group of an environment, with the environment's budget: Azure sums what a group costs, and tells the owner.
 *
 * @param of  which group. @default the first, that most things are in
 */
export function budgetedGroup(stack: EnvironmentStack, of?: GroupPart): ResourceGroup {
  const { tags, monthlyBudget, owner } = stack.environment;
  const { nameOf, location } = of?.region ?? stack.environment;
  const prefix = of?.prefix ?? "";
  const group = new ResourceGroup(stack, `${prefix}group`, {
    name: nameOf("resource_group", of?.part),
    location,
    tags,
  });
  new Budget(stack, `${prefix}budget`, {
    group,
    name: nameOf("consumption_budget", of?.part),
    monthlyAmount: monthlyBudget,
    contacts: [owner],
  });
  return group;
}
