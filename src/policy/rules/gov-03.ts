import { asDay } from "../day";
import { type RuleContext, rule } from "../rule";

/** An environment that was promoted and outlived the day on which it was to go. */
function judgeOwnEnd(context: RuleContext): void {
  const own = `${context.config.workload}-${context.config.stage}`;
  for (const { workload, stage, promotion, previous } of context.neighbours) {
    const day = asDay(previous?.destroyBy);
    if (promotion?.from !== own || previous?.data === "keep" || day === undefined || day >= context.today) continue;
    context.fail("config", "stage", `It was to be destroyed by ${day}, as ${workload}-${stage} says.`, {
      fix: "Destroy it (its FIRST-APPLY.md says how) and remove its file, or decide on another day in the config that names it.",
    });
  }
}

export const gov03 = rule({
  control: "GOV-03",
  title: "The environment says what it came from, who decided, and what becomes of the old one",
  why: "Two environments with the same data and no decision is how customers end up on the wrong one.",
  fix: "Promote with gatewright, which writes promotion; answer previous.data and previous.destroyBy.",
  severity: "medium",
  since: "pilot",
  types: [],
  needs: ["config"],
  check(context) {
    const { promotion, previous } = context.config;
    for (const name of ["from", "digest", "answers", "by", "decided"] as const) {
      const path = `promotion.${name}`;
      const value = promotion?.[name];
      const good = name === "decided" ? asDay(value) !== undefined : typeof value === "string" && value !== "";
      if (good) context.pass("config", path);
      else context.fail("config", path, `The config does not say ${path}.`);
    }
    const data = previous?.data;
    if (data === "drop" || data === "migrate" || data === "keep") context.pass("config", "previous.data");
    else context.fail("config", "previous.data", "The config does not say what becomes of the old environment's data.");
    if (asDay(previous?.destroyBy) || data === "keep") context.pass("config", "previous.destroyBy");
    else context.fail("config", "previous.destroyBy", "The config does not say by when the old environment goes.");
    if (context.knows("today") && context.knows("neighbours")) judgeOwnEnd(context);
  },
});
