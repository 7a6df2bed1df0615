import { saysSomething } from "../../config/visible-text";
import { rule } from "../rule";

export const cst03 = rule({
  control: "CST-03",
  title: "A promotion that costs more shows the monthly floor before and after, and says why",
  why: "Each gate accepts more cost; accepting it without seeing it is how budgets end.",
  fix: "Promote with gatewright: it shows the floor before and after and asks why under why.monthlyBudget.",
  severity: "low",
  since: "pilot",
  types: [],
  needs: ["config"],
  check(context) {
    const { cost, why } = context.config.promotion ?? {};
    if (cost?.before === undefined || cost.after === undefined) {
      context.unknown("config", "promotion.cost", "The config does not show the monthly floor before and after.");
      return;
    }
    context.pass("config", "promotion.cost");
    if (cost.after <= cost.before) return;
    if (saysSomething(why?.["monthlyBudget"])) context.pass("config", "promotion.why.monthlyBudget");
    else
      context.fail(
        "config",
        "promotion.why.monthlyBudget",
        `The floor rises from ${cost.before} to ${cost.after} a month and the config does not say why.`,
      );
  },
});
