import { NOT_YET } from "../helpers/not-yet";
import { rule } from "../rule";

export const res04 = rule({
  control: "RES-04",
  title: "The second region is there as its mode says, and the move to it was drilled",
  why: "A second region that nobody has moved to is a second bill.",
  fix: "Build the region as its mode says, drill the move, and record it as failover-drilled evidence.",
  severity: "high",
  since: "scale",
  types: [],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    context.unknown("config", "regions", `${NOT_YET} whether a second region is there as its mode says.`);
  },
});
