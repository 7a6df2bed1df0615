import { asDay } from "../../config/day";
import { daysAhead } from "../helpers/days-ahead";
import { endsInThePast, outlived } from "../helpers/outlived";
import { rule } from "../rule";

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
    const ahead = context.knows("today") ? daysAhead(context.config, context.today) : [];
    for (const name of ["from", "digest", "answers", "by", "decided"] as const) {
      const path = `promotion.${name}`;
      const value = promotion?.[name];
      const good = name === "decided" ? asDay(value) !== undefined : typeof value === "string" && value !== "";
      if (ahead.some((one) => one.path === path)) continue;
      if (good) context.pass("config", path);
      else context.fail("config", path, `The config does not say ${path}.`);
    }
    const data = previous?.data;
    if (data === "drop" || data === "migrate" || data === "keep") context.pass("config", "previous.data");
    else context.fail("config", "previous.data", "The config does not say what becomes of the old environment's data.");
    if (asDay(previous?.destroyBy) || data === "keep") context.pass("config", "previous.destroyBy");
    else context.fail("config", "previous.destroyBy", "The config does not say by when the old environment goes.");
    for (const { path, says, fix } of ahead) context.fail("config", path, says, { fix });
    if (!context.knows("today") || !context.knows("neighbours")) return;
    for (const end of endsInThePast(context))
      context.fail("config", "stage", outlived.says(end), { fix: outlived.fix });
  },
});
