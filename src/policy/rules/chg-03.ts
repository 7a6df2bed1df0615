import { saysSomething } from "../../config/visible-text";
import { rule } from "../rule";

const ROLES = { deploys: "deploys", approves: "approves", acceptsRisk: "may accept a risk" } as const;

export const chg03 = rule({
  control: "CHG-03",
  title: "What a release must pass is named, and who deploys, approves and accepts risk",
  why: "A check that nobody named is skipped on the day it matters, and a risk that nobody accepts is everybody's.",
  fix: "Name the checks under change.checks, and people under change.deploys, change.approves and change.acceptsRisk.",
  severity: "medium",
  since: "pre-production",
  types: [],
  needs: ["config"],
  check(context) {
    const { change } = context.config;
    const named = (change?.checks ?? []).filter((one) => saysSomething(one));
    if (named.length > 0) context.pass("config", "change.checks");
    else context.fail("config", "change.checks", "The config names no check that a release must pass.");
    for (const [name, does] of Object.entries(ROLES)) {
      const path = `change.${name}`;
      if (saysSomething(change?.[name as keyof typeof ROLES])) context.pass("config", path);
      else context.fail("config", path, `The config does not say who ${does}.`);
    }
  },
});
