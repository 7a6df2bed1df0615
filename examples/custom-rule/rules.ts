import { rule, UNKNOWN } from "../../src"; // in your project: "gatewright"

const OURS = ["westeurope", "northeurope"];

/** A demand of this company, judged beside the product's at every gate. */
export const acme01 = rule({
  control: "ACME-01",
  title: "Everything is in a region that our support contract covers",
  why: "At night nobody answers for the other regions.",
  fix: `Choose ${OURS.join(" or ")}.`,
  severity: "medium",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources()) {
      const location = one.value("location");
      if (location === undefined) continue;
      if (location === UNKNOWN) context.unknown(one, "location");
      else if (OURS.includes(String(location))) context.pass(one, "location");
      else context.fail(one, "location", `It is in ${location}.`);
    }
  },
});
