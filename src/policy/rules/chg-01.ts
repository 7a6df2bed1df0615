import { rule } from "../rule";

export const chg01 = rule({
  control: "CHG-01",
  title: "The decision for the platform is written down",
  why: "The most expensive decision is the one that nobody remembers making.",
  fix: "Write decisions.platform: what was chosen, and until when.",
  severity: "medium",
  since: "poc",
  types: [],
  needs: ["config"],
  check(context) {
    const decision = context.config.decisions?.["platform"];
    if (typeof decision === "string" && decision.trim() !== "") context.pass("config", "decisions.platform");
    else context.fail("config", "decisions.platform", "The config does not say which platform was decided on.");
  },
});
