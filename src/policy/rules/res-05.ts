import { NOT_YET } from "../helpers/not-yet";
import { rule } from "../rule";

export const res05 = rule({
  control: "RES-05",
  title: "The trigger that justifies a second region is recorded, with numbers",
  why: "Redundancy hides unclear expectations behind a bill.",
  fix: "Record the usage, the customers' expectation, the support load or the unit cost that asks for it.",
  severity: "medium",
  since: "scale",
  types: [],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    context.unknown("config", "trigger", `${NOT_YET} which numbers justify a second region.`);
  },
});
