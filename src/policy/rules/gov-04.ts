import { rule } from "../rule";

export const gov04 = rule({
  control: "GOV-04",
  title: "Every exception is named, reasoned, owned and dated",
  why: "An exception without an end is the new rule.",
  fix: "Fix the cause, or decide again and write control, resource, by, why and until.",
  severity: "medium",
  since: "poc",
  types: [],
  needs: ["config"],
  // Each waiver is weighed by the engine, which knows the day; it says what became of it under this control.
  check(context) {
    if ((context.config.waivers ?? []).length === 0) context.pass("config", "waivers", "There are no waivers.");
  },
});
