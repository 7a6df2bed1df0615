import { normalLocation } from "../../azure/regions";
import { rule } from "../rule";

export const dat01 = rule({
  control: "DAT-01",
  title: "Everything is in a location that the residency decision allows",
  why: "Where customers' data lies is a promise to them, and for some a law.",
  fix: "Move the resource to an allowed location, or decide the residency again.",
  severity: "high",
  since: "pilot",
  types: ["*"],
  needs: ["plan", "config"],
  check(context) {
    const allowed = new Set((context.config.residency ?? []).map(normalLocation));
    if (allowed.size === 0) {
      context.fail("config", "residency", "There is no residency decision.");
      return;
    }
    for (const one of context.resources()) {
      const read = one.read("location");
      if (read.state === "absent") continue;
      if (read.state === "unknown") {
        if (one.wasWritten("location")) context.unknown(one, "location");
        continue;
      }
      const location = normalLocation(String(read.value));
      if (allowed.has(location)) context.pass(one, "location");
      else if (location === "global")
        context.skip(one, "location", "It is a global type and holds no data in a region.");
      else context.fail(one, "location", `It is in ${location}; allowed: ${[...allowed].join(", ")}.`);
    }
  },
});
