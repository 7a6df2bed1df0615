import type { Resource } from "../../plan/resource";
import { type RuleContext, rule } from "../rule";

function judgeNotifications(context: RuleContext, budget: Resource): void {
  const owner = context.config.owner;
  for (const kind of ["Actual", "Forecasted"]) {
    const told = budget.blocks("notification").filter((one) => {
      const mails = one.texts("contact_emails");
      const reaches = owner === undefined ? mails.length > 0 : mails.includes(owner);
      const byGroup = one.refs("contact_groups").length > 0;
      return one.value("enabled") !== false && one.value("threshold_type") === kind && (reaches || byGroup);
    });
    if (told.length > 0) context.pass(budget, `notification.${kind}`);
    else
      context.fail(budget, `notification.${kind}`, `Nobody${owner ? ` like ${owner}` : ""} is told of ${kind} costs.`);
  }
}

export const cst01 = rule({
  control: "CST-01",
  title: "A budget watches the environment's group, and warns the owner of what was and what will be spent",
  why: "The bill comes a month later; the forecast comes in time.",
  fix: "Add a budget on the group with an Actual and a Forecasted notification to the owner.",
  severity: "medium",
  since: "poc",
  types: ["azurerm_resource_group", "azurerm_consumption_budget_resource_group"],
  needs: ["plan"],
  check(context) {
    const budgets = context.graph.by("azurerm_consumption_budget_resource_group", "resource_group_id");
    const open = context
      .resources("azurerm_consumption_budget_resource_group")
      .some((one) => one.ref("resource_group_id").kind === "unknown");
    for (const group of context.resources("azurerm_resource_group")) {
      const own = budgets.get(group) ?? [];
      if (own.length > 0) for (const one of own) judgeNotifications(context, one);
      else if (open) context.unknown(group, "budget", "The group of a budget is not known before apply.");
      else context.fail(group, "budget", "No budget watches the group.");
    }
  },
});
