import { isObject } from "../graph/json";
import { rule } from "../rule";

const FIELDS = ["control", "resource", "by", "why", "until"] as const;

export const gov04 = rule({
  control: "GOV-04",
  title: "Every exception is named, reasoned, owned and dated",
  why: "An exception without an end is the new rule.",
  fix: "Fix the cause, or decide again and write control, resource, by, why and until.",
  severity: "medium",
  since: "poc",
  types: [],
  needs: ["config"],
  check(context) {
    const waivers = context.config.waivers ?? [];
    if (waivers.length === 0) context.pass("config", "waivers", "There are no waivers.");
    for (const [index, one] of waivers.entries()) {
      const waiver = isObject(one) ? one : {};
      const missing = FIELDS.filter((name) => typeof waiver[name] !== "string" || waiver[name] === "");
      if (missing.length > 0)
        context.fail("config", `waivers[${index}]`, `The waiver does not say ${missing.join(", ")}.`);
    }
  },
});
